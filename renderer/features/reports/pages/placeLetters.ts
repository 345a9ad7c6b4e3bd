import type { TextRange } from '#shared/domain/planBlocks'

/**
 * A text without what differs between two readings of one page: no white space, hyphens or characters that cannot be seen, ligatures
 * taken apart. Each unit of `letters` knows which characters of the text it stands for.
 */
export interface Letters {
  letters: string
  /** By index in `letters`: where its character starts and ends (exclusive) in the text. */
  starts: readonly number[]
  ends: readonly number[]
  /** Indices in `letters` at which a new piece begins: another line or cell of the text, another run of the page. */
  breaks: readonly number[]
}

const dropped = /[\p{Z}\p{C}\s\p{Pd}\uFFFD]/u
const startsPiece = /[\n\t]/

/**
 * The letters of `range` of a text. `pieces` are offsets in the text at which a piece begins; line ends and tabs begin one too.
 */
export function lettersOf(text: string, range: TextRange, pieces: readonly number[] = []): Letters {
  const starts: number[] = []
  const ends: number[] = []
  const breaks: number[] = []
  const pieceStarts = new Set(pieces)
  let letters = ''
  let isNewPiece = false
  let offset = range.start
  for (const character of text.slice(range.start, range.end)) {
    const start = offset
    offset += character.length
    isNewPiece ||= startsPiece.test(character) || pieceStarts.has(start)
    for (const part of character.normalize('NFKD')) {
      if (dropped.test(part)) continue
      if (isNewPiece && letters !== '') breaks.push(letters.length)
      isNewPiece = false
      for (let unit = 0; unit < part.length; unit += 1) {
        starts.push(start)
        ends.push(offset)
      }
      letters += part
    }
  }
  return { letters, starts, ends, breaks }
}

/** The letters that stand for the characters of `range`, as indices of `letters`; empty where there are none. */
export function letterRangeOf({ starts, ends }: Letters, range: TextRange): TextRange {
  const first = ends.findIndex((end) => end > range.start)
  const start = first < 0 ? starts.length : first
  const beyond = starts.findIndex((at) => at >= range.end)
  return { start, end: Math.max(start, beyond < 0 ? starts.length : beyond) }
}

/** The characters that a range of letters, which must not be empty, stands for. */
export function textRangeOf({ starts, ends }: Letters, range: TextRange): TextRange {
  return { start: starts[range.start] ?? 0, end: ends[range.end - 1] ?? 0 }
}

/** Fewer letters than this, torn out of their piece, can stand together by chance. */
const leastLetters = 6
/** Over the ends of a piece, so many neighbours on both sides have to be the same: one side alone can be what another order put there. */
const leastNeighbours = 24
/** The page's ends, which no letter is. */
const [firstEdge, lastEdge] = ['\u0002', '\u0003']

/**
 * Where a range of `from`'s letters stands in `to`, the other reading of the same page, in pieces; null where that is not certain. It is
 * certain where both are the same letters; where the words, with as much of their own piece as it takes, stand once in each; and where
 * they do with enough of their neighbours on both sides.
 */
export function placeLetters(from: Letters, to: Letters, range: TextRange): TextRange[] | null {
  if (range.end <= range.start) return null
  if (from.letters === to.letters) return [{ ...range }]
  const cuts = [range.start, ...from.breaks.filter((at) => at > range.start && at < range.end), range.end]
  const whole = (cuts.length === 2 ? placeByPiece(from, to, range) : null) ?? placeByNeighbours(from, to, range)
  if (whole !== null) return [whole]
  // In another order, words that belong together on one side can lie apart on the other: each piece is looked for by itself.
  const placed: TextRange[] = []
  for (const [index, start] of cuts.slice(0, -1).entries()) {
    const piece = { start, end: cuts[index + 1] ?? start }
    const place = cuts.length === 2 ? null : (placeByPiece(from, to, piece) ?? placeByNeighbours(from, to, piece))
    if (place === null) return null
    placed.push(place)
  }
  return joinPlaces(placed)
}

function placeByPiece({ letters, breaks }: Letters, to: Letters, { start, end }: TextRange): TextRange | null {
  const pieceStart = breaks.findLast((at) => at <= start) ?? 0
  const pieceEnd = breaks.find((at) => at >= end) ?? letters.length
  for (let more = 0; ; more = Math.max(leastLetters, more * 2)) {
    const left = Math.max(pieceStart, start - more)
    const right = Math.min(pieceEnd, end + more)
    const isWhole = left === pieceStart && right === pieceEnd
    const words = letters.slice(left, right)
    const at = isWhole || words.length >= leastLetters ? samePlaceOf(words, letters, to.letters) : null
    if (at !== null) return { start: at + start - left, end: at + end - left }
    if (isWhole) return null
  }
}

function placeByNeighbours(from: Letters, to: Letters, { start, end }: TextRange): TextRange | null {
  const [page, other] = [firstEdge + from.letters + lastEdge, firstEdge + to.letters + lastEdge]
  for (let more = leastNeighbours; more < page.length * 2; more *= 2) {
    const left = Math.max(0, start + 1 - more)
    const at = samePlaceOf(page.slice(left, end + 1 + more), page, other)
    if (at !== null) return { start: at + start - left, end: at + end - left }
  }
  return null
}

/** Parts that touch become one; null where two of them lie over each other. */
function joinPlaces(places: readonly TextRange[]): TextRange[] | null {
  const joined: TextRange[] = []
  for (const place of [...places].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last !== undefined && place.start < last.end) return null
    if (last !== undefined && place.start === last.end) last.end = place.end
    else joined.push({ ...place })
  }
  return joined
}

/** Where words stand in `other`, when they stand once there and once in their own text. */
function samePlaceOf(words: string, own: string, other: string): number | null {
  return onlyPlaceOf(words, own) === null ? null : onlyPlaceOf(words, other)
}

function onlyPlaceOf(words: string, text: string): number | null {
  const first = text.indexOf(words)
  return first >= 0 && text.indexOf(words, first + 1) < 0 ? first : null
}
