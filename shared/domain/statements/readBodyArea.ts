import type { PhraseIndex } from './phrases'
import { phrasesAt } from './phrases'
import type { Found, Reach } from './span'
import type { Token } from './tokens'

const leads = new Set([
  'his',
  'her',
  'their',
  'the',
  'its',
  'left',
  'right',
  'upper',
  'lower',
  'middle',
  'mid',
  'both',
  'in',
  'to',
  'inner',
  'outer',
  'front',
  'or',
  'and',
  'bare'
])
const instrumentBefore = new Set(['with', 'using', 'use', 'used', 'my', 'placed', 'placing', 'put'])
const commandBefore = new Set(['put', 'place', 'placed', 'keep', 'show', 'raise', 'raised', 'hold', 'give', 'out', 'of'])
const instrumentAfter = new Set([
  'on',
  'onto',
  'into',
  'against',
  'strike',
  'strikes',
  'behind',
  'up',
  'in',
  'first',
  'down',
  'toward',
  'towards'
])
const mostWordsAfter = 14
const mostWordsBefore = 4

const isLed = (tokens: readonly Token[], position: number): boolean => {
  const before = tokens[position - 1]
  return before !== undefined && (leads.has(before.word) || before.isPossessive)
}

const isInstrument = (tokens: readonly Token[], first: number, last: number, clauseStart: number): boolean => {
  for (let back = first - 1; back >= Math.max(clauseStart, first - 3); back--) {
    if (instrumentBefore.has(tokens[back]?.word ?? '')) return true
    if (commandBefore.has(tokens[back]?.word ?? '') && /^hands?$/.test(tokens[first]?.word ?? '')) return true
  }
  const after = tokens[last + 1]
  const isLimb = /^(?:knees?|hands?|elbows?|fore?arms?|arms?|foot|feet|fists?|face|head)$/.test(tokens[last]?.word ?? '')
  return isLimb && after !== undefined && !after.isAfterBreak && instrumentAfter.has(after.word)
}

/**
 * The codebook area nearest after a force word, or just before it. "stepped back", "head north" and "with my right hand" name no area
 * that was struck: an area word must follow "his", "the", "left" and the like, and must not be what the force was done with.
 */
export const readBodyArea = (tokens: readonly Token[], index: PhraseIndex<string>, clause: Reach, matched: Reach): Found<string> | null => {
  const areaAt = (position: number): Found<string> | null => {
    const match = phrasesAt(tokens, position, index)[0]
    if (match === undefined || match.last > clause.last || !isLed(tokens, position)) return null
    // "the back of his head" is the head.
    if (match.label === 'back' && tokens[match.last + 1]?.word === 'of') return null
    if (tokens[position]?.word === 'back' && ['in', 'to', 'and', 'or'].includes(tokens[position - 1]?.word ?? '')) return null
    return isInstrument(tokens, position, match.last, clause.first) ? null : { value: match.label, first: position, last: match.last }
  }
  for (let position = matched.first; position <= Math.min(clause.last, matched.last + mostWordsAfter); position++) {
    const area = areaAt(position)
    if (area !== null) return area
  }
  for (let position = matched.first - 1; position >= Math.max(clause.first, matched.first - mostWordsBefore); position--) {
    const area = areaAt(position)
    if (area !== null) return area
  }
  return null
}
