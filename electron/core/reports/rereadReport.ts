import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { reportIdSchema, reportTextIdSchema, type CaseId } from '#shared/model/ids'
import { userSchema } from '#shared/model/ledger'
import type { OlderReading, Report, ReportText } from '#shared/model/report'
import { ProblemError, problemWords } from '#shared/rpc/problem'
import { englishOf } from '#shared/messages/messagesOf'
import type { CoreContext } from '../context'
import { hashFile } from '../footage'
import { bornFields, requireActive, touchedFields } from '../ledger'
import type { ReadableStore } from '../storage'
import { readers } from './extraction/readers'
import { readReportText } from './passages'
import { planRefindings, tallyWords } from './planRefindings'
import { readReportFile } from './readReportFile'

const inLedger = englishOf('labels')

const inJob = englishOf('steps')

/** Which report is read again, for whom. */
export const rereadRequestSchema = z.object({ user: userSchema, reportId: reportIdSchema })
type RereadRequest = z.infer<typeof rereadRequestSchema>

/** The active reports of a case whose text was made by an older reader than the app has now. */
export async function listOlderReadings(read: ReadableStore, caseId: CaseId): Promise<OlderReading[]> {
  const reports = (await read.listOfCase('report', caseId)).filter(({ withdrawn }) => withdrawn === null)
  return (await Promise.all(reports.map((report) => olderReading(read, report)))).filter((one) => one !== null)
}

/** The two versions, where the text of a report was made by an older reader than the app has now; else null. */
async function olderReading(read: ReadableStore, report: Report): Promise<OlderReading | null> {
  const newestVersion = readers[report.format].extractorVersion
  const extractorVersion = report.extractorVersion ?? (await readReportText(read, report)).extractorVersion
  return extractorVersion < newestVersion ? { reportId: report.id, extractorVersion, newestVersion } : null
}

/** The report, where an older reader made its text. Throws `stale_write` where none did. */
export async function requireOlderReading(read: ReadableStore, report: Report): Promise<Report> {
  if ((await olderReading(read, report)) !== null) return report
  throw new ProblemError('stale_write', problemWords('readByNewest', { fileName: report.fileName }), { subjectId: report.id })
}

/**
 * Reads the unchanged file of a report again by the reader of now: keeps the former text beside the new one, and finds the report's
 * passages again, all in one entry of the ledger. The file is only read.
 * Throws `footage_missing` and `footage_changed` where the file is not there as it was loaded, `stale_write` where the report changed
 * meanwhile, and what the reader refuses.
 */
export async function rereadReport(
  core: CoreContext,
  { user, reportId }: RereadRequest,
  { signal, report: progress }: { signal: AbortSignal; report: (step: string, progress: number) => void }
): Promise<Report> {
  const asked = await requireActive(core.store, 'report', reportId)
  // Work that the app's end interrupted after its last write is taken up with nothing left to do.
  if ((await olderReading(core.store, asked)) === null) return asked
  const { id: askedTextId } = await readReportText(core.store, asked)
  const hashed = await hashFile(asked.sourcePath, signal, (share) => progress(inJob('hashing'), share * 0.3))
  if (hashed.sha256 !== asked.sha256) {
    throw new ProblemError('footage_changed', problemWords('reportChanged', { fileName: asked.fileName }), { subjectId: asked.id })
  }
  const { file, text: readText } = await readReportFile(core, asked.sourcePath, hashed, { signal, report: progress }, asked.mediaId)
  const { result } = await core.ledger.write({
    actor: user,
    action: 'reports.reread',
    plan: async (read) => {
      const before = await requireActive(read, 'report', reportId)
      const former = await readReportText(read, before)
      if (before.sha256 !== asked.sha256 || former.id !== askedTextId) {
        throw new ProblemError('stale_write', problemWords('rereadMeanwhile', { fileName: before.fileName }), { subjectId: before.id })
      }
      const now = core.now()
      const isSameText = former.text === readText.text
      const after: Report = {
        ...before,
        ...file,
        ...(isSameText ? {} : { rereadAt: now.toISOString() }),
        ...touchedFields(user, now)
      }
      const text: ReportText = {
        id: reportTextIdSchema.parse(uuidv7()),
        caseId: before.caseId,
        reportId,
        ...readText,
        reportSha256: before.sha256,
        ...bornFields(user, now)
      }
      const { changes, tally } = await planRefindings(read, before, after, text, user, now)
      const outcome = isSameText ? inLedger('sameWords') : tallyWords(tally)
      return {
        caseId: before.caseId,
        changes: [{ entity: 'report', before, after }, { entity: 'reportText', before: null, after: text }, ...changes],
        label: inLedger('rereadReport', { fileName: before.fileName, outcome }),
        result: after
      }
    }
  })
  return result
}
