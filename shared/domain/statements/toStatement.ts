import type { ReadField, ReadStatement, StatementKind } from '../../model/report'
import type { Lexicon } from './lexicon'
import { readBodyArea } from './readBodyArea'
import { readCount } from './readCount'
import { readDuration } from './readDuration'
import { readOrder } from './readOrder'
import { approximateTime, timeOf, type DatingTime } from './readTime'
import type { Finding, Sentence } from './readSentence'
import { actorText, targetText } from './roles'
import type { Found, Reach, Span } from './span'

const kindsOnBodies: ReadonlySet<StatementKind> = new Set(['force', 'resistance', 'injury'])

const firstFound = <Value>(group: readonly Finding[], read: (finding: Finding) => Value | null): Value | null => {
  for (const finding of group) {
    const value = read(finding)
    if (value !== null) return value
  }
  return null
}

/**
 * One statement from the findings of a sentence that belong together, each field with the words that it rests on; null for none. `times`
 * are those of the sentence.
 */
export const toStatement = (
  text: string,
  sentence: Sentence,
  group: readonly Finding[],
  times: readonly DatingTime[],
  lexicon: Lexicon
): ReadStatement | null => {
  const { span, tokens, quoted } = sentence
  const lead = group[0]
  if (lead === undefined) return null
  const written = text.slice(span.start, span.end)
  const evidence: Partial<Record<ReadField, Span[]>> = {}
  const point = (field: ReadField, ...spans: Span[]) => (evidence[field] = spans)
  const spanOf = ({ first, last }: Reach): Span => ({ start: tokens[first]?.start ?? span.start, end: tokens[last]?.end ?? span.end })
  const take = <Value>(field: ReadField, found: Found<Value> | null): Value | null => {
    if (found === null) return null
    point(field, spanOf(found))
    return found.value
  }
  const inSentence = ({ start, end }: Span): Span => ({ start: span.start + start, end: span.start + end })

  const time = firstFound(group, ({ clauseNumber, matched }) =>
    timeOf(times, clauseNumber, (tokens[matched.first]?.start ?? span.start) - span.start)
  )
  if (time !== null) point('time', inSentence(time))
  point('kind', ...group.map(({ matched }) => spanOf(matched)))
  const typed = group.filter(({ type }) => type !== null)
  if (typed.length > 0) point('types', ...typed.map(({ matched }) => spanOf(matched)))
  if (lead.negation !== null) point('negated', spanOf(lead.negation))
  const isQuotedForce = lead.kind === 'force' && group.every(({ matched }) => quoted[matched.first] === true)
  const source = firstFound(group, (finding) => finding.source)
  if (source !== null || isQuotedForce) point('hearsay', spanOf(source ?? lead.matched))
  const hedge = firstFound(group, (finding) => finding.hedge)
  const approximate = time === null ? null : approximateTime(written, time)
  if (hedge !== null) point('uncertain', spanOf(hedge))
  else if (approximate !== null) point('uncertain', inSentence(approximate))
  return {
    kind: lead.kind,
    types: [...new Set(typed.flatMap(({ type }) => (type === null ? [] : [type])))],
    bodyArea: take(
      'bodyArea',
      kindsOnBodies.has(lead.kind)
        ? firstFound(group, ({ clause, matched }) => readBodyArea(tokens, lexicon.bodyAreas, clause, matched))
        : null
    ),
    count: take(
      'count',
      firstFound(group, ({ clause, matched }) => readCount(tokens, lexicon.countNouns, clause, matched))
    ),
    actor: take(
      'actor',
      firstFound(group, ({ roles, matched }) => actorText(text, tokens, roles, matched))
    ),
    target: take(
      'target',
      firstFound(group, ({ roles }) => targetText(text, tokens, roles))
    ),
    time: time?.time ?? null,
    durationSeconds: take(
      'duration',
      firstFound(group, ({ clause }) => readDuration(tokens, clause))
    ),
    order: take(
      'order',
      firstFound(group, ({ clause, matched }) => readOrder(tokens, lexicon.order, clause, matched))
    ),
    negated: lead.negation !== null,
    hearsay: evidence.hearsay !== undefined,
    uncertain: evidence.uncertain !== undefined,
    start: span.start,
    end: span.end,
    text: written,
    evidence
  }
}
