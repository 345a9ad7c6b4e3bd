import type { StatementKind } from '../../model/report'
import { clauseNumbers } from './clauses'
import { findHearsay, hearsayOf, quotedPositions } from './hearsay'
import { hedgeOf } from './hedges'
import type { HearsayCue, Lexicon, Naming } from './lexicon'
import { findPeople, type KnownNames, type Mention } from './people'
import type { PhraseMatch } from './phrases'
import { findQualifiers, isAside, negationOf, type Qualifiers } from './qualifiers'
import { findRoles, type Roles } from './roles'
import type { Reach, Span } from './span'
import { tokenise, type Token } from './tokens'

/** One phrase of a sentence with what its clause says of it. */
export interface Finding {
  readonly kind: StatementKind
  readonly type: string | null
  readonly matched: Reach
  readonly clause: Reach
  readonly clauseNumber: number
  readonly roles: Roles
  /** The words that negate it, or null. */
  readonly negation: Reach | null
  /** The words that make it somebody else's account, or null. */
  readonly source: Reach | null
  /** The words that leave it in doubt, or null. */
  readonly hedge: Reach | null
}

/** A sentence taken apart. */
export interface Sentence {
  readonly span: Span
  readonly tokens: readonly Token[]
  readonly people: readonly Mention[]
  /** The clause number of each token. */
  readonly clauses: readonly number[]
  readonly clauseReaches: readonly Reach[]
  readonly qualifiers: Qualifiers
  /** The words that report somebody else's account. */
  readonly hearsay: readonly PhraseMatch<HearsayCue>[]
  /** Which tokens stand within quotation marks. */
  readonly quoted: readonly boolean[]
}

const author = /^(?:i|we|me|us)$/

/** Takes one sentence of a text apart. */
export const parseSentence = (text: string, span: Span, names: KnownNames, { people: words, cues }: Lexicon): Sentence => {
  const tokens = tokenise(text.slice(span.start, span.end), span.start)
  const quoted = quotedPositions(tokens)
  const qualifiers = findQualifiers(tokens, cues)
  // In "there was, I think, some resistance" nobody acts but the doubt.
  const isInAside = ({ first }: Mention): boolean =>
    qualifiers.uncertain.some((cue) => cue.first <= first && cue.last >= first && isAside(tokens, cue))
  // The "I" of one who is quoted is not the author.
  const people = findPeople(tokens, names, words)
    .filter((mention) => !isInAside(mention))
    .map((mention) =>
      quoted[mention.first] === true && author.test(tokens[mention.last]?.word ?? '')
        ? { ...mention, side: 'unclear' as const, isPronoun: true }
        : mention
    )
  const clauses = clauseNumbers(tokens, people)
  const clauseReaches: Reach[] = []
  clauses.forEach((clause, position) => (clauseReaches[clause] = { first: clauseReaches[clause]?.first ?? position, last: position }))
  return {
    span,
    tokens,
    people,
    clauses,
    clauseReaches,
    qualifiers,
    hearsay: findHearsay(tokens, cues),
    quoted
  }
}

const aimed = /^(?:at|toward|towards|against|on|upon)$/

/** "McGehee pointed it at the deputy": a name that no title made an officer's, and an officer it is done to. */
const isDoneToOfficer = ({ actor, target, isPassive }: Roles): boolean =>
  !isPassive && actor?.side !== 'officer' && target?.side === 'officer' && aimed.test(target.preposition ?? '')

const isNounOfConduct = /(?:ance|ive|compliant?|defian[ct]e?|behaviou?r|physical|active|passive|aggressive|any|hostile|non)$/

/** Force is what officers do: what a person does to an officer is resistance, and what others do to each other is neither. */
const kindByRoles = (kind: StatementKind, roles: Roles, word: string): StatementKind | null => {
  const { actor, target, isPassive } = roles
  if (kind === 'force' && isDoneToOfficer(roles)) return 'resistance'
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
    // "the subject was kicking" tells of no officer's force; "Protester pushed over" may.
    if (target === null) return word.endsWith('ing') ? null : kind
    return target.side === 'officer' ? 'resistance' : null
  }
  // "she was pulled away by police" and "officers pulled away" tell of no resistance.
  // But "I encountered no resistance" names what others did.
  if (kind === 'resistance' && !isNounOfConduct.test(word) && (actor?.side === 'officer' || (isPassive && actor === null))) return null
  return kind
}

/** What one phrase of a sentence states, or null where it states nothing after all. */
export const readFinding = (
  sentence: Sentence,
  match: PhraseMatch<Naming>,
  type: string | null,
  resets: ReadonlySet<string>
): Finding | null => {
  if (match.label === 'trap') return null
  const { tokens, people, clauses, clauseReaches, qualifiers } = sentence
  const matched = { first: match.first, last: match.last }
  const clauseNumber = clauses[match.first] ?? 0
  const own = clauseReaches[clauseNumber] ?? matched
  const clause = { first: own.first, last: Math.max(own.last, match.last) }
  const roles = findRoles(tokens, people, resets, clause, matched)
  const kind = kindByRoles(match.label.kind, roles, tokens[match.first]?.word ?? '')
  if (kind === null) return null
  const no = { first: match.first, last: match.first }
  const negation =
    negationOf(tokens, qualifiers, clause, matched, kind) ?? (tokens[match.first]?.word === 'no' && kind === 'force' ? no : null)
  const source = hearsayOf(sentence, kind, matched, clauseNumber)
  const hedge = hedgeOf(sentence, { matched, clause, negation })
  return { kind, type: kind === 'force' ? type : null, matched, clause, clauseNumber, roles, negation, source, hedge }
}
