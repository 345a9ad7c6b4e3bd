import { messagesOf } from '../../messages/messagesOf'
import type { Evidence, FormAccount, FormSubject } from '../../model/comparison'
import type { ReportId } from '../../model/ids'
import type { Report } from '../../model/report'
import { countsAsForce, describeForceType } from '../records'
import { statementKindLabels } from '../statementKindLabels'
import type { ComparisonIndex } from './comparisonIndex'
import type { FoundDifference } from './comparisonInput'
import { foundDifference, nameOfReport, noAccount, trimQuote } from './evidence'
import { distinct, groupBy } from './grouping'

const say = messagesOf('differences')

type Box = FormAccount['boxes'][number]
type Told = FormAccount['told'][number]

/**
 * A form whose ticked box names what its narrative does not mention, or denies; whose box denies what its narrative tells of; or whose
 * narrative tells of what its boxes leave unticked. A report without a box for something says nothing by that. One difference per box,
 * or per type or kind told.
 */
export function findWithinReport(reportId: ReportId, index: ComparisonIndex): FoundDifference[] {
  const account = index.formAccounts.get(reportId)
  const report = index.reports.get(reportId)
  return account === undefined || report === undefined ? [] : compareWithBoxes(account, report, index)
}

function compareWithBoxes({ boxes, told }: FormAccount, report: Report, index: ComparisonIndex): FoundDifference[] {
  const own = told.filter(({ isNegated, isHearsay }) => !isNegated && !isHearsay)
  return [
    ...boxes.flatMap((box) => ofTicked(box) ?? []),
    ...[...groupBy(own.flatMap(untickedFor), ({ id }) => id)].map(([id, rows]) => ofUnticked(id, rows))
  ]

  function ofTicked(box: Box): FoundDifference | null {
    const parts = (summary: string, quotes: readonly Told[], otherwise: string) =>
      foundDifference(index, 'within-a-report', [report.id, `box ${box.name}`], {
        summary,
        sides: [boxEvidence(report, [box], index), quoteEvidence(report, quotes, otherwise, index)],
        basis: basisOf([box], quotes)
      })
    if (!box.isTicked) return null
    const about = told.filter((one) => isAbout(box, one))
    if (box.isDenial) {
      const against = own.filter((one) => isAgainst(box, one, index))
      return against.length === 0 ? null : parts(say('boxToldOf', { box: saysOf(box) }), against, '')
    }
    const denied = about.filter(({ isNegated }) => isNegated)
    if (about.length > denied.length || isRecorded(box, report, index) || (box.isOffer && denied.length > 0)) return null
    return denied.length > 0
      ? parts(say('boxDenied', { box: saysOf(box) }), denied, '')
      : parts(say('boxNotMentioned', { box: saysOf(box) }), [], say('notInNarrative'))
  }

  /** What a sentence tells of that the boxes have and leave unticked. */
  function untickedFor(quote: Told): { id: string; what: string; boxes: Box[]; quote: Told }[] {
    // Words that may tell of two types are answered by the box of either.
    if (boxes.some((box) => box.isTicked && !box.isDenial && isAbout(box, quote))) return []
    const against = boxes.filter((box) => !box.isTicked && !box.isDenial && isAgainst(box, quote, index))
    const typed = quote.types.flatMap((type) => {
      const ofType = against.filter(({ types }) => types.includes(type))
      return ofType.length === 0
        ? []
        : [{ id: quote.kind === 'force' ? type : `${quote.kind} ${type}`, what: whatOf(quote.kind, type, index), boxes: ofType, quote }]
    })
    const whole = against.filter(({ types }) => types.length === 0)
    return whole.length === 0 ? typed : [...typed, { id: quote.kind, what: whatOf(quote.kind, null, index), boxes: whole, quote }]
  }

  function ofUnticked(id: string, rows: readonly { what: string; boxes: readonly Box[]; quote: Told }[]): FoundDifference {
    const [unticked, quotes] = [distinct(rows.flatMap((row) => row.boxes)), rows.map(({ quote }) => quote)]
    const told = { what: rows[0]?.what ?? id }
    const isAsked = unticked.every(({ isQuestion }) => isQuestion)
    return foundDifference(index, 'within-a-report', [report.id, `told ${id}`], {
      summary: isAsked ? say('toldAnswerNo', told) : say('toldNotTicked', told),
      sides: [boxEvidence(report, unticked, index), quoteEvidence(report, quotes, '', index)],
      basis: basisOf(unticked, quotes)
    })
  }
}

