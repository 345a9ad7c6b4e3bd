import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AccountCard } from '../../../../renderer/features/reports/planAccounts'
import {
  filterCards,
  kindsOf,
  neighbourCard,
  planEventRows,
  signOf,
  usualGrouping,
  type EventGrouping
} from '../../../../renderer/features/reports/planEventRows'
import { planAccounts } from '../../../../renderer/features/reports/planAccounts'
import { createCaseBuilder } from '../../../shared/domain/caseBuilder'

const byId = <Row extends { id: string }>(rows: readonly Row[]) => new Map(rows.map((row) => [row.id, row]))

/** Events at these seconds of one camera, against one report; the second is linked, the third was looked for in vain. */
function cardsAt(seconds: readonly number[]): AccountCard[] {
  const builder = createCaseBuilder()
  const camera = builder.footage()
  const report = builder.report('I told him to stop. I took him down.')
  const kinds = ['force', 'warning', 'resistance'] as const
  const tags = seconds.map((second, at) => builder.tag(camera, kinds[at % 3] ?? 'force', second))
  const [, second, third] = tags
  if (second !== undefined) builder.link(second, report, 'I told him to stop', 'differs')
  if (third !== undefined) builder.absentFromReport(third, report)
  const { tags: all, footage, passages, statements, links, absences, reports } = builder.build()
  const records = { tags: byId(all), footage: byId(footage), passages: byId(passages), statements: byId(statements) }
  return planAccounts({ ...records, links: byId(links), absences: byId(absences), reports: byId(reports) }, report.id).cards
}

const timeUs = ({ tag }: AccountCard) => tag.startUs
const shapeOf = (cards: readonly AccountCard[], grouping: EventGrouping, opened: string[] = []) =>
  planEventRows({ cards, grouping, opened: new Set(opened), timeUs }).map((row) =>
    row.kind === 'group' ? `${row.cards.length} ${row.isOpen ? 'open' : 'folded'}` : row.card.tag.startUs / 1_000_000
  )

test('four events within seconds fold into one, three do not, and a lull ends a burst', () => {
  expect(shapeOf(cardsAt([10, 12, 14, 16, 60, 62, 64]), 'bursts')).toEqual(['4 folded', 60, 62, 64])
  expect(shapeOf(cardsAt([10, 12, 14, 16, 22, 24, 26, 28]), 'bursts')).toEqual(['4 folded', '4 folded'])
})

test('a long stretch of events is not one burst', () => {
  const steady = Array.from({ length: 20 }, (_, at) => at * 4)
  for (const cards of planEventRows({ cards: cardsAt(steady), grouping: 'bursts', opened: new Set(), timeUs }).flatMap((row) =>
    row.kind === 'group' ? [row.cards] : []
  ))
    expect((cards.at(-1)?.tag.startUs ?? 0) - (cards[0]?.tag.startUs ?? 0)).toBeLessThanOrEqual(30_000_000)
})

test('an open group stands above its events', () => {
  const cards = cardsAt([10, 12, 14, 16])
  expect(shapeOf(cards, 'bursts', [`bursts ${cards[0]?.tag.id ?? ''}`])).toEqual(['4 open', 10, 12, 14, 16])
})

test('by minute, the events of a minute of the clock are one', () => {
  expect(shapeOf(cardsAt([10, 50, 70, 110, 130]), 'minutes')).toEqual(['2 folded', '2 folded', 130])
})

test('events without a place on the clock stay by themselves', () => {
  const rows = planEventRows({ cards: cardsAt([1, 2, 3, 4]), grouping: 'bursts', opened: new Set(), timeUs: () => null })
  expect(rows.map(({ kind }) => kind)).toEqual(['card', 'card', 'card', 'card'])
})

test('every event is listed once and in order, however they are grouped', () => {
  const seconds = fc.array(fc.integer({ min: 0, max: 600 }), { maxLength: 40 }).map((all) => all.toSorted((a, b) => a - b))
  fc.assert(
    fc.property(seconds, fc.constantFrom<EventGrouping>('each', 'bursts', 'minutes'), fc.boolean(), (at, grouping, isOpen) => {
      const cards = cardsAt(at)
      const groups = planEventRows({ cards, grouping, opened: new Set(), timeUs }).map(({ id }) => id)
      const rows = planEventRows({ cards, grouping, opened: new Set(isOpen ? groups : []), timeUs })
      const listed = rows.flatMap((row) => (row.kind === 'card' ? [row.card] : row.isOpen ? [] : row.cards))
      expect(listed).toEqual(cards)
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
    }),
    { numRuns: 40 }
  )
})

test('filters let through what they say, and the signs tell the gravest', () => {
  const cards = cardsAt([10, 20, 30, 40])
  const [first, second, third, fourth] = cards
  expect(filterCards(cards, 'unlinked', new Set())).toEqual([first, third, fourth])
  expect(filterCards(cards, 'differences', new Set([second?.tag.id ?? '']))).toEqual([second])
  expect(filterCards(cards, 'warning', new Set())).toEqual([second])
  expect(kindsOf(cards)).toEqual(['force', 'resistance', 'warning'])
  expect(cards.map(signOf)).toEqual(['unlinked', 'differs', 'not-mentioned', 'unlinked'])
})

test('few events are listed each by itself until somebody chooses otherwise', () => {
  expect([5, 59, 60, 500].map(usualGrouping)).toEqual(['each', 'each', 'bursts', 'bursts'])
})

test('the next event goes round the end, starts at the first, and only comes to what is wanted', () => {
  const cards = cardsAt([10, 20, 30, 40])
  const [first, second, third, fourth] = cards.map(({ tag }) => tag.id)
  const next = (fromId: typeof first, by: 1 | -1, isWanted: (card: AccountCard) => boolean = () => true) =>
    neighbourCard(cards, fromId ?? null, by, isWanted)?.tag.id
  expect([next(undefined, 1), next(undefined, -1), next(fourth, 1), next(first, -1)]).toEqual([first, fourth, first, fourth])
  const isOpen = ({ comparison }: AccountCard) => comparison.state === 'not-compared'
  expect([next(first, 1, isOpen), next(second, -1, isOpen), next(third, 1, isOpen)]).toEqual([fourth, first, fourth])
  expect(next(first, 1, () => false)).toBeUndefined()
})
