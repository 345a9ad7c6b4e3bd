import type { Codebook } from '../../model/codebookSchema'
import type { Link } from '../../model/comparison'
import type { StatementId } from '../../model/ids'
import type { Passage, Report, Statement, StatementKind } from '../../model/report'
import type { Tag, TagKind } from '../../model/tag'
import { areAreasApart, isAnotherNamed } from './disagreement'

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

/** The ties of a statement whose tags are of its kind: those that can be compared in their details. */
export function sameKindTies(tied: TiedStatement): Tie[] {
  return tied.ties.filter(({ isSameKind }) => isSameKind)
}

/** Whether a link ties a statement to a tag, of whatever kind. */
export function isTied(id: StatementId, index: { tiedStatement: (id: StatementId) => TiedStatement | undefined }): boolean {
  return (index.tiedStatement(id)?.ties.length ?? 0) > 0
}

/** Whether a tag is of a kind that can show what a statement says. */
export function isShownBy(statement: Pick<Statement, 'kind'>, tag: Pick<Tag, 'details'>): boolean {
  return shownBy[statement.kind].includes(tag.details.kind)
}

/**
 * Of the statements that a passage holds, those that a tag tied to it tells of. Where it holds several ("struck him once and took him
 * down"), these are the closest: by kind, force type, people, body area, and last by what is not denied.
 */
export function closestTo(tag: Tag, candidates: readonly Statement[], codebook: Codebook): readonly Statement[] {
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
