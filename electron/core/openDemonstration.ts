import type { ContractRouterClient } from '@orpc/contract'
import path from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { personDraftSchema, type Case } from '#shared/model/case'
import { footageDraftSchema } from '#shared/model/footage'
import { caseIdSchema, footageIdSchema, reportIdSchema, tagIdSchema, type CaseId, type ReportId } from '#shared/model/ids'
import { isOpenJob, type Job } from '#shared/model/job'
import { userSchema, type User } from '#shared/model/ledger'
import { reportDraftSchema, statementDraftSchema } from '#shared/model/report'
import { tagDraftSchema } from '#shared/model/tag'
import type { Contract } from '#shared/rpc/contract'
import { englishOf } from '#shared/messages/messagesOf'
import type { CoreContext } from './context'
import * as script from './demonstration'
import { loadFootage } from './footage'
import { bornFields } from './ledger'
import { loadReport } from './reports'

const inLedger = englishOf('labels')

const inJob = englishOf('steps')

type Client = ContractRouterClient<Contract>
interface Progress {
  signal: AbortSignal
  report: (step: string, progress: number) => void
}

/** The way to start making the demonstration case; where it is there already, or being made, it answers with that. */
export function createDemonstrationOpener(core: CoreContext, clientOf: (user: User) => Client): (user: User) => Promise<Job> {
  const start = core.jobs.define({
    kind: 'demonstration',
    request: z.object({ user: userSchema, caseId: caseIdSchema.nullable() }),
    isResumable: false,
    run: async ({ user, caseId }, progress) => caseId ?? (await makeCase(core, clientOf(user), user, progress))
  })
  return async (user) => {
    const underWay = core.jobs.list().find((job) => job.kind === 'demonstration' && isOpenJob(job))
    if (underWay !== undefined) return underWay
    const known = (await core.store.listAll('case')).find((found) => found.isDemonstration && found.withdrawn === null)
    const caseId = known?.id ?? null
    return start({ caseId, label: inJob('demonstrationCase'), request: { user, caseId } })
  }
}

/** Everything is drawn and written first; then the case is made, and withdrawn again where it does not become whole. */
async function makeCase(core: CoreContext, client: Client, user: User, progress: Progress): Promise<CaseId> {
  const folder = path.join(core.dataFolder, 'demonstration', uuidv7())
  const files = await script.makeDemonstration({
    mediaTools: core.media,
    folder,
    env: core.env,
    signal: progress.signal,
    onProgress: (share) => progress.report(inJob('drawingFootage'), share * 0.8)
  })
  const { id: caseId } = await createCase(core, user)
  try {
    await fillCase(core, client, user, caseId, files, progress)
  } catch (error) {
    await client.cases.withdraw({ caseId, reason: 'The demonstration could not be finished' })
    throw error
  }
  return caseId
}

async function createCase(core: CoreContext, user: User): Promise<Case> {
  const { result } = await core.ledger.write({
    actor: user,
    action: 'cases.create',
    plan: () => {
      const after = { ...script.caseDraft, id: caseIdSchema.parse(uuidv7()), isDemonstration: true, ...bornFields(user, core.now()) }
      return Promise.resolve({
        caseId: after.id,
        changes: [{ entity: 'case', before: null, after }],
        label: inLedger('createDemonstration', { incident: after.incidentNumber }),
        result: after
      })
    }
  })
  return result
}

async function fillCase(
  core: CoreContext,
  client: Client,
  user: User,
  caseId: CaseId,
  files: script.DemonstrationFiles,
  { signal, report }: Progress
): Promise<void> {
  const ids = new Map<string, string>()
  const quiet = { signal, report: () => undefined }
  for (const { key, draft } of script.people) {
    ids.set(key, (await client.people.create({ caseId, draft: personDraftSchema.parse(draft) })).id)
  }
  report(inJob('loadingFootage'), 0.85)
  for (const { key, draft } of [script.cameraA, script.cameraB]) {
    const request = {
      id: footageIdSchema.parse(uuidv7()),
      user,
      caseId,
      sourcePath: files.footage[key],
      draft: footageDraftSchema.parse(script.withIds(draft, ids))
    }
    ids.set(key, (await loadFootage(core, request, quiet)).id)
  }
  report(inJob('loadingReports'), 0.92)
  const texts = new Map<string, { reportId: ReportId; text: string }>()
  for (const { key, draft } of script.reports) {
    const request = {
      id: reportIdSchema.parse(uuidv7()),
      user,
      caseId,
      sourcePath: files.reports[key],
      draft: reportDraftSchema.parse(script.withIds(draft, ids))
    }
    const { id: reportId } = await loadReport(core, request, quiet)
    ids.set(key, reportId)
    texts.set(key, { reportId, text: (await client.reports.text({ reportId })).text })
  }
  const spanOf = (key: string, quote: string) => {
    const { reportId, text } = texts.get(key) ?? { reportId: reportIdSchema.parse(ids.get(key)), text: '' }
    return { reportId, ...script.findQuote(text, quote) }
  }
  report(inJob('tagging'), 0.96)
  for (const { key, draft } of script.tags) {
    ids.set(key, (await client.tags.create({ caseId, draft: tagDraftSchema.parse(script.withIds(draft, ids)) })).id)
  }
  for (const { report: key, quote, draft } of script.statements) {
    await client.statements.create({ span: spanOf(key, quote), draft: statementDraftSchema.parse(script.withIds(draft, ids)) })
  }
  for (const { tag, report: key, quote, judgement, note } of script.links) {
    await client.links.create({ tagId: tagIdSchema.parse(ids.get(tag)), span: spanOf(key, quote), judgement, note })
  }
  for (const { tag, report: key, note } of script.absences) {
    const subject = { kind: 'tag-in-report' as const, tagId: tagIdSchema.parse(ids.get(tag)), reportId: reportIdSchema.parse(ids.get(key)) }
    await client.absences.create({ caseId, subjects: [subject], note })
  }
}
