import { v7 as uuidv7 } from 'uuid'
import type { Change } from '#shared/model/entities'
import { passageIdSchema } from '#shared/model/ids'
import type { User } from '#shared/model/ledger'
import type { Passage, PassageSpan, Report, ReportText } from '#shared/model/report'
import { ProblemError } from '#shared/rpc/problem'
import { bornFields, requireActive } from '../ledger'
import type { ReadableStore } from '../storage'

const contextLength = 64

/** The newest text read out of a report. Throws `not_found`. */
export async function readReportText(read: ReadableStore, report: Report): Promise<ReportText> {
  const texts = await read.listOfCase('reportText', report.caseId)
  const text = texts.findLast((one) => one.reportId === report.id)
  if (text === undefined) {
    throw new ProblemError('not_found', `No text was read out of ${report.fileName}.`, 'Withdraw the report and load it again.', {
      subjectId: report.id
    })
  }
  return text
}

/**
 * The passage of a span, found where it is known and planned anew where not.
 * Throws `invalid_input` where the span is empty or beyond the text.
 */
export async function planPassage(
  read: ReadableStore,
  span: PassageSpan,
  by: User,
  now: Date
): Promise<{ passage: Passage; report: Report; changes: Change[] }> {
  const report = await requireActive(read, 'report', span.reportId)
  const { text, extractorVersion } = await readReportText(read, report)
  const exact = text.slice(span.start, span.end)
  if (span.end > text.length || exact.trim() === '') {
    throw new ProblemError('invalid_input', 'The selection holds no words of this report.', 'Select the words again.')
  }
  const known = (await read.listOfCase('passage', report.caseId)).find(
    ({ reportId, anchor, withdrawn }) =>
      reportId === report.id &&
      anchor.start === span.start &&
      anchor.end === span.end &&
      anchor.extractorVersion === extractorVersion &&
      withdrawn === null
  )
  if (known !== undefined) return { passage: known, report, changes: [] }
  const passage: Passage = {
    id: passageIdSchema.parse(uuidv7()),
    caseId: report.caseId,
    reportId: report.id,
    anchor: {
      start: span.start,
      end: span.end,
      exact,
      prefix: text.slice(Math.max(0, span.start - contextLength), span.start),
      suffix: text.slice(span.end, span.end + contextLength),
      reportSha256: report.sha256,
      extractorVersion
    },
    ...bornFields(by, now)
  }
  return { passage, report, changes: [{ entity: 'passage', before: null, after: passage }] }
}

/** A passage's words, short enough for a line of the ledger. */
export function quoteOf(passage: Passage): string {
  const words = passage.anchor.exact.replace(/\s+/g, ' ').trim()
  return words.length > 60 ? `“${words.slice(0, 59)}…”` : `“${words}”`
}
