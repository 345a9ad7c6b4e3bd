import searchAlike from 'approx-string-match'
import type { PassageAnchor, RefindingReason } from '#shared/model/report'
import { alignTexts } from './alignTexts'
import { comparableText, type ComparableText, type TextSpan } from './comparableText'
import { commonContext, isJoinedAlike, placesOf } from './contextOfPlaces'

/** What became of a passage in another text of its report; spans are of the new text. */
export type Refound =
  /** The same words, and no doubt about the place. */
  | { state: 'exact'; span: TextSpan }
  /** Likely these; a person confirms. */
  | { state: 'changed'; span: TextSpan; reason: RefindingReason }
  /** `nearest` are words like them that stand in another place. */
  | { state: 'lost'; nearest: TextSpan | null }

/** A quote this long, unique in both texts, is known again wherever it stands. */
const longQuote = { length: 40, words: 6 }
/** A short quote needs this much of the same text on one side, a repeated one on both. */
const nearContext = { short: 16, repeated: 20, shortQuote: 24 }
/** Of the old words, at least this share is still there where the two texts are aligned. */
const leastKept = 0.5
/** Letters that may differ, of those in the quote. */
const mostErrors = 0.3
/** Letters compared in all searches for alike words together, so that a long report with many passages ends. */
const searchBudget = 3e8

