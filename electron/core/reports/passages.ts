import { v7 as uuidv7 } from 'uuid'
import type { Change } from '#shared/model/entities'
import { passageIdSchema } from '#shared/model/ids'
import type { User } from '#shared/model/ledger'
import type { Passage, PassageAnchor, PassageSpan, Report, ReportText } from '#shared/model/report'
import { ProblemError, problemWords } from '#shared/rpc/problem'
import { bornFields, requireActive } from '../ledger'
import type { ReadableStore } from '../storage'

const contextLength = 64

/**
 * The newest text read out of a report: of its present file, or of the former one with `sha256`; by the reader of that version
 * where one is given. Throws `not_found`.
 */
export async function readReportText(
  read: ReadableStore,
  report: Report,
  { sha256 = report.sha256, extractorVersion }: { sha256?: string | undefined; extractorVersion?: number } = {}
): Promise<ReportText> {
  const texts = await read.listOfCaseWith('reportText', report.caseId, { reportId: report.id })
  const firstSha256 = report.former?.[0]?.sha256 ?? report.sha256
  const text = texts.findLast(
    (one) =>
      one.withdrawn === null &&
      (one.reportSha256 ?? firstSha256) === sha256 &&
      (extractorVersion === undefined || one.extractorVersion === extractorVersion)
  )
  if (text === undefined) {
    throw new ProblemError('not_found', problemWords('noTextRead', { fileName: report.fileName }), { subjectId: report.id })
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
  const anchor = anchorOf(report, await readReportText(read, report), span)
  const known = (await read.listOfCaseWith('passage', report.caseId, { reportId: report.id })).find(
    (one) =>
      one.anchor.start === anchor.start &&
      one.anchor.end === anchor.end &&
      one.anchor.reportSha256 === anchor.reportSha256 &&
      one.anchor.extractorVersion === anchor.extractorVersion &&
      one.withdrawn === null
  )
  if (known !== undefined) return { passage: known, report, changes: [] }
  const passage: Passage = {
    id: passageIdSchema.parse(uuidv7()),
    caseId: report.caseId,
    reportId: report.id,
    anchor,
    ...bornFields(by, now)
  }
  return { passage, report, changes: [{ entity: 'passage', before: null, after: passage }] }
}

/** The anchor of a span of a report's text. Throws `invalid_input` where the span is empty or beyond the text. */
export function anchorOf(
  { sha256 }: Pick<Report, 'sha256'>,
  { text, extractorVersion }: Pick<ReportText, 'text' | 'extractorVersion'>,
  { start, end }: { start: number; end: number }
): PassageAnchor {
  const exact = text.slice(start, end)
  if (end > text.length || exact.trim() === '') {
    throw new ProblemError('invalid_input', problemWords('selectionEmpty'))
  }
  const prefix = text.slice(Math.max(0, start - contextLength), start)
  return { start, end, exact, prefix, suffix: text.slice(end, end + contextLength), reportSha256: sha256, extractorVersion }
}

/** A passage's words, short enough for a line of the ledger. */
export function quoteOf(passage: Passage): string {
  const words = passage.anchor.exact.replace(/\s+/g, ' ').trim()
  return words.length > 60 ? `“${words.slice(0, 59)}…”` : `“${words}”`
}
