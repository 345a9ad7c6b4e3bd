import { messagesOf } from '../../messages/messagesOf'
import type { ReadStatement } from '../../model/report'
import type { Tag } from '../../model/tag'
import { clockTimeAt } from '../caseClock'
import { weighPair, type SuggestionReason, type WeighingContext } from './weighPair'

const say = messagesOf('differences')

/** A tag and a sentence that may speak of one event. A person decides; nothing is tied or compared by it. */
export interface Suggestion {
  tag: Tag
  statement: ReadStatement
  reasons: SuggestionReason[]
}

/** What suggestions are drawn from: the active tags of a case, and what was read out of one report. */
export interface SuggestionInput extends WeighingContext {
  tags: readonly Tag[]
  /** In the order of the text. */
  statements: readonly ReadStatement[]
}

interface Ranked extends Suggestion {
  weight: number
}

const mostSuggested = 5
const sameOrder = 1
const leastWeight = 1

/** The sentences of the report that most likely speak of a tag, the likeliest first; at most five. Pure. */
export function suggestPassages(tag: Tag, input: SuggestionInput): Suggestion[] {
  const placeOf = placesByOrder(input)
  return ranked(input.statements.flatMap((statement) => weigh(tag, statement, input, placeOf)))
}

/** The tags that most likely show what words of the report say, the likeliest first; at most five. `start` to `end` as in the text. Pure. */
export function suggestTags(span: { start: number; end: number }, input: SuggestionInput): Suggestion[] {
  const placeOf = placesByOrder(input)
  const covered = input.statements.filter(({ start, end }) => start < span.end && end > span.start)
  const best = new Map<string, Ranked>()
  for (const statement of covered) {
    for (const tag of input.tags) {
      for (const found of weigh(tag, statement, input, placeOf)) {
        if (found.weight > (best.get(tag.id)?.weight ?? -Infinity)) best.set(tag.id, found)
      }
    }
  }
  return ranked([...best.values()])
}

function weigh(tag: Tag, statement: ReadStatement, input: SuggestionInput, placeOf: PlaceOf): Ranked[] {
  const pair = weighPair(tag, statement, input)
  if (pair === null) return []
  const [tagPlace, statementPlace] = [placeOf.tag(tag), placeOf.statement(statement)]
  const isSameOrder = tagPlace !== null && tagPlace.number === statementPlace?.number && tagPlace.count === statementPlace.count
  const order = isSameOrder && tagPlace.count > 1 ? [{ says: say('sameOrder', { ...tagPlace }), isFor: true }] : []
  return [{ tag, statement, reasons: [...pair.reasons, ...order], weight: pair.weight + (order.length > 0 ? sameOrder : 0) }]
}

function ranked(pairs: readonly Ranked[]): Suggestion[] {
  return pairs
    .filter(({ weight, reasons }) => weight >= leastWeight && reasons.some(({ isFor }) => isFor))
    .sort((a, b) => b.weight - a.weight || a.statement.start - b.statement.start || (a.tag.id < b.tag.id ? -1 : 1))
    .slice(0, mostSuggested)
    .map(({ tag, statement, reasons }) => ({ tag, statement, reasons }))
}

interface Place {
  number: number
  count: number
}

interface PlaceOf {
  tag: (tag: Tag) => Place | null
  statement: (statement: ReadStatement) => Place | null
}

/** The how-manieth of its kind each is: a tag by the case clock, a statement by the text. What is denied did not come. */
function placesByOrder({ tags, statements, clock }: SuggestionInput): PlaceOf {
  const clockUs = (tag: Tag) => {
    const place = clock.places.get(tag.footageId)
    return place === undefined || place.clockId !== clock.mainClockId ? null : clockTimeAt(place, tag.startUs)
  }
  const placed = tags.flatMap((tag) => {
    const us = clockUs(tag)
    return us === null ? [] : [{ tag, us }]
  })
  const inOrder = placed.sort((a, b) => a.us - b.us || (a.tag.id < b.tag.id ? -1 : 1)).map(({ tag }) => tag)
  const told = statements.filter(({ negated }) => !negated)
  const ofTags = numberByKind(inOrder, ({ details }) => details.kind)
  const ofStatements = numberByKind(told, ({ kind }) => kind)
  return { tag: (tag) => ofTags.get(tag) ?? null, statement: (statement) => ofStatements.get(statement) ?? null }
}

function numberByKind<Row>(rows: readonly Row[], kindOf: (row: Row) => string): Map<Row, Place> {
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(kindOf(row), (counts.get(kindOf(row)) ?? 0) + 1)
  const numbers = new Map<string, number>()
  return new Map(
    rows.map((row) => {
      const kind = kindOf(row)
      const number = (numbers.get(kind) ?? 0) + 1
      numbers.set(kind, number)
      return [row, { number, count: counts.get(kind) ?? 0 }]
    })
  )
}
