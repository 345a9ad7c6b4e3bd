import path from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { damageOf } from '#shared/domain/damage'
import type { Footage } from '#shared/model/footage'
import type { Job } from '#shared/model/job'
import { footageIdSchema } from '#shared/model/ids'
import { userSchema } from '#shared/model/ledger'
import { ProblemError, type Problem } from '#shared/rpc/problem'
import type { CoreContext } from '../context'
import { requireActive, touchedFields, withdrawnFields } from '../ledger'
import { os } from '../rpc/implementer'
import { createProxies } from './createProxies'
import { hashFile, statFile } from './hashFile'
import { clockOf, loadFootage, loadRequestSchema } from './loadFootage'

/** Footage: load, describe, check, play. */
export function createFootageHandlers(core: CoreContext) {
  const { store, ledger, jobs, now } = core
  const proxies = createProxies(core)

  /** Why the source cannot be used now, or null. */
  async function sourceProblem(footage: Footage): Promise<Problem | null> {
    try {
      const found = await statFile(footage.sourcePath)
      return found.sizeBytes === footage.sizeBytes && found.modifiedAtMs === footage.modifiedAtMs ? null : changed(footage).problem
    } catch (error) {
      if (error instanceof ProblemError) return error.problem
      throw error
    }
  }

  const startLoad = jobs.define({
    kind: 'load-footage',
    request: loadRequestSchema,
    isResumable: true,
    run: async (request, progress) => {
      const footage = await loadFootage(core, request, progress)
      if (!footage.isPlayableFromSource) await beginProxy(footage, 0)
      return footage.id
    }
  })
  const startVerify = jobs.define({
    kind: 'verify-footage',
    request: z.object({ user: userSchema, footageId: footageIdSchema }),
    isResumable: true,
    run: async ({ user, footageId }, { signal, report }) => {
      const footage = await requireActive(store, 'footage', footageId)
      const { sha256 } = await hashFile(footage.sourcePath, signal, (progress) => report('Hashing', progress))
      if (sha256 !== footage.sha256) throw changed(footage)
      await ledger.write({
        actor: user,
        action: 'footage.verify',
        kind: 'view',
        plan: () =>
          Promise.resolve({
            caseId: footage.caseId,
            changes: [],
            label: `Verify footage ${footage.fileName}: intact, SHA-256 ${sha256}`,
            result: null
          })
      })
      return footage.id
    }
  })
  const startProxy = jobs.define({
    kind: 'make-proxy',
    request: z.object({ footageId: footageIdSchema, audioTrack: z.number().int().min(0).default(0) }),
    isResumable: true,
    run: async ({ footageId, audioTrack }, progress) => {
      const footage = await requireActive(store, 'footage', footageId)
      const problem = await sourceProblem(footage)
      if (problem !== null) throw new ProblemError(problem.code, problem.what, problem.todo)
      return proxies.make(footage, audioTrack, progress)
    }
  })
  const askProxy = ({ id, caseId, fileName }: Footage, audioTrack: number, priority: Job['priority']) =>
    startProxy({ caseId, subjectId: id, label: fileName, priority, request: { footageId: id, audioTrack } })

  /** Begins a proxy by itself, unless the last one was cancelled or failed: then a person has to ask for it. */
  async function beginProxy(footage: Footage, audioTrack: number): Promise<void> {
    const former = jobs.list().findLast((job) => job.kind === 'make-proxy' && job.subjectId === footage.id)
    const isLeft = audioTrack === 0 && (former?.status === 'cancelled' || former?.status === 'failed')
    if (!isLeft && core.media.tools().ffmpeg !== null) await askProxy(footage, audioTrack, 'background')
  }

  return {
    load: os.footage.load.handler(async ({ input, context }) => {
      await requireActive(store, 'case', input.caseId)
      if (input.draft.wearerId !== null) await requireActive(store, 'person', input.draft.wearerId)
      const sourcePath = core.grants.pathOf(input.grantId)
      const request = { id: footageIdSchema.parse(uuidv7()), user: context.user, caseId: input.caseId, sourcePath, draft: input.draft }
      return startLoad({ caseId: input.caseId, label: path.basename(sourcePath), request })
    }),
    update: os.footage.update.handler(async ({ input, context }) => {
      const { result } = await ledger.write({
        actor: context.user,
        action: 'footage.update',
        plan: async (read) => {
          const before = await requireActive(read, 'footage', input.footageId)
          if (input.draft.wearerId !== null) await requireActive(read, 'person', input.draft.wearerId)
          const clock =
            input.draft.startsAt === null ? { startsAt: null, clockMethod: 'unknown' as const } : clockOf(input.draft, before.probe)
          const after = { ...before, ...input.draft, ...clock, ...touchedFields(context.user, now()) }
          return {
            caseId: after.caseId,
            changes: [{ entity: 'footage', before, after }],
            label: `Change footage ${after.fileName}`,
            result: after
          }
        }
      })
      return result
    }),
    withdraw: os.footage.withdraw.handler(async ({ input, context }) => {
      const { result } = await ledger.write({
        actor: context.user,
        action: 'footage.withdraw',
        plan: async (read) => {
          const before = await requireActive(read, 'footage', input.footageId)
          const after = { ...before, ...withdrawnFields(context.user, now(), input.reason) }
          return {
            caseId: after.caseId,
            changes: [{ entity: 'footage', before, after }],
            label: `Withdraw footage ${after.fileName}`,
            result: after
          }
        }
      })
      return result
    }),
    verify: os.footage.verify.handler(async ({ input, context }) => {
      const { id, caseId, fileName } = await requireActive(store, 'footage', input.footageId)
      return startVerify({ caseId, subjectId: id, label: fileName, request: { user: context.user, footageId: id } })
    }),
    makeProxy: os.footage.makeProxy.handler(async ({ input }) =>
      askProxy(await requireActive(store, 'footage', input.footageId), input.audioTrack, 'asked')
    ),
    playback: os.footage.playback.handler(async ({ input }) => {
      const footage = await requireActive(store, 'footage', input.footageId)
      const nothing = { mediaId: null, readyUs: null, problem: null }
      if (footage.isPlayableFromSource && input.audioTrack === 0 && !input.isSourceBroken) {
        const problem = await sourceProblem(footage)
        return problem === null
          ? { ...nothing, from: 'source' as const, mediaId: footage.mediaId }
          : { ...nothing, from: 'none' as const, problem }
      }
      const proxyId = await proxies.find(footage, input.audioTrack)
      if (proxyId !== null) return { ...nothing, from: 'proxy' as const, mediaId: proxyId }
      const problem = await sourceProblem(footage)
      if (problem !== null) return { ...nothing, from: 'none' as const, problem }
      await beginProxy(footage, input.audioTrack)
      const soFar = await proxies.soFar(footage, input.audioTrack, input)
      if (soFar !== null) return { ...nothing, from: 'growing' as const, ...soFar }
      return { ...nothing, from: 'none' as const, problem: needsProxy(footage, input.audioTrack) }
    }),
    damage: os.footage.damage.handler(async ({ input }) => {
      const footage = await requireActive(store, 'footage', input.footageId)
      return [...damageOf(footage.probe), ...(await proxies.damage(footage))]
    }),
    frames: os.footage.frames.handler(async ({ input }) => {
      const footage = await requireActive(store, 'footage', input.footageId)
      return proxies.window(footage, input.fromUs, input.toUs, input.of)
    })
  }
}

function changed(footage: Footage): ProblemError {
  return new ProblemError(
    'footage_changed',
    `${footage.fileName} is not the file that was loaded: its content or its time of last change differs.`,
    'Put the original file back. Until then it is not played, so that no tag is made on another recording.',
    { subjectId: footage.id, kept: 'All tags and links are kept.' }
  )
}

function needsProxy(footage: Footage, audioTrack: number): Problem {
  return new ProblemError(
    'footage_unreadable',
    audioTrack === 0
      ? `This window cannot play ${footage.probe.videoCodec} in ${footage.probe.container} from the source.`
      : `This window plays the first sound track of a source, and not track ${audioTrack + 1}.`,
    'A playable copy is needed. The source stays as it is, and times stay those of the source.',
    { subjectId: footage.id }
  ).problem
}
