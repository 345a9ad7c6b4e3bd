import type { Absence, Difference, DifferenceKind, Judgement, Link } from '../../model/comparison'
import type { FootageId } from '../../model/ids'

/** What a comparison can come to; `not-compared` until a person looked. */
export const comparedStates = ['differs', 'silent', 'cannot-check', 'not-compared', 'agrees'] as const
export type ComparedState = (typeof comparedStates)[number]

/**
 * How an account stands to an event. `told` is the account that the event is taken from; `no-basis` is a report beside a statement
 * of another one, where no moment is tied to both: reports are compared by the moments that they tell of.
 */
export type CellState = ComparedState | 'told' | 'no-basis'

/** How one account stands to one event, with all that opens it. */
export interface MatrixCell {
  state: CellState
  /** The gravest judgement of its links; null where there is none. */
  judgement: Judgement | null
  /** The links that tie the event to this account, the gravest first. */
  links: readonly Link[]
  /** The records that a reviewer looked here in vain. */
  absences: readonly Absence[]
  /** Differences that name the event and this account, open ones first. */
  differences: readonly Difference[]
  /** Why footage cannot show it, in plain words; null where it can. */
  gap: string | null
  /** Of footage, the cameras on which it is tagged, and those that were recording then without a tag. */
  cameras: { taggedIds: readonly FootageId[]; otherIds: readonly FootageId[] } | null
}

/** What is known of one event in one account. */
export interface CellMarks {
  links: Link[]
  absences: Absence[]
  differences: Set<Difference>
}

/** Shared by all cells of which nothing is known: there are many. */
const notCompared: MatrixCell = {
  ...{ state: 'not-compared', judgement: null, links: [], absences: [], differences: [], gap: null, cameras: null }
}
const noBasis: MatrixCell = { ...notCompared, state: 'no-basis' }

/** These say that a report is missing, late or silent, not that it tells it differently. */
const notOfContent: ReadonlySet<DifferenceKind> = new Set(['not-in-report', 'not-on-footage', 'coverage', 'duty-to-intervene'])
const gravity: readonly Judgement[] = ['contradicts', 'differs', 'agrees']

/** The cell of a moment in a report: what a reviewer linked or looked for decides, and nothing else does. */
export function planMomentCell(marks: CellMarks | undefined): MatrixCell {
  if (marks === undefined) return notCompared
  const links = marks.links.toSorted((a, b) => gravity.indexOf(a.judgement) - gravity.indexOf(b.judgement) || (a.id < b.id ? -1 : 1))
  const judgement = links[0]?.judgement ?? null
  const differences = openFirst(marks.differences)
  const isApart = differences.some(({ origin, kind }) => origin === 'entered' || (judgement !== null && !notOfContent.has(kind)))
  const state = isApart || (judgement !== null && judgement !== 'agrees') ? 'differs' : judgement !== null ? 'agrees' : stateOf(marks)
  return { ...notCompared, state, judgement, links, absences: marks.absences, differences }
}

/** The cell of a statement on footage. What no camera can show is not said to be silent. */
export function planFootageCell(marks: CellMarks | undefined, gap: string | null): MatrixCell {
  if (marks === undefined) return gap === null ? notCompared : { ...notCompared, state: 'cannot-check', gap }
  const differences = openFirst(marks.differences)
  const isEntered = differences.some(({ origin }) => origin === 'entered')
  const state = isEntered ? 'differs' : gap !== null ? 'cannot-check' : stateOf(marks)
  return { ...notCompared, state, absences: marks.absences, differences, gap }
}

/** The cell of a statement in another report: only differences that a reviewer entered say anything of it. */
export function planOtherReportCell(entered: readonly Difference[]): MatrixCell {
  return entered.length === 0 ? noBasis : { ...notCompared, state: 'differs', differences: openFirst(entered) }
}

/** The cell of the account that the event is taken from. `differences` are those that no other account has a cell for. */
export function planToldCell(cameras: MatrixCell['cameras'], differences: Iterable<Difference>): MatrixCell {
  return { ...notCompared, state: 'told', cameras, differences: openFirst(differences) }
}

function stateOf({ absences }: CellMarks): CellState {
  return absences.length > 0 ? 'silent' : 'not-compared'
}

function openFirst(differences: Iterable<Difference>): readonly Difference[] {
  return [...differences].sort((a, b) => Number(a.status !== 'open') - Number(b.status !== 'open') || (a.key < b.key ? -1 : 1))
}
