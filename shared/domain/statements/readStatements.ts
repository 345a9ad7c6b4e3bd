import type { Codebook } from '../../model/codebookSchema'
import type { ReadStatement, StatementKind } from '../../model/report'
import { clauseNumbers } from './clauses'
import { lexiconOf, type Lexicon, type Naming } from './lexicon'
import { collectNames, findPeople, type KnownNames, type Mention } from './people'
import { findPhrases, type PhraseMatch } from './phrases'
import { findQualifiers, isNegated, isUncertain, type Qualifiers } from './qualifiers'
import { readBodyArea } from './readBodyArea'
import { readCount } from './readCount'
import { findTimes, hasApproximateTime, readTime } from './readTime'
import { actorText, findRoles, targetText, type Roles } from './roles'
import { splitSentences } from './sentences'
import { resolveShots } from './shots'
import type { Span } from './span'
import { tokenise, type Token } from './tokens'

interface Reach {
  readonly first: number
  readonly last: number
}

/** One phrase of a sentence with what its clause says of it. */
interface Finding {
  readonly kind: StatementKind
  readonly type: string | null
  readonly matched: Reach
  readonly clause: Reach
  readonly clauseNumber: number
  readonly roles: Roles
  readonly isNegated: boolean
}

interface Sentence {
  readonly span: Span
  readonly tokens: readonly Token[]
  readonly people: readonly Mention[]
  readonly clauses: readonly number[]
  readonly clauseReaches: ReadonlyMap<number, Reach>
  readonly qualifiers: Qualifiers
}

const readSentence = (text: string, span: Span, names: KnownNames): Sentence => {
  const tokens = tokenise(text.slice(span.start, span.end), span.start)
  const people = findPeople(tokens, names)
  const clauses = clauseNumbers(tokens, people)
  const clauseReaches = new Map<number, Reach>()
  clauses.forEach((clause, position) => clauseReaches.set(clause, { first: clauseReaches.get(clause)?.first ?? position, last: position }))
  return { span, tokens, people, clauses, clauseReaches, qualifiers: findQualifiers(tokens) }
}

/** Force is what officers do: what a person does to an officer is resistance, and what others do to each other is neither. */
const kindByRoles = (kind: StatementKind, { actor, target, isPassive }: Roles): StatementKind | null => {
  if (kind === 'force' || kind === 'intervention') {
    // "He swung at me": an officer who writes names colleagues, so the "he" is the other person.
    if (
      kind === 'force' &&
      !isPassive &&
      actor?.isPronoun === true &&
      actor.side !== 'officer' &&
      target?.side === 'officer' &&
      target.isObject
    )
      return 'resistance'
    if (actor?.side !== 'civilian') return kind
    if (kind === 'intervention') return null
    if (isPassive) return target?.side === 'officer' ? 'resistance' : null
    if (target === null) return kind
    return target.side === 'officer' ? 'resistance' : null
  }
  // "she was pulled away by police" and "officers pulled away" tell of no resistance.
  if (kind === 'resistance' && (actor?.side === 'officer' || (isPassive && actor === null))) return null
  return kind
}

const readFinding = (sentence: Sentence, match: PhraseMatch<Naming>, type: string | null): Finding | null => {
  const { tokens, people, clauses, clauseReaches, qualifiers } = sentence
  if (match.label === 'trap') return null
  const matched = { first: match.first, last: match.last }
  const clauseNumber = clauses[match.first] ?? 0
  const own = clauseReaches.get(clauseNumber) ?? matched
  const clause = { first: own.first, last: Math.max(own.last, match.last) }
  const roles = findRoles(tokens, people, clause, matched)
  const kind = kindByRoles(match.label.kind, roles)
  if (kind === null) return null
  const negated = isNegated(tokens, qualifiers, clause, matched) || (tokens[match.first]?.word === 'no' && kind === 'force')
  return { kind, type: kind === 'force' ? type : null, matched, clause, clauseNumber, roles, isNegated: negated }
}

