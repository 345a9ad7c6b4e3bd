import { messagesOf } from '../../messages/messagesOf'
import type { Case, Person } from '../../model/case'
import type { Codebook } from '../../model/codebookSchema'
import type { ReadStatement, Report } from '../../model/report'
import type { Tag } from '../../model/tag'
import { wallClockOf, type CaseClock } from '../caseClock'
import { areAreasApart } from '../differences/disagreement'
import { messageKey } from '../differences/statedSubject'
import { isShownBy } from '../differences/tiedStatements'
import { actorIdsOf, describeBodyArea, describeForceType, describePerson, targetIdsOf } from '../records'
import { instantOnDay } from '../time'

const say = messagesOf('differences')

/** What a tag and a statement have in common, or have not, in words that a reviewer can check. */
export interface SuggestionReason {
  says: string
  /** False where it speaks against the two being of one event. */
  isFor: boolean
}

/** A tag and a statement, and what was found when they were held against each other. */
export interface WeighedPair {
  /** For ranking alone; it says nothing of how sure anything is, and is not shown. */
  weight: number
  reasons: SuggestionReason[]
}

/** What a pair is weighed with. */
export interface WeighingContext {
  case: Case
  codebook: Codebook
  clock: CaseClock
  people: ReadonlyMap<string, Person>
  report: Pick<Report, 'authorId'>
}

const weights = {
  type: 4,
  otherType: -1,
  area: 1,
  person: 2,
  otherPerson: -2,
  near: 2,
  within: 1,
  apart: -2,
  count: 1,
  words: 1,
  denied: -1
}
const nearMs = 60_000
const leastWordLength = 4

/**
 * Holds what a report states against a tag: kind, type, body area, people, time, number and words. Null where the one cannot speak of
 * the other at all, e.g. medical aid of a strike. The order of events is left to who sees all of them. Pure.
 */
export function weighPair(tag: Tag, statement: ReadStatement, context: WeighingContext): WeighedPair | null {
  if (!isShownBy(statement, tag)) return null
  const reasons: SuggestionReason[] = []
  let weight = 1
  const note = (by: number, says: string) => {
    weight += by
    reasons.push({ says, isFor: by > 0 })
  }
  const isTypeTold = tag.details.kind === 'force' && statement.types.length > 0
  if (!isTypeTold) reasons.push({ says: say('bothTellOf', { kind: messageKey(statement.kind) }), isFor: true })
  weighDetails(tag, statement, context.codebook, note)
  weighPeople(tag, statement, context, note)
  weighTime(tag, statement, context, note)
  const shared = sharedWords(tag, statement)
  if (shared.length > 0) note(weights.words, say('bothSay', { words: shared.slice(0, 3).join('”, “') }))
  if (statement.negated) note(weights.denied, say('sentenceDenies'))
  return { weight, reasons }
}

type Note = (by: number, says: string) => void

function weighDetails({ details }: Tag, statement: ReadStatement, codebook: Codebook, note: Note): void {
  if (details.kind === 'force' && statement.types.length > 0) {
    const isSame = statement.types.includes(details.forceType)
    const names = statement.types.map((type) => describeForceType(type, codebook).toLowerCase()).join(', ')
    if (isSame) note(weights.type, say('bothAre', { what: describeForceType(details.forceType, codebook).toLowerCase() }))
    else note(weights.otherType, say('sentenceSays', { what: names }))
  }
  const bodyArea = 'bodyArea' in details ? details.bodyArea : null
  if (bodyArea !== null && statement.bodyArea !== null) {
    if (!areAreasApart(bodyArea, statement.bodyArea, codebook))
      note(weights.area, say('bothName', { area: describeBodyArea(bodyArea, codebook) }))
    else note(-weights.area, say('sentenceNames', { area: describeBodyArea(statement.bodyArea, codebook) }))
  }
  const count = 'count' in details ? details.count : null
  if (count !== null && statement.count !== null && count === statement.count) note(weights.count, say('bothCount', { count }))
}

function weighPeople({ details }: Tag, statement: ReadStatement, context: WeighingContext, note: Note): void {
  const sides = [
    { written: statement.actor, ids: actorIdsOf(details), inBoth: 'actsInBoth', alone: 'sentenceActs' },
    { written: statement.target, ids: targetIdsOf(details), inBoth: 'isActedOnInBoth', alone: 'sentenceIsActedOn' }
  ] as const
  for (const { written, ids, inBoth, alone } of sides) {
    if (written === null || ids.length === 0) continue
    const meant = personOf(written, context)
    if (meant === null) continue
    const isSame = ids.includes(meant.id)
    const who = describePerson(meant)
    note(isSame ? weights.person : weights.otherPerson, say(isSame ? inBoth : alone, { who }))
  }
}

/** Whom words of a report mean, where that is certain: the author, or the one person of the case whose family name they hold. */
function personOf(written: string, { people, report }: WeighingContext): Person | null {
  if (/^(?:i|me|my|myself)$/i.test(written.trim())) return report.authorId === null ? null : (people.get(report.authorId) ?? null)
  const words = new Set(wordsOf(written))
  const named = [...people.values()].filter(({ name, withdrawn }) => withdrawn === null && words.has(wordsOf(name).at(-1) ?? ''))
  return named.length === 1 ? (named[0] ?? null) : null
}

function weighTime(tag: Tag, statement: ReadStatement, { case: of, clock, codebook }: WeighingContext, note: Note): void {
  const statedAt = statement.time === null ? null : instantOnDay(of, statement.time)
  const [startsAt, endsAt] = [tag.startUs, tag.endUs ?? tag.startUs].map((timeUs) => wallClockOf(clock, tag.footageId, timeUs))
  if (statedAt === null || startsAt == null || endsAt == null) return
  const statedMs = Date.parse(statedAt)
  // A report tells the minute: its whole minute counts as said.
  const distanceMs = Math.max(Date.parse(startsAt) - statedMs - nearMs, statedMs - Date.parse(endsAt), 0)
  const time = statement.time ?? ''
  if (distanceMs <= nearMs) note(weights.near, say('sameTime', { time }))
  else if (distanceMs <= codebook.timeToleranceMs) note(weights.within, say('nearTime', { time }))
  else note(weights.apart, say('otherTime', { time, minutes: Math.round(distanceMs / 60_000) }))
}

/** Words of four letters and more that stand both in the note of a tag, or in what was called out, and in the sentence. */
function sharedWords(tag: Tag, statement: ReadStatement): string[] {
  const said = 'words' in tag.details ? `${tag.note} ${tag.details.words}` : tag.note
  const written = new Set(wordsOf(statement.text))
  return [...new Set(wordsOf(said))].filter((word) => word.length >= leastWordLength && !fillers.has(word) && written.has(word))
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
const fillers = new Set(
  'about after again also been before being from have into more once only over that their them then there they this were what when where which while with'.split(
    ' '
  )
)
