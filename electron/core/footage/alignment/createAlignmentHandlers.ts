import path from 'node:path'
import { z } from 'zod'
import { isCyclic } from '#shared/domain/caseClock'
import { describeGround } from '#shared/domain/describeAlignment'
import { planHandAlignment } from '#shared/domain/planHandAlignment'
import { alignmentProposalSchema, type Alignment, type AlignmentChange, type AlignmentProposal } from '#shared/model/alignment'
import type { Footage } from '#shared/model/footage'
import { footageIdSchema, type FootageId } from '#shared/model/ids'
import { ProblemError, problemWords, type ProblemWords } from '#shared/rpc/problem'
import { inLocale } from '#shared/messages/locale'
import { englishOf } from '#shared/messages/messagesOf'
import type { CoreContext } from '../../context'
import { requireActive, touchedFields } from '../../ledger'
import { os } from '../../rpc/implementer'
import type { ReadableStore } from '../../storage'
import { requireSource } from '../sourceProblem'
import { alignBySound } from './alignBySound'

const inLedger = englishOf('labels')

const proposalSetting = (footageId: FootageId) => `alignment proposal of ${footageId}`

/** Where the cameras of a case stand on one clock: searched by sound, decided by a person. */
export function createAlignmentHandlers(core: CoreContext) {
  const { store, ledger, jobs, media, now } = core

  const startSearch = jobs.define({
    kind: 'align-footage',
    request: z.object({ footageId: footageIdSchema, referenceId: footageIdSchema }),
    isResumable: true,
    run: async ({ footageId, referenceId }, { job, signal, report }) => {
      const footage = await requireActive(store, 'footage', footageId)
      const reference = await requireActive(store, 'footage', referenceId)
      await requireSource(footage)
      await requireSource(reference)
      const folder = path.join(core.dataFolder, 'derived', footage.sha256, `sound beside ${reference.sha256}`)
      const outcome = await alignBySound(reference, footage, { media, folder, signal, report })
      const proposal: AlignmentProposal = { jobId: job.id, footageId, referenceId, madeAt: now().toISOString(), ...outcome }
      await store.putSetting(proposalSetting(footageId), proposal)
      return footageId
    }
  })

  return {
    alignBySound: os.footage.alignBySound.handler(async ({ input: { footageId, referenceId } }) => {
      const footage = await requireActive(store, 'footage', footageId)
      await requireReference(store, footage, referenceId)
      return startSearch({
        ...{ caseId: footage.caseId, subjectId: footageId, label: footage.cameraLabel || footage.fileName },
        request: { footageId, referenceId }
      })
    }),
    alignmentProposal: os.footage.alignmentProposal.handler(async ({ input: { footageId } }) => {
      await requireActive(store, 'footage', footageId)
      return store.setting(proposalSetting(footageId), alignmentProposalSchema)
    }),
    align: os.footage.align.handler(async ({ input: { footageId, change }, context: { user } }) => {
      const { result } = await ledger.write({
        actor: user,
        action: 'footage.align',
        plan: async (read) => {
          const before = await requireActive(read, 'footage', footageId)
          const { alignment: _, ...rest } = before
          const planned = await planChange(read, before, change)
          const stamp = { alignedAt: now().toISOString(), alignedBy: user.id }
          const after: Footage = {
            ...rest,
            ...(planned === null ? {} : { alignment: { ...planned, ...stamp } }),
            ...touchedFields(user, now())
          }
          return { caseId: after.caseId, changes: [{ entity: 'footage', before, after }], label: labelOf(after), result: after }
        }
      })
      return result
    })
  }
}

type Planned = Alignment extends infer One ? (One extends Alignment ? Omit<One, 'alignedAt' | 'alignedBy'> : never) : never

/** The alignment that a change leads to, null for none. Throws `invalid_input`, `not_found` and `already_withdrawn`. */
async function planChange(read: ReadableStore, footage: Footage, change: AlignmentChange): Promise<Planned | null> {
  switch (change.by) {
    case 'clear':
      if (footage.alignment === undefined) throw notAligned(footage)
      return null
    case 'nudge':
      if (footage.alignment === undefined) throw notAligned(footage)
      return {
        ...footage.alignment,
        offsetUs: footage.alignment.offsetUs + change.nudgeUs,
        nudgedUs: footage.alignment.nudgedUs + change.nudgeUs
      }
    case 'hand': {
      await requireReference(read, footage, change.referenceId)
      const plan = planHandAlignment(change.pairs)
      if (plan.problem !== null) throw new ProblemError('invalid_input', plan.problem, { subjectId: footage.id })
      const { offsetUs, driftPpm } = plan
      return { referenceId: change.referenceId, offsetUs, driftPpm, nudgedUs: 0, method: 'hand', confidence: null, pairs: change.pairs }
    }
    case 'sound': {
      const proposal = await read.setting(proposalSetting(footage.id), alignmentProposalSchema)
      if (proposal?.jobId !== change.jobId || proposal.match === null) {
        throw new ProblemError('not_found', problemWords('nothingHeard'), { subjectId: footage.id })
      }
      await requireReference(read, footage, proposal.referenceId)
      return { referenceId: proposal.referenceId, nudgedUs: 0, method: 'sound', ...proposal.match }
    }
  }
}

/** Throws where one footage cannot be aligned to another: withdrawn, of another case, or standing on it already. */
async function requireReference(read: ReadableStore, footage: Footage, referenceId: FootageId): Promise<void> {
  const reference = await requireActive(read, 'footage', referenceId)
  const refuse = (words: ProblemWords) => new ProblemError('invalid_input', words, { subjectId: footage.id })
  if (reference.caseId !== footage.caseId) throw refuse(problemWords('camerasOfTwoCases'))
  const all = await read.listOfCase('footage', footage.caseId)
  if (isCyclic(new Map(all.map((one) => [one.id, one])), footage.id, referenceId)) {
    throw refuse(problemWords('alignedInCircle', { reference: reference.fileName, fileName: footage.fileName }))
  }
}

function notAligned(footage: Footage): ProblemError {
  return new ProblemError('invalid_input', problemWords('notAligned', { fileName: footage.fileName }), { subjectId: footage.id })
}

function labelOf({ fileName, alignment }: Footage): string {
  if (alignment === undefined) return inLedger('takeAlignmentBack', { fileName })
  const how = inLocale('en', () => describeGround(alignment))
  return inLedger(alignment.method === 'sound' ? 'alignBySound' : 'alignByHand', { fileName, how })
}