/** Findings that make one statement: same kind and same yes or no; force in clauses with different counts or actors stays apart. */
const groupFindings = (findings: readonly Finding[]): Finding[][] => {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const key = `${finding.kind}/${String(finding.isNegated)}/${finding.kind === 'force' ? String(finding.clauseNumber) : ''}`
    const group = groups.get(key)
    if (group) group.push(finding)
    else groups.set(key, [finding])
  }
  return [...groups.values()]
}

const firstValue = <Value>(group: readonly Finding[], read: (finding: Finding) => Value | null): Value | null => {
  for (const finding of group) {
    const value = read(finding)
    if (value !== null) return value
  }
  return null
}

const kindsOnBodies: ReadonlySet<StatementKind> = new Set(['force', 'resistance', 'injury'])

/** Within quotation marks the words are those of the one quoted. */
const isQuoted = (tokens: readonly Token[], position: number): boolean => {
  let isOpen = false
  for (let at = 0; at <= position; at++) {
    for (const sign of tokens[at]?.before ?? '') {
      if (sign === '"') isOpen = !isOpen
      else if (sign === '“' || sign === '”') isOpen = sign === '“'
    }
  }
  return isOpen
}

const toStatement = (text: string, sentence: Sentence, group: readonly Finding[], lexicon: Lexicon): ReadStatement | null => {
  const { span, tokens, qualifiers } = sentence
  const lead = group[0]
  if (lead === undefined) return null
  const written = text.slice(span.start, span.end)
  const times = findTimes(written)
  return {
    kind: lead.kind,
    types: [...new Set(group.flatMap(({ type }) => (type === null ? [] : [type])))],
    bodyArea: kindsOnBodies.has(lead.kind)
      ? firstValue(group, ({ clause, matched }) => readBodyArea(tokens, lexicon.bodyAreas, clause, matched))
      : null,
    count: firstValue(group, ({ clause, matched }) => readCount(tokens, lexicon.countNouns, clause, matched)),
    actor: firstValue(group, ({ roles, matched }) => actorText(text, tokens, roles, matched)),
    target: firstValue(group, ({ roles }) => targetText(text, tokens, roles)),
    time: readTime(times, (tokens[lead.matched.first]?.start ?? span.start) - span.start),
    negated: lead.isNegated,
    hearsay: qualifiers.hearsay || (lead.kind === 'force' && group.every(({ matched }) => isQuoted(tokens, matched.first))),
    uncertain: group.some(({ clause }) => isUncertain(qualifiers, clause)) || hasApproximateTime(written, times),
    start: span.start,
    end: span.end,
    text: written
  }
}

/**
 * Reads what a report states, sentence by sentence, from word lists alone: no model, no network, the same answer each time.
 * Takes the text as extracted and the codebook whose words and ids to use; returns one statement per sentence and kind (force in
 * clearly different clauses, and denied beside affirmed, apart), in text order, with UTF-16 offsets of the whole sentence. Never throws
 * on any text.
 */
export const readStatements = (text: string, codebook: Codebook): ReadStatement[] => {
  const lexicon = lexiconOf(codebook)
  const names = collectNames(tokenise(text))
  let lastLauncher: string | null = null
  return splitSentences(text).flatMap((span) => {
    const sentence = readSentence(text, span, names)
    const matches = findPhrases(sentence.tokens, lexicon.namings)
    const shots = resolveShots(sentence.tokens, matches, lexicon, lastLauncher)
    lastLauncher = shots.lastLauncher
    const findings = matches.filter(shots.isAct).flatMap((match) => {
      const finding = readFinding(sentence, match, shots.typeOf(match))
      return finding === null ? [] : [finding]
    })
    return groupFindings(findings).flatMap((group) => {
      const statement = toStatement(text, sentence, group, lexicon)
      return statement === null ? [] : [statement]
    })
  })
}
