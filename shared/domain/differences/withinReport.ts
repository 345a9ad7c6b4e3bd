import type { Evidence, FormAccount } from '../../model/comparison'
import type { ReportId } from '../../model/ids'
import type { Report } from '../../model/report'
import { describeForceType } from '../records'
import type { ComparisonIndex } from './comparisonIndex'
import type { FoundDifference } from './comparisonInput'
import { foundDifference, nameOfReport, noAccount, trimQuote } from './evidence'
import { distinct, groupBy } from './grouping'

type Box = FormAccount['boxes'][number]
type Told = FormAccount['told'][number]

/**
 * A form whose ticked box names force that the rest of its text does not tell of, or whose text tells of force that its boxes leave
 * unticked. A report without a box for a type of force says nothing by that. One difference per box, or per type of force told.
 */
export function findWithinReport(reportId: ReportId, index: ComparisonIndex): FoundDifference[] {
  const account = index.formAccounts.get(reportId)
  const report = index.reports.get(reportId)
  if (account === undefined || report === undefined) return []
  const told = [...account.told, ...recordedForce(report, index)]
  const untold = account.boxes.filter(
    ({ isTicked, forceTypes }) => isTicked && !told.some(({ forceType }) => forceTypes.includes(forceType))
  )
  const isTicked = (type: string) => account.boxes.some((box) => box.isTicked && box.forceTypes.includes(type))
  // Words that may tell of two types are answered by the box of either.
  const unanswered = account.told.filter(({ otherTypes }) => !otherTypes.some(isTicked))
  const unticked = [...groupBy(unanswered, ({ forceType }) => forceType)].flatMap(([forceType, quotes]) => {
    const boxes = account.boxes.filter(({ forceTypes }) => forceTypes.includes(forceType))
    return boxes.length === 0 || boxes.some(({ isTicked }) => isTicked) ? [] : [{ forceType, boxes, quotes }]
  })
  return [
    ...untold.map((box) =>
      foundDifference(index, 'within-a-report', [reportId, `box ${box.name}`], {
        summary: `The box “${trimQuote(box.name)}” is ticked; the rest of the report was not found to tell of it.`,
        sides: [boxEvidence(report, [box], index), quoteEvidence(report, [], 'nothing found about it outside the boxes', index)],
        basis: basisOf([box], [])
      })
    ),
    ...unticked.map(({ forceType, boxes, quotes }) =>
      foundDifference(index, 'within-a-report', [reportId, `told ${forceType}`], {
        summary: `The report tells of “${describeForceType(forceType, index.codebook)}”; the box for it is not ticked.`,
        sides: [boxEvidence(report, boxes, index), quoteEvidence(report, quotes, '', index)],
        basis: basisOf(boxes, quotes)
      })
    )
  ]
}

/** Force that a person recorded as stated in the report, whatever was read out of it. */
function recordedForce(report: Report, { records, statements }: ComparisonIndex): { forceType: string }[] {
  return [...records.statementsOfReport.get(report.id)].flatMap((id) => {
    const statement = statements.get(id)
    return statement?.kind === 'force' && !statement.isNegated ? statement.types.map((forceType) => ({ forceType })) : []
  })
}

function boxEvidence(report: Report, boxes: readonly Box[], index: ComparisonIndex): Evidence {
  const words = boxes.map(({ name, isTicked }) => `“${trimQuote(name)}” ${isTicked ? 'ticked' : 'not ticked'}`)
  return inReport(report, `boxes: ${distinct(words).join(', ')}`, boxes, index)
}

function quoteEvidence(report: Report, quotes: readonly Told[], otherwise: string, index: ComparisonIndex): Evidence {
  return inReport(report, distinct(quotes.map(({ quote }) => `“${trimQuote(quote)}”`)).join(' … ') || otherwise, quotes, index)
}

function inReport(report: Report, says: string, spans: readonly { start: number; end: number }[], index: ComparisonIndex): Evidence {
  return {
    ...noAccount(`${nameOfReport(report, index)}: ${says}`),
    account: 'report',
    reportId: report.id,
    spans: spans.map(({ start, end }) => ({ start, end }))
  }
}

function basisOf(boxes: readonly Box[], quotes: readonly Told[]): string {
  return [...boxes.map(({ name, isTicked }) => `${name} ${isTicked}`), ...quotes.map(({ quote }) => quote)].sort().join('\n')
}
