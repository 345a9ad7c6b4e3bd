import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { reportIdSchema, reportTextIdSchema } from '#shared/model/ids'
import { userSchema } from '#shared/model/ledger'
import type { FormerReportFile, Report, ReportText } from '#shared/model/report'
import { ProblemError, problemWords } from '#shared/rpc/problem'
import { englishOf } from '#shared/messages/messagesOf'
import type { CoreContext } from '../context'
import { hashFile, planFileCheck } from '../footage'
import { bornFields, requireActive, touchedFields } from '../ledger'
import { requireNew } from './loadReport'
import { planRefindings, tallyWords } from './planRefindings'
import { readReportFile } from './readReportFile'

const inLedger = englishOf('labels')

const inJob = englishOf('steps')

/** Which report gets which file. */
export const replaceRequestSchema = z.object({ user: userSchema, reportId: reportIdSchema, sourcePath: z.string() })
type ReplaceRequest = z.infer<typeof replaceRequestSchema>

/**
 * Replaces a report's file by a corrected version: reads it, keeps the former file and its text beside it, and finds the
 * report's passages again, all in one entry of the ledger. The files are only read.
 * Throws `report_already_loaded`, `stale_write` where the report was replaced meanwhile, and what the reader refuses.
 */
export async function replaceReport(
  core: CoreContext,
  { user, reportId, sourcePath }: ReplaceRequest,
  { signal, report: progress }: { signal: AbortSignal; report: (step: string, progress: number) => void }
): Promise<Report> {
  const asked = await requireActive(core.store, 'report', reportId)
  const hashed = await hashFile(sourcePath, signal, (share) => progress(inJob('hashing'), share * 0.3))
  // Work that the app's end interrupted after its last write is taken up with nothing left to do.
  if (asked.sha256 === hashed.sha256 && asked.sourcePath === sourcePath && asked.former !== undefined) return asked
  await requireNew(core.store, asked.caseId, hashed.sha256)
  const { file, text: readText } = await readReportFile(core, sourcePath, hashed, { signal, report: progress })
  const { result } = await core.ledger.write({
    actor: user,
    action: 'reports.replace',
    plan: async (read) => {
      const before = await requireActive(read, 'report', reportId)
      await requireNew(read, before.caseId, hashed.sha256)
      if (before.sha256 !== asked.sha256) {
        throw new ProblemError('stale_write', problemWords('replacedMeanwhile', { fileName: before.fileName }), { subjectId: before.id })
      }
      const now = core.now()
      const after: Report = {
        ...before,
        ...file,
        former: [...(before.former ?? []), formerFileOf(before, now)],
        ...touchedFields(user, now)
      }
      const text: ReportText = {
        id: reportTextIdSchema.parse(uuidv7()),
        caseId: before.caseId,
        reportId,
        ...readText,
        reportSha256: hashed.sha256,
        ...bornFields(user, now)
      }
      const { changes, tally } = await planRefindings(read, before, after, text, user, now)
      // A check of the former file says nothing of this one, which has just been hashed.
      const isChecked = (await read.listOfCase('fileCheck', before.caseId)).some((one) => one.subjectId === reportId)
      const outcome = { state: 'intact', foundSha256: hashed.sha256 } as const
      const checks = isChecked ? [await planFileCheck(read, after, 'report', outcome, user, now)] : []
      return {
        caseId: before.caseId,
        changes: [{ entity: 'report', before, after }, { entity: 'reportText', before: null, after: text }, ...changes, ...checks],
        label: inLedger('replaceReport', { fileName: before.fileName, other: file.fileName, outcome: tallyWords(tally) }),
        result: after
      }
    }
  })
  return result
}

function formerFileOf(report: Report, now: Date): FormerReportFile {
  const { mediaId, fileName, sourcePath, format, sha256, sizeBytes, pageCount, wordCount, readingNotes } = report
  return {
    ...{ mediaId, fileName, sourcePath, format, sha256, sizeBytes, pageCount, wordCount },
    ...(readingNotes === undefined ? {} : { readingNotes }),
    replacedAt: now.toISOString()
  }
}
