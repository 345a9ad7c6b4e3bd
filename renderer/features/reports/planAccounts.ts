import { clockTimeAt, planCaseClock, type CaseClock } from '#shared/domain/caseClock'
import { isOfPresentText } from '#shared/domain/reportVersions'
import { groupBy } from '#shared/domain/differences/grouping'
import type { Absence, Judgement, Link } from '#shared/model/comparison'
import type { Footage } from '#shared/model/footage'
import type { ReportId } from '#shared/model/ids'
import type { Passage, Report, Statement } from '#shared/model/report'
import type { Tag } from '#shared/model/tag'

/** What the two accounts rest on; records by id, withdrawn ones too. */
export interface AccountRecords {
  tags: ReadonlyMap<string, Tag>
  footage: ReadonlyMap<string, Footage>
  passages: ReadonlyMap<string, Passage>
  statements: ReadonlyMap<string, Statement>
  links: ReadonlyMap<string, Link>
  absences: ReadonlyMap<string, Absence>
  reports: ReadonlyMap<string, Report>
}

/** How a tag stands to the report shown. */
export type Comparison =
  | { state: 'linked'; links: readonly Link[] }
  | { state: 'not-mentioned'; absence: Absence }
  /** Nobody has said anything yet; never agreement. */
  | { state: 'not-compared' }

/** One tag, in the order of the case clock. */
export interface AccountCard {
  tag: Tag
  comparison: Comparison
}

/** How a passage is underlined: by the gravest judgement of its links, or as a statement that no tag is tied to. */
export type PassageLook = Judgement | 'statement' | 'bare'

/** A passage of the report shown, with what is tied to it. */
/** What of the two accounts a window shows: the other part is then in another window. */
export type AccountsPart = 'both' | 'events' | 'reports'

export interface PassageMark {
  passage: Passage
  start: number
  end: number
  links: readonly Link[]
  statements: readonly Statement[]
  look: PassageLook
}

export interface Accounts {
  cards: AccountCard[]
  marks: PassageMark[]
}

const gravity: readonly Judgement[] = ['contradicts', 'differs', 'agrees']

const active = <Row extends { withdrawn: unknown }>(rows: ReadonlyMap<string, Row>): Row[] =>
  [...rows.values()].filter((row) => row.withdrawn === null)

/**
 * Both sides of the workbench: the case's tags in time order, and the passages of one report with their links and
 * statements. Withdrawn records are left out; a passage to which nothing is tied any more is not shown, nor one of a former
 * version of the report that has no certain place in this one.
 */
export function planAccounts(records: AccountRecords, reportId: ReportId | null): Accounts {
  const passages = active(records.passages).filter((passage) => passage.reportId === reportId && passage.refinding === undefined)
  const passageIds = new Set<string>(passages.map((passage) => passage.id))
  const links = active(records.links).filter((link) => passageIds.has(link.passageId))
  const linksByTag = groupBy(links, (link) => link.tagId)
  const linksByPassage = groupBy(links, (link) => link.passageId)
  const statementsByPassage = groupBy(active(records.statements), (statement) => statement.passageId)
  const absenceByTag = new Map(
    active(records.absences).flatMap((absence) =>
      isOfPresentText(absence, records.reports) && absence.subject.kind === 'tag-in-report' && absence.subject.reportId === reportId
        ? [[absence.subject.tagId, absence] as const]
        : []
    )
  )
  const compare = (tag: Tag): Comparison => {
    const linked = linksByTag.get(tag.id)
    const absence = absenceByTag.get(tag.id)
    if (linked !== undefined) return { state: 'linked', links: linked }
    return absence === undefined ? { state: 'not-compared' } : { state: 'not-mentioned', absence }
  }
  const cards = active(records.tags).map((tag) => ({
    tag,
    comparison: compare(tag)
  }))
  const marks = passages
    .map((passage) => {
      const mine = linksByPassage.get(passage.id) ?? []
      const statements = statementsByPassage.get(passage.id) ?? []
      const look: PassageLook =
        gravity.find((judgement) => mine.some((link) => link.judgement === judgement)) ?? (statements.length > 0 ? 'statement' : 'bare')
      return { passage, start: passage.anchor.start, end: passage.anchor.end, links: mine, statements, look }
    })
    .filter((mark) => mark.look !== 'bare')
  return {
    cards: inTimeOrder(cards, planCaseClock(records.footage.values())),
    marks: marks.sort((a, b) => a.start - b.start || b.end - a.end)
  }
}

/** When a tag starts on the case clock, in microseconds; null where its footage is not on it. */
export function caseTimeOf(tag: Pick<Tag, 'footageId' | 'startUs'>, { places, mainClockId }: CaseClock): number | null {
  const place = places.get(tag.footageId)
  return place !== undefined && place.clockId === mainClockId ? clockTimeAt(place, tag.startUs) : null
}

// Tags of footage that is not on the case clock have no place among the others; they come last, by footage.
function inTimeOrder(cards: AccountCard[], clock: CaseClock): AccountCard[] {
  const keyed = cards.map((card) => ({ card, us: caseTimeOf(card.tag, clock) ?? Infinity }))
  keyed.sort(
    (a, b) =>
      (a.us === b.us ? 0 : a.us - b.us) ||
      a.card.tag.footageId.localeCompare(b.card.tag.footageId) ||
      a.card.tag.startUs - b.card.tag.startUs ||
      a.card.tag.id.localeCompare(b.card.tag.id)
  )
  return keyed.map((one) => one.card)
}

/** That somebody looked for a statement on footage in vain; null where nobody did, or where it was taken back. */
export const absenceOnFootage = (absences: ReadonlyMap<string, Absence>, { id }: Statement): Absence | null =>
  active(absences).find(({ subject }) => subject.kind === 'statement-on-footage' && subject.statementId === id) ?? null
