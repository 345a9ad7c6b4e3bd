import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { caseIdSchema, reportIdSchema, reportTextIdSchema, type CaseId } from '#shared/model/ids'
import { userSchema } from '#shared/model/ledger'
import { reportDraftSchema, type Report, type ReportText } from '#shared/model/report'
import { ProblemError, problemWords } from '#shared/rpc/problem'
import { englishOf } from '#shared/messages/messagesOf'
import type { CoreContext } from '../context'
import { hashFile } from '../footage'
import { bornFields, requireActive } from '../ledger'
import type { ReadableStore } from '../storage'
import { readReportFile } from './readReportFile'

const inLedger = englishOf('labels')

const inJob = englishOf('steps')

/** What a report is loaded from, and into; `id` is the one it will have. */
export const loadRequestSchema = z.object({
  id: reportIdSchema,
  user: userSchema,
  caseId: caseIdSchema,
  sourcePath: z.string(),
  draft: reportDraftSchema
})
type LoadRequest = z.infer<typeof loadRequestSchema>

/**
 * Loads one report into a case: hashes it, reads its text and records both. The file is only read.
 * Throws `report_already_loaded` and what the reader refuses (`report_empty`, `report_password_protected`, …).
 */
export async function loadReport(
  core: CoreContext,
  request: LoadRequest,
  { signal, report }: { signal: AbortSignal; report: (step: string, progress: number) => void }
): Promise<Report> {
  const { user, sourcePath, draft } = request
  // Work that the app's end interrupted after its last write is taken up with nothing left to do.
  const known = await core.store.get('report', request.id)
  if (known !== null) return known
  const hashed = await hashFile(sourcePath, signal, (progress) => report(inJob('hashing'), progress * 0.3))
  await requireNew(core.store, request.caseId, hashed.sha256)
  const { file, text: read } = await readReportFile(core, sourcePath, hashed, { signal, report })
  const { result } = await core.ledger.write({
    actor: user,
    action: 'reports.load',
    plan: async (store) => {
      const { id: caseId } = await requireActive(store, 'case', request.caseId)
      await requireNew(store, caseId, hashed.sha256)
      if (draft.authorId !== null) await requireActive(store, 'person', draft.authorId)
      const born = bornFields(user, core.now())
      const after: Report = {
        ...draft,
        id: request.id,
        caseId,
        ...file,
        ...born
      }
      const text: ReportText = {
        id: reportTextIdSchema.parse(uuidv7()),
        caseId,
        reportId: after.id,
        ...read,
        ...born
      }
      return {
        caseId,
        changes: [
          { entity: 'report', before: null, after },
          { entity: 'reportText', before: null, after: text }
        ],
        label: inLedger('loadReport', { fileName: file.fileName }),
        result: after
      }
    }
  })
  return result
}

/** Throws `report_already_loaded` where a report of the case has this file. */
export async function requireNew(read: ReadableStore, caseId: CaseId, sha256: string): Promise<void> {
  const reports = await read.listOfCase('report', caseId)
  const duplicate = reports.find((one) => one.withdrawn === null && one.sha256 === sha256)
  if (duplicate === undefined) return
  throw new ProblemError(
    'report_already_loaded',
    problemWords('reportLoadedAlready', { fileName: duplicate.fileName, start: sha256.slice(0, 12) }),
    { subjectId: duplicate.id }
  )
}
