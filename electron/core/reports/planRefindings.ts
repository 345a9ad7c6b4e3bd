import type { Change } from '#shared/model/entities'
import type { User } from '#shared/model/ledger'
import type { Passage, Refinding, Report, ReportText } from '#shared/model/report'
import { englishOf } from '#shared/messages/messagesOf'
import { touchedFields } from '../ledger'
import type { ReadableStore } from '../storage'
import type { TextSpan } from './anchors/comparableText'
import { createPassageRefinder, type Refound } from './anchors/createPassageRefinder'
import { wordRuns } from './anchors/wordRuns'
import { anchorOf, readReportText } from './passages'

const inLedger = englishOf('labels')

/** How the passages of a report came into its new text, counted. */
interface RefindingTally {
  exact: number
  changed: number
  lost: number
}

/**
 * The changes that bring a report's active passages into a new text of it. What is found exactly is anchored there; what is
 * found with changes, or not at all, keeps its old anchor and waits for a person. The same whether the file was replaced or
 * a later reader read it again: each passage is sought from the text that its anchor lies in.
 * `report` is the report as it was, `next` as it will be.
 */
export async function planRefindings(
  read: ReadableStore,
  report: Report,
  next: Report,
  text: ReportText,
  by: User,
  now: Date
): Promise<{ changes: Change[]; tally: RefindingTally }> {
  const passages = (await read.listOfCase('passage', report.caseId)).filter((one) => one.reportId === report.id && one.withdrawn === null)
  const isSameText = (await readReportText(read, report)).text === text.text
  const refinders = new Map<string, ReturnType<typeof createPassageRefinder>>()
  const tally = { exact: 0, changed: 0, lost: 0 }
  const changes: Change[] = []
  for (const before of passages) {
    const { reportSha256: sha256, extractorVersion } = before.anchor
    const key = `${sha256} ${extractorVersion}`
    const refind =
      refinders.get(key) ?? createPassageRefinder((await readReportText(read, report, { sha256, extractorVersion })).text, text.text)
    refinders.set(key, refind)
    // What is not certain in a text is no more certain in the same text, and what a person said of it holds.
    if (isSameText && before.refinding !== undefined) {
      tally[before.refinding.state] += 1
      continue
    }
    const found: Refound = isSameText ? { state: 'exact', span: before.anchor } : refind(before.anchor)
    tally[found.state] += 1
    const touched = { ...withoutRefinding(before), ...touchedFields(by, now) }
    const after =
      found.state === 'exact'
        ? { ...touched, anchor: anchorOf(next, text, found.span) }
        : { ...touched, refinding: refindingOf(before, found, text) }
    changes.push({ entity: 'passage', before, after })
  }
  return { changes, tally }
}

/** The tally in words, for a line of the ledger. */
export function tallyWords({ exact, changed, lost }: RefindingTally): string {
  return exact + changed + lost === 0 ? inLedger('withoutPassages') : inLedger('passagesFound', { exact, changed, lost })
}

/** The passage as it is once its place is certain. */
export function withoutRefinding({ refinding: _, ...passage }: Passage): Passage {
  return passage
}

function refindingOf(passage: Passage, found: Exclude<Refound, { state: 'exact' }>, { text }: ReportText): Refinding {
  // Who said that it is lost said so of the words as they were; in a new text it is looked for again.
  const proposalOf = (span: TextSpan) => ({ ...span, runs: wordRuns(passage.anchor.exact, text.slice(span.start, span.end)) })
  if (found.state === 'lost') return { state: 'lost', isSettled: false, ...(found.nearest && { nearest: proposalOf(found.nearest) }) }
  return { state: 'changed', reason: found.reason, ...proposalOf(found.span) }
}
