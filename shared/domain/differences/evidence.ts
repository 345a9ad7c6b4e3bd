import { messagesOf } from '../../messages/messagesOf'
import type { DifferenceKind, Evidence } from '../../model/comparison'
import type { PersonId } from '../../model/ids'
import type { Passage, Report, Statement } from '../../model/report'
import type { Tag, TagDetails } from '../../model/tag'
import { wallClockOf } from '../caseClock'
import { actorIdsOf, describePeople, describeReport, describeTag, personIdsOf, targetIdsOf } from '../records'
import { formatFootageTime, formatWallClock } from '../time'
import type { ComparisonIndex } from './comparisonIndex'
import type { FoundDifference } from './comparisonInput'
import { fnv1a } from './fingerprint'
import { distinct, groupBy } from './grouping'

const say = messagesOf('differences')

const longestQuote = 160
const longestKey = 300
const mostTagsInWords = 3
const characters = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** What a rule says of a difference; without `personIds`, all whom its tags, statements and reports name. */
type Parts = Pick<FoundDifference, 'summary' | 'sides'> & Partial<Pick<FoundDifference, 'basis' | 'personIds' | 'origin'>>

/** A difference as a rule finds it, unless `parts` says that it was entered. `ids` are those of the records that it stands and falls with; they make its key. */
export function foundDifference(index: ComparisonIndex, kind: DifferenceKind, ids: readonly string[], parts: Parts): FoundDifference {
  return {
    key: differenceKey(kind, ids),
    kind,
    origin: 'found',
    rule: index.ruleOf(kind),
    basis: '',
    personIds: parts.personIds ?? peopleOf(parts.sides, index),
    ...parts
  }
}

/** `kind:` and the sorted ids; where that is longer than a key may be, a hash of the ids stands for them. */
export function differenceKey(kind: string, ids: readonly string[]): string {
  const joined = distinct(ids).sort().join('+')
  const key = `${kind}:${joined}`
  return key.length <= longestKey ? key : `${kind}:${ids.length}-${fnv1a(joined)}-${fnv1a(`${joined}.`)}`
}

/** What footage shows, by tags. */
export function footageEvidence(tags: readonly Tag[], index: ComparisonIndex): Evidence {
  return {
    ...noAccount(say('footageSays', { what: describeTags(tags, index) })),
    account: 'footage',
    tagIds: distinct(tags.map(({ id }) => id))
  }
}

/** What a report says, quoted. Passages of links are named beside those of the statements, so that a screen can jump to both. */
export function reportEvidence(
  report: Report,
  said: { statements?: readonly Statement[]; passages?: readonly Passage[] },
  index: ComparisonIndex
): Evidence {
  const statements = said.statements ?? []
  const passages = said.passages ?? []
  const quotes =
    statements.length > 0
      ? statements.map((statement) => quoteStatement(statement, index))
      : passages.map(({ anchor }) => `“${trimQuote(anchor.exact)}”`)
  return {
    ...noAccount(say('reportSays', { report: nameOfReport(report, index), what: distinct(quotes).join(' … ') })),
    account: 'report',
    passageIds: distinct([...statements.map(({ passageId }) => passageId), ...passages.map(({ id }) => id)]),
    statementIds: distinct(statements.map(({ id }) => id)),
    reportId: report.id
  }
}

/** A side on which nothing is said, with why. */
export function noAccount(says: string): Evidence {
  return { account: 'none', says, tagIds: [], passageIds: [], statementIds: [], reportId: null }
}

/** Tags in words: `Strike · head ×3, by Sgt. A. Doe (#123) on J. Roe (subject), at 21:17:42.300`; alike ones are summed. */
export function describeTags(tags: readonly Tag[], index: ComparisonIndex): string {
  const ordered = [...tags].sort((a, b) => a.startUs - b.startUs || (a.id < b.id ? -1 : 1))
  const groups = [...groupBy(ordered, (tag) => describeDoing({ ...tag, details: withCount(tag.details, 1) }, index)).values()]
  const phrases = groups.slice(0, mostTagsInWords).flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const total = group.reduce((sum, { details }) => sum + countOf(details), 0)
    const when = { what: describeDoing({ ...first, details: withCount(first.details, total) }, index), when: momentOf(first, index) }
    return [group.length === 1 ? say('doneAt', when) : say('doneFrom', when)]
  })
  const rest = groups.length - phrases.length
  return phrases.join('; ') + (rest > 0 ? say('andMore', { count: rest }) : '')
}

/** When a tag starts: the time of day where its clock is known, else the time of its footage. */
export function momentOf(tag: Tag, index: ComparisonIndex): string {
  const footage = index.footage.get(tag.footageId)
  const instant = wallClockOf(index.clock, tag.footageId, tag.startUs)
  return instant
    ? formatWallClock(instant, index.case.timeZone)
    : say('timeOfFootage', { time: formatFootageTime(tag.startUs), footage: footage?.cameraLabel || say('theFootage') })
}

/** How often a tag counts: once where nothing is counted. */
export function countOf(details: TagDetails): number {
  return 'count' in details ? (details.count ?? 1) : 1
}

/** A report's type and author, for a sentence. */
export function nameOfReport(report: Report, index: ComparisonIndex): string {
  return describeReport(report, index.people, index.codebook)
}

function withCount(details: TagDetails, count: number): TagDetails {
  return 'count' in details ? { ...details, count } : details
}

function describeDoing(tag: Tag, index: ComparisonIndex): string {
  const by = describePeople(actorIdsOf(tag.details), index.people)
  const on = describePeople(targetIdsOf(tag.details), index.people)
  return [
    describeTag(tag, index.codebook),
    [by && say('byWhom', { names: by }), on && say('onWhom', { names: on })].filter(Boolean).join(' ')
  ]
    .filter(Boolean)
    .join(', ')
}

function quoteStatement(statement: Statement, index: ComparisonIndex): string {
  const quote = `“${trimQuote(index.passages.get(statement.passageId)?.anchor.exact ?? '')}”`
  const marks = [statement.isHearsay && say('hearsay'), statement.isUncertain && say('uncertain')].filter((mark) => mark !== false)
  return marks.length > 0 ? `${quote} (${marks.join(', ')})` : quote
}

/** A quote on one line, cut where it is long. */
export function trimQuote(exact: string): string {
  const quote = exact.replace(/\s+/g, ' ').trim()
  if (quote.length <= longestQuote) return quote
  const kept = Array.from(characters.segment(quote.slice(0, longestQuote)), ({ segment }) => segment)
  // The last character may have been cut in two, so it goes; the mark of the cut takes its place.
  return `${kept.slice(0, -1).join('').trimEnd()}…`
}

function peopleOf(sides: FoundDifference['sides'], index: ComparisonIndex): PersonId[] {
  const ids = sides.flatMap((side): (PersonId | null | undefined)[] => [
    ...side.tagIds.flatMap((id) => {
      const tag = index.tags.get(id)
      return tag === undefined ? [] : personIdsOf(tag.details)
    }),
    ...side.statementIds.flatMap((id) => {
      const statement = index.statements.get(id)
      return statement === undefined ? [] : [...statement.actorIds, ...statement.targetIds]
    }),
    side.reportId && index.reports.get(side.reportId)?.authorId
  ])
  return distinct(ids.filter((id) => id != null).filter((id) => index.people.has(id))).sort()
}
