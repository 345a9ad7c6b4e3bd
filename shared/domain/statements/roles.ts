import { mentionText, type Mention } from './people'
import type { Found, Reach } from './span'
import type { Token } from './tokens'

/** Who did it to whom, as far as the words tell. */
export interface Roles {
  readonly actor: Mention | null
  readonly target: Mention | null
  readonly isPassive: boolean
}

const auxiliaries = new Set(['was', 'were', 'is', 'are', 'been', 'being', 'be', 'got', 'gets', 'get'])
const mostWordsToObject = 6
const mostWordsToCivilian = 4

const isPassiveAt = (tokens: readonly Token[], matched: Reach, clause: Reach): boolean => {
  // "was punching", "was combative", "was resistance": only a participle is passive.
  if (/(?:ing|ive|ant|ance)$/.test(tokens[matched.first]?.word ?? '')) return false
  for (let back = matched.first - 1; back >= Math.max(clause.first, matched.first - 3); back--) {
    const word = tokens[back]?.word ?? ''
    if (auxiliaries.has(word)) return true
    // "To avoid being hit I pushed him": the one who acts ends what was passive, but not in "was he struck".
    if (/^(?:i|we|he|she|they)$/.test(word) && !auxiliaries.has(tokens[back - 1]?.word ?? '')) return false
  }
  return false
}

/**
 * The first person of a clause who can act, or the next one after "saw", "said" and the like; but in "I saw the man and struck him" the
 * word after "and" belongs to the first again. After "told me" and "said that" it belongs to the one who is told of.
 */
const subjectOf = (
  tokens: readonly Token[],
  people: readonly Mention[],
  resets: ReadonlySet<string>,
  from: number,
  to: number
): Mention | null => {
  let resetAt = from
  for (let position = from; position < to; position++) if (resets.has(tokens[position]?.word ?? '')) resetAt = position + 1
  const candidates = people.filter(
    ({ first, last, isObject, isPossessive, preposition }) =>
      first >= from && last < to && !isObject && !isPossessive && preposition === null
  )
  const isJoined = [to - 1, to - 2].some((position) => position >= from && /^(?:and|then)$/.test(tokens[position]?.word ?? ''))
  const word = tokens[to]
  const isTrailing = word !== undefined && word.word.endsWith('ing') && word.before.includes(',')
  const isTold = /^(?:me|us)$/.test(tokens[resetAt]?.word ?? '') || (resetAt > from && tokens[resetAt - 1]?.word === 'that')
  if ((isJoined && !isTold) || isTrailing || resetAt === from) return candidates[0] ?? null
  return candidates.find(({ last }) => last >= resetAt) ?? null
}

/**
 * Finds actor and target of a phrase in its clause: the one before acts, the one after is acted upon; turned round by "was … by". Where
 * the clause names nobody before the phrase, the sentence's earlier words are looked at.
 */
export const findRoles = (
  tokens: readonly Token[],
  people: readonly Mention[],
  resets: ReadonlySet<string>,
  clause: Reach,
  matched: Reach
): Roles => {
  const isPassive = isPassiveAt(tokens, matched, clause)
  const own = subjectOf(tokens, people, resets, clause.first, matched.first)
  const subject = own ?? (isPassive ? null : subjectOf(tokens, people, resets, 0, clause.first))
  const afterwards = people.filter(({ first }) => first > matched.first && first <= Math.min(clause.last, matched.last + mostWordsToObject))
  const agent = people.find(({ first, preposition }) => preposition === 'by' && first > matched.first && first <= clause.last) ?? null
  const inside = people.find(({ first, last, isPossessive }) => first > matched.first && last <= matched.last && !isPossessive)
  const object =
    inside ??
    afterwards.find(({ preposition, isObject }) => preposition !== 'by' && (isObject || preposition === null || preposition !== 'with')) ??
    null
  // "a protester pushed by police" is passive without "was".
  if (isPassive || (agent !== null && (own === null || own.side !== 'officer'))) {
    const nearest = people.findLast(
      ({ first, last, preposition, isPossessive }) => first >= clause.first && last < matched.first && preposition === null && !isPossessive
    )
    const isNear = nearest !== undefined && (nearest.side !== 'officer' || matched.first - nearest.last <= mostWordsToCivilian)
    return { actor: agent, target: isNear ? nearest : null, isPassive: true }
  }
  // A civilian far from the word may not be the one who acts, unless it is done to an officer: better unsure than wrong.
  const isFarCivilian = object?.side !== 'officer' && subject?.side === 'civilian' && matched.first - subject.last > mostWordsToCivilian
  return { actor: isFarCivilian ? null : subject, target: object, isPassive: false }
}

/** The actor as written, "I" for the author, null where unsure ("he" may be anyone). */
export const actorText = (text: string, tokens: readonly Token[], roles: Roles, matched: Reach): Found<string> | null => {
  const { actor } = roles
  if (actor !== null) return actor.isPronoun ? null : { value: mentionText(text, tokens, actor), first: actor.first, last: actor.last }
  const mine = [matched.first, matched.first - 1].find((position) => tokens[position]?.word === 'my')
  return mine !== undefined && !roles.isPassive ? { value: 'I', first: mine, last: mine } : null
}

/** The target as written; null where the words name nobody. */
export const targetText = (text: string, tokens: readonly Token[], { target }: Roles): Found<string> | null =>
  target === null ? null : { value: mentionText(text, tokens, target), first: target.first, last: target.last }
