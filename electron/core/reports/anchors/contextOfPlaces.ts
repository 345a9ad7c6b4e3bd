import type { TextSpan } from './comparableText'

const longestContext = 2000

/** Where the words begin in the text, ascending, at most `most` of them; overlapping ones count. */
export function placesOf(text: string, words: string, most = 1000): number[] {
  const places: number[] = []
  for (let at = text.indexOf(words); at >= 0 && places.length < most; at = text.indexOf(words, at + 1)) places.push(at)
  return places
}

/** How much of the same text stands to the left and to the right of two places, and whether both texts begin or end there. */
export function commonContext(oldText: string, oldPlace: TextSpan, newText: string, newPlace: TextSpan) {
  let left = 0
  while (left < longestContext && left < oldPlace.start && oldText[oldPlace.start - left - 1] === newText[newPlace.start - left - 1])
    left += 1
  let right = 0
  while (right < longestContext && oldPlace.end + right < oldText.length && oldText[oldPlace.end + right] === newText[newPlace.end + right])
    right += 1
  return {
    left,
    right,
    isWholeLeft: left === oldPlace.start && left === newPlace.start,
    isWholeRight: oldPlace.end + right === oldText.length && newPlace.end + right === newText.length
  }
}

const joinedBefore = /[\p{L}\p{N}\p{M}]['’.,:/-]?$/u
const joinedAfter = /^['’.,:/-]?[\p{L}\p{N}\p{M}]/u

/** Whether two places are alike in where their words end: "one strike" is not in "one strikes", nor "21:17" in "21:17:42". */
export function isJoinedAlike(oldText: string, oldPlace: TextSpan, newText: string, newPlace: TextSpan): boolean {
  const before = (text: string, { start }: TextSpan) => joinedBefore.test(text.slice(Math.max(0, start - 2), start))
  const after = (text: string, { end }: TextSpan) => joinedAfter.test(text.slice(end, end + 2))
  return before(oldText, oldPlace) === before(newText, newPlace) && after(oldText, oldPlace) === after(newText, newPlace)
}
