import type { Codebook } from '../../model/codebookSchema'
import type { Link } from '../../model/comparison'
import type { PassageId, StatementId, TagId } from '../../model/ids'
import type { Passage, Report, Statement, StatementKind } from '../../model/report'
import type { Tag, TagKind } from '../../model/tag'
import { areAreasApart, isAnotherNamed } from './disagreement'
import { firstStartingAtOrAfter } from './firstStartingAtOrAfter'
import { distinct, groupBy } from './grouping'

/** A link with the records that it ties together, all of them active. */
export interface TiedPair {
  link: Link
  tag: Tag
  passage: Passage
  report: Report
}

/** A tag that a reviewer tied to what a statement says, with the links that tie them. */
export interface Tie {
  tag: Tag
  /** Whether the two are of one kind, so that their details can be compared. */
  isSameKind: boolean
  links: readonly TiedPair[]
}

/** A statement with the tags tied to it, in the order of their ids. */
export interface TiedStatement {
  statement: Statement
  ties: readonly Tie[]
}

/** Which kinds of tag can show what a kind of statement says. */
const shownBy: Record<StatementKind, readonly TagKind[]> = {
  force: ['force'],
  resistance: ['resistance', 'escalation'],
  threat: ['resistance', 'escalation'],
  warning: ['warning'],
  'de-escalation': ['de-escalation'],
  intervention: ['intervention'],
  'failure-to-intervene': ['failure-to-intervene', 'intervention-needed'],
  'medical-aid': ['medical-aid'],
  injury: ['injury'],
  camera: ['camera']
}

/**
 * A link ties a tag to a passage; this finds the statements that the passage holds, by the same passage or by one that
 * overlaps it in the same text. Where a passage holds several statements ("struck him once and took him down"), a tag is
 * tied to those that come closest to it: by kind, force type, people, body area, and last to what is not denied.
 */
export function tieStatements(
  pairs: readonly TiedPair[],
  statements: ReadonlyMap<StatementId, Statement>,
  passages: ReadonlyMap<PassageId, Passage>,
  codebook: Codebook
): Map<StatementId, TiedStatement> {
  const statementsIn = createStatementFinder([...statements.values()], passages)
  const found = pairs.flatMap((pair) => closestTo(pair.tag, statementsIn(pair.passage), codebook).map((statement) => ({ statement, pair })))
  const tied = new Map<StatementId, TiedStatement>()
  for (const [id, rows] of groupBy(found, ({ statement }) => statement.id)) {
    const statement = statements.get(id)
    if (statement === undefined) continue
    const byTag = groupBy(rows, ({ pair }): TagId => pair.tag.id)
    const ties = [...byTag.values()].flatMap((group): Tie[] => {
      const [first] = group
      if (first === undefined) return []
      return [{ tag: first.pair.tag, isSameKind: isShownBy(statement, first.pair.tag), links: distinct(group.map(({ pair }) => pair)) }]
    })
    tied.set(id, { statement, ties: ties.sort((a, b) => (a.tag.id < b.tag.id ? -1 : 1)) })
  }
  return tied
}

/** The ties of a statement whose tags are of its kind: those that can be compared in their details. */
export function sameKindTies(tied: TiedStatement): Tie[] {
  return tied.ties.filter(({ isSameKind }) => isSameKind)
}

function isShownBy(statement: Statement, tag: Tag): boolean {
  return canShow(statement.kind, tag.details.kind)
}

/** Whether a kind of tag can show what a kind of statement says. */
export function canShow(statementKind: StatementKind, tagKind: TagKind): boolean {
  return shownBy[statementKind].includes(tagKind)
}

function closestTo(tag: Tag, candidates: readonly Statement[], codebook: Codebook): readonly Statement[] {
  const { details } = tag
  const closer: ((statement: Statement) => boolean)[] = [(statement) => isShownBy(statement, tag)]
  if (details.kind === 'force') closer.push(({ types }) => types.includes(details.forceType))
  closer.push((statement) => !isAnotherNamed(details, statement))
  if (details.kind === 'force') closer.push(({ bodyArea }) => !areAreasApart(details.bodyArea, bodyArea, codebook))
  closer.push(({ isNegated }) => !isNegated)
  return closer.reduce((left, isCloser) => {
    const kept = left.filter(isCloser)
    return kept.length > 0 ? kept : left
  }, candidates)
}

/** Places statements by the text they stand in, so that those under a passage are found without reading them all. */
function createStatementFinder(statements: readonly Statement[], passages: ReadonlyMap<PassageId, Passage>) {
  const placed = statements.flatMap((statement) => {
    const passage = passages.get(statement.passageId)
    return passage === undefined ? [] : [{ statement, passage, start: passage.anchor.start, end: passage.anchor.end }]
  })
  const texts = new Map(
    [...groupBy(placed, ({ passage }) => textOf(passage))].map(([text, rows]) => {
      const sorted = rows.toSorted((a, b) => a.start - b.start)
      let maxEnd = 0
      return [text, { sorted, maxEnds: sorted.map(({ end }) => (maxEnd = Math.max(maxEnd, end))) }]
    })
  )
  const known = new Map<PassageId, readonly Statement[]>()

  return (passage: Passage): readonly Statement[] => {
    const before = known.get(passage.id)
    if (before !== undefined) return before
    const found: Statement[] = []
    const { sorted, maxEnds } = texts.get(textOf(passage)) ?? { sorted: [], maxEnds: [] }
    for (let at = firstStartingAtOrAfter(sorted, passage.anchor.end) - 1; at >= 0; at -= 1) {
      if ((maxEnds[at] ?? 0) <= passage.anchor.start) break
      const row = sorted[at]
      if (row !== undefined && row.end > passage.anchor.start) found.push(row.statement)
    }
    found.sort((a, b) => (a.id < b.id ? -1 : 1))
    known.set(passage.id, found)
    return found
  }
}

/** Positions mean the same only within one report's text as one version of the reader wrote it. */
function textOf(passage: Passage): string {
  return `${passage.reportId} ${passage.anchor.extractorVersion}`
}