function whatOf(kind: FormSubject, type: string | null, { codebook }: ComparisonIndex): string {
  if (kind === 'topic') return codebook.lexicon.boxes.topics.find(({ id }) => id === type)?.label ?? type ?? kind
  if (type === null) return statementKindLabels[kind]
  return kind === 'force' ? describeForceType(type, codebook) : say('kindInSense', { kind: statementKindLabels[kind], sense: type })
}

/** Whether a sentence may speak of what a box asks about; where it does not say of whom or of which type, it may. */
function isAbout(box: Box, told: Told): boolean {
  if (box.kind !== told.kind || (box.party !== null && told.party !== null && box.party !== told.party)) return false
  if (box.types.length === 0) return true
  return told.types.some((type) => box.types.includes(type)) || (told.types.length === 0 && told.kind !== 'force')
}

/** Whether a sentence certainly tells of what a box asks about. */
function isAgainst(box: Box, told: Told, { codebook }: ComparisonIndex): boolean {
  if (!isAbout(box, told) || (box.party !== null && told.party === null)) return false
  if (box.types.length > 0) return told.types.some((type) => box.types.includes(type))
  return told.kind !== 'force' || told.types.some((type) => countsAsForce(type, codebook))
}

/** Whether a person recorded as stated in the report what the box says, whatever was read out of it. */
function isRecorded(box: Box, report: Report, { records, statements }: ComparisonIndex): boolean {
  return [...records.statementsOfReport.get(report.id)].some((id) => {
    const statement = statements.get(id)
    if (statement?.kind !== box.kind || statement.isNegated) return false
    return statement.kind !== 'force' || box.types.length === 0 || statement.types.some((type) => box.types.includes(type))
  })
}

function saysOf({ name, isQuestion }: Box): string {
  return isQuestion ? say('answerIsYes', { name: trimQuote(name) }) : say('boxTicked', { name: trimQuote(name) })
}

function boxEvidence(report: Report, boxes: readonly Box[], index: ComparisonIndex): Evidence {
  const words = boxes.map(({ name, isTicked, isQuestion }) => {
    const state = isQuestion ? (isTicked ? 'yes' : 'no') : isTicked ? 'ticked' : 'unticked'
    return say('boxState', { name: trimQuote(name), state })
  })
  return inReport(report, say('boxes', { boxes: distinct(words).join(', ') }), boxes, index)
}

function quoteEvidence(report: Report, quotes: readonly Told[], otherwise: string, index: ComparisonIndex): Evidence {
  return inReport(report, distinct(quotes.map(({ quote }) => `“${trimQuote(quote)}”`)).join(' … ') || otherwise, quotes, index)
}

function inReport(report: Report, says: string, spans: readonly { start: number; end: number }[], index: ComparisonIndex): Evidence {
  return {
    ...noAccount(say('reportSays', { report: nameOfReport(report, index), what: says })),
    account: 'report',
    reportId: report.id,
    spans: spans.map(({ start, end }) => ({ start, end }))
  }
}

function basisOf(boxes: readonly Box[], quotes: readonly Told[]): string {
  return [...boxes.map(({ name, isTicked }) => `${name} ${isTicked}`), ...quotes.map(({ quote }) => quote)].sort().join('\n')
}