/** Where a sentence ends, or a line of a form that is none; a line that goes on in small letters is of the same sentence. */
const sentenceEnd = /[.!?]\s+|\n\s*(?=[\p{Lu}\p{N}\n])/gu
const sentenceReach = 300
const negation = /\b(?:not|never|no|nor|neither|none|nobody|nothing|without|cannot|unable|denied|denies)\b|n['’]t\b/giu

/**
 * Finds the passages of a report again in another text of it: of a corrected version of its file, or of the same file read by
 * a later reader. `oldText` is the text that the anchors lie in, null where it is not known.
 *
 * A passage is `exact` only where its words are there verbatim, but for where its lines break, and its place is certain: the
 * words are unique in both texts, or what stands before them and what stands behind them lead to the same place, each by itself.
 * Words that are repeated never jump to another of their places.
 */
export function createPassageRefinder(oldText: string | null, newText: string): (anchor: PassageAnchor) => Refound {
  const after = comparableText(newText)
  const before = oldText === null ? null : comparableText(oldText)
  const alignment = before === null ? null : alignTexts(before.text, after.text)
  let budget = searchBudget

  return (anchor) => {
    const found = refind(anchor)
    if (found.state === 'lost') return { state: 'lost', nearest: found.nearest && after.toSource(found.nearest) }
    return { ...found, span: after.toSource(found.span) }
  }

  function refind(anchor: PassageAnchor): Refound {
    const known = before === null ? null : placeIn(before, anchor)
    const text = known === null ? contextAlone(anchor) : before
    const place = known ?? (text === null ? null : placeOfQuote(anchor, text))
    if (text === null || place === null) return { state: 'lost', nearest: null }
    const quote = text.text.slice(place.start, place.end)
    const alike = placesOf(after.text, quote)
    const places = alike.filter((start) => isJoinedAlike(text.text, place, after.text, spanAt(start, quote)))
    const aligned = known === null ? null : (alignment?.place(known) ?? null)
    const isKept = aligned !== null && aligned.keptShare >= leastKept
    // Without the old text nobody knows whether the words were repeated there.
    const isRepeated = known === null || alike.length > 1 || placesOf(text.text, quote).length > 1

    for (const start of aligned?.isWhole ? places.filter((one) => one === aligned.start) : places) {
      if (!isCertain({ text, place, quote, start, isRepeated, isAligned: aligned?.start === start && aligned.isWhole, isKept })) continue
      const span = spanAt(start, quote)
      // Without the old text nothing is certain: the same words may have stood in a place that is gone.
      if (known === null || oldText === null) return { state: 'changed', span, reason: 'repeated' }
      if (negationsAround(oldText, text.toSource(place)) === negationsAround(newText, after.toSource(span))) return { state: 'exact', span }
      return { state: 'changed', span, reason: 'sentence' }
    }
    if (isKept) {
      const isVerbatim = places.includes(aligned.start) && aligned.isWhole
      return { state: 'changed', span: aligned, reason: isVerbatim ? 'repeated' : 'words' }
    }
    const nearest = nearestOf(places, text, place, quote)
    if (nearest !== null) {
      const wasRepeated = placesOf(text.text, quote).length > 1
      if (wasRepeated && known !== null && alignment !== null) return { state: 'lost', nearest }
      return { state: 'changed', span: nearest, reason: isRepeated ? 'repeated' : 'moved' }
    }
    return alikeOf(quote, known === null ? null : text)
  }

  interface Candidate {
    text: ComparableText
    place: TextSpan
    quote: string
    start: number
    isRepeated: boolean
    isAligned: boolean
    isKept: boolean
  }

  function isCertain({ text, place, quote, start, isRepeated, isAligned, isKept }: Candidate): boolean {
    const { left, right, isWholeLeft, isWholeRight } = commonContext(text.text, place, after.text, spanAt(start, quote))
    if (isRepeated) {
      const end = start + quote.length
      const isPinned = (length: number, isWhole: boolean, from: number, to: number) =>
        isWhole || (length >= nearContext.repeated && isUniqueInBoth(text.text, after.text.slice(from, to)))
      const isLeftPinned = isPinned(left, isWholeLeft, start - left, end)
      const isRightPinned = isPinned(right, isWholeRight, start, end + right)
      if (isLeftPinned && isRightPinned) return true
      if (!isAligned || quote.length < 12) return false
      const newPlace = spanAt(start, quote)
      if (isLeftPinned) return isLedTo('right', place, newPlace, quote)
      return isRightPinned && isLedTo('left', place, newPlace, quote)
    }
    const hasContext = isWholeLeft || isWholeRight || left >= nearContext.short || right >= nearContext.short
    if (isAligned) return quote.length >= nearContext.shortQuote || hasContext
    if (alignment === null) return hasContext
    if (left >= nearContext.repeated && right >= nearContext.repeated) return true
    // Its old place holds words much like it, so these may be other words that came to be the same.
    if (isKept) return false
    return quote.length >= longQuote.length && quote.split(' ').length >= longQuote.words
  }

  /**
   * Whether, on a side where words changed beside the quote, words that are unique in both texts follow soon after the change in
   * both, and the quote stands nowhere between.
   */
  function isLedTo(side: 'left' | 'right', oldPlace: TextSpan, newPlace: TextSpan, quote: string): boolean {
    if (before === null || alignment === null) return false
    for (let gap = 0; gap <= 100; gap += 4) {
      const landmark =
        side === 'left'
          ? { start: oldPlace.start - gap - 30, end: oldPlace.start - gap }
          : { start: oldPlace.end + gap, end: oldPlace.end + gap + 30 }
      if (landmark.start < 0 || landmark.end > before.text.length) return false
      const words = before.text.slice(landmark.start, landmark.end)
      if (!isUniqueInBoth(before.text, words)) continue
      const at = after.text.indexOf(words)
      const newGap = side === 'left' ? newPlace.start - at - 30 : at - newPlace.end
      if (newGap < 0 || newGap > 150) return false
      const between = (text: string, one: TextSpan, size: number) =>
        side === 'left' ? text.slice(one.start - size, one.end - 1) : text.slice(one.start + 1, one.end + size)
      return !between(before.text, oldPlace, gap).includes(quote) && !between(after.text, newPlace, newGap).includes(quote)
    }
    return false
  }

  function isUniqueInBoth(oldComparable: string, words: string): boolean {
    return placesOf(oldComparable, words, 2).length === 1 && placesOf(after.text, words, 2).length === 1
  }

  /** Of the places where the words stand, the one with most of the same text around it; null where there is none. */
  function nearestOf(places: readonly number[], text: ComparableText, place: TextSpan, quote: string): TextSpan | null {
    const weighed = places.map((start) => {
      const { left, right } = commonContext(text.text, place, after.text, spanAt(start, quote))
      return { start, weight: left + right }
    })
    const [best] = weighed.toSorted((a, b) => b.weight - a.weight || a.start - b.start)
    return best === undefined ? null : spanAt(best.start, quote)
  }

  /** Words that are only like the quote. Where the old text has those too, they are others of its words. */
  function alikeOf(quote: string, oldComparable: ComparableText | null): Refound {
    const maxErrors = Math.floor(quote.length * mostErrors)
    budget -= after.text.length * Math.ceil((maxErrors + 1) / 32)
    if (budget < 0) return { state: 'lost', nearest: null }
    const [best] = searchAlike(after.text, quote, maxErrors).toSorted((a, b) => a.errors - b.errors || b.start - a.start)
    if (best === undefined) return { state: 'lost', nearest: null }
    const span = wholeWords(after.text, best)
    const isOther = oldComparable?.text.includes(after.text.slice(span.start, span.end)) === true
    return isOther ? { state: 'lost', nearest: span } : { state: 'changed', span, reason: 'words' }
  }
}

/** Where the anchor lies in the text, without the space around its words; null where other words stand there. */
function placeIn(text: ComparableText, anchor: PassageAnchor): TextSpan | null {
  const place = text.fromSource(anchor)
  const quote = comparableText(anchor.exact.trim()).text
  return quote !== '' && text.text.slice(place.start, place.end) === quote ? place : null
}

/** What an anchor alone tells of the old text: its words with what stood around them. */
function contextAlone({ prefix, exact, suffix }: PassageAnchor): ComparableText | null {
  return exact.trim() === '' ? null : comparableText(prefix + exact + suffix)
}

function placeOfQuote({ prefix, exact }: PassageAnchor, text: ComparableText): TextSpan {
  return text.fromSource({ start: prefix.length, end: prefix.length + exact.length })
}

function spanAt(start: number, quote: string): TextSpan {
  return { start, end: start + quote.length }
}

/** A span that reaches to the ends of its first and last words. */
function wholeWords(text: string, { start, end }: TextSpan): TextSpan {
  let [from, to] = [start, end]
  while (from < to && text[from] === ' ') from += 1
  while (to > from && text[to - 1] === ' ') to -= 1
  while (from > 0 && text[from - 1] !== ' ') from -= 1
  while (to < text.length && text[to] !== ' ') to += 1
  return { start: from, end: to }
}

/** How many words that deny stand in the rest of the sentence: "I struck him" is another statement after "I never said that". */
function negationsAround(text: string, { start, end }: TextSpan): number {
  const left = text.slice(Math.max(0, start - sentenceReach), start)
  const right = text.slice(end, end + sentenceReach)
  const from = Array.from(left.matchAll(sentenceEnd), ({ 0: mark, index }) => index + mark.length).at(-1) ?? 0
  const to = /[.!?]$/u.test(text.slice(start, end)) ? 0 : right.search(sentenceEnd)
  return `${left.slice(from)} … ${to < 0 ? right : right.slice(0, to)}`.match(negation)?.length ?? 0
}
