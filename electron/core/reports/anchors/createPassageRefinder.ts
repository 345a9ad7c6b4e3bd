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
  /** `nearest` are words like them, or some of them, for a person to look at. */
  | { state: 'lost'; nearest: TextSpan | null }

/** A quote this long, unique in both texts, is known again wherever it stands. */
const longQuote = { length: 40, words: 6 }
/** A short quote needs this much of the same text on one side; a very short one this much on each side too, or other words may have come to be its. */
const shortQuote = { length: 24, context: 16 }
const veryShortQuote = { length: 12, eachSide: 6 }
/** A quote that moved needs this much of the same text on both sides, where it is not long. */
const movedContext = 20
/**
 * What stands beside a repeated quote tells its place where this much of it is the same, and without its outermost characters is there
 * once: two texts may begin alike by chance where they part.
 */
const pinned = { context: 12, margin: 4 }
/** Places of the same words with no more than `gap` between follow each other; this much beyond the last of them must be the same, or one came or went. */
const row = { gap: 30, beyond: 6 }
/** Of the old words, at least this share is still there where the two texts are aligned. */
const leastKept = 0.5
/** Of the old words, this share still there is shown to a person who looks for the passage. */
const leastShown = 0.3
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
    const verbatim = placesOf(after.text, quote)
    const places = verbatim.filter((start) => isJoinedAlike(text.text, place, after.text, spanAt(start, quote)))
    const aligned = known === null ? null : (alignment?.place(known) ?? null)
    const isKept = aligned !== null && aligned.keptShare >= leastKept
    // Without the old text nobody knows whether the words were repeated there.
    const isRepeated = known === null || verbatim.length > 1 || placesOf(text.text, quote).length > 1

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
      return { state: 'changed', span: aligned, reason: !isVerbatim ? 'words' : isRepeated ? 'repeated' : 'beside' }
    }
    const nearest = nearestOf(places, text, place, quote)
    if (nearest !== null) {
      const wasRepeated = placesOf(text.text, quote).length > 1
      if (wasRepeated && known !== null && alignment !== null) return { state: 'lost', nearest }
      return { state: 'changed', span: nearest, reason: isRepeated ? 'repeated' : 'moved' }
    }
    const alike = alikeOf(quote, known === null ? null : text)
    // The least that can be said is where some of its words went.
    if (alike.state !== 'lost' || alike.nearest !== null || aligned === null || aligned.keptShare < leastShown) return alike
    return { state: 'lost', nearest: aligned }
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
    const newPlace = spanAt(start, quote)
    if (isRepeated) {
      const [oldRow, newRow] = [rowOf(text.text, place, quote), rowOf(after.text, newPlace, quote)]
      const reachLeft = Math.max(place.start - oldRow.start, start - newRow.start)
      const reachRight = Math.max(oldRow.end - place.end, newRow.end - newPlace.end)
      if (reachLeft + reachRight > 0) {
        if (!isWholeLeft && left < reachLeft + row.beyond) return false
        if (!isWholeRight && right < reachRight + row.beyond) return false
      }
      const isPinned = (length: number, isWhole: boolean, from: number, to: number) =>
        isWhole || (length >= pinned.context && isUniqueInBoth(text.text, after.text.slice(from, to)))
      const isLeftPinned = isPinned(left, isWholeLeft, start - left + pinned.margin, newPlace.end)
      const isRightPinned = isPinned(right, isWholeRight, start, newPlace.end + right - pinned.margin)
      if (isLeftPinned && isRightPinned) return true
      // Where one of the places came or went, what leads to this one may lead to it in the place of the other.
      if (!isAligned || quote.length < 12 || placesOf(text.text, quote).length !== placesOf(after.text, quote).length) return false
      if (isLeftPinned) return isLedTo('right', place, newPlace, quote)
      return isRightPinned && isLedTo('left', place, newPlace, quote)
    }
    const hasContext = isWholeLeft || isWholeRight || left >= shortQuote.context || right >= shortQuote.context
    if (isAligned) {
      if (quote.length >= shortQuote.length) return true
      const isBeside = (isWhole: boolean, length: number) => isWhole || length >= veryShortQuote.eachSide
      return hasContext && (quote.length >= veryShortQuote.length || (isBeside(isWholeLeft, left) && isBeside(isWholeRight, right)))
    }
    if (alignment === null) return hasContext
    if (left >= movedContext && right >= movedContext) return true
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
      // Reaches so far into the landmark that another of the places counts though the landmark begins within it.
      const between = (text: string, one: TextSpan, size: number) => {
        const reach = size + quote.length - 1
        return side === 'left' ? text.slice(Math.max(0, one.start - reach), one.end - 1) : text.slice(one.start + 1, one.end + reach)
      }
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

/** The span from the first to the last of the places of the same words that follow each other, around one of them. */
function rowOf(text: string, { start, end }: TextSpan, quote: string): TextSpan {
  let [first, last] = [start, end]
  for (;;) {
    const before = first < quote.length ? -1 : text.lastIndexOf(quote, first - quote.length)
    if (before < 0 || before + quote.length < first - row.gap) break
    first = before
  }
  for (;;) {
    const next = text.indexOf(quote, last)
    if (next < 0 || next > last + row.gap) break
    last = next + quote.length
  }
  return { start: first, end: last }
}
