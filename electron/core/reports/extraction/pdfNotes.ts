/** A page that was read from its picture, and how sure of it the reader is, 0 to 100. */
export interface RecognisedNote {
  number: number
  confidence: number
}

/** Below this the reading of a page holds many wrong words. */
const doubtfulConfidence = 70

/** Page numbers in words: 3, 5 and 7 to 9. Ascending and at least one. */
function pageList(numbers: readonly number[]): string {
  const ranges: number[][] = []
  for (const number of numbers) {
    const range = ranges.at(-1)
    if (range?.at(-1) === number - 1) range.push(number)
    else ranges.push([number])
  }
  const words = ranges.flatMap((range) => (range.length > 2 ? [`${range[0] ?? ''} to ${range.at(-1) ?? ''}`] : range.map(String)))
  return words.length === 1 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`
}

const describe = (numbers: readonly number[], one: string, several: string): string[] =>
  numbers.length === 0 ? [] : [numbers.length === 1 ? `Page ${pageList(numbers)} ${one}` : `Pages ${pageList(numbers)} ${several}`]

/** What is to be said of the pages of a PDF: which were read from their pictures, which hold no words, and which were not read. */
export function describePages(pages: {
  recognised: readonly RecognisedNote[]
  unread: readonly number[]
  leftOut: readonly number[]
}): string[] {
  const numbersOf = (isChosen: (page: RecognisedNote) => boolean): number[] => pages.recognised.filter(isChosen).map(({ number }) => number)
  return [
    ...describe(
      numbersOf(({ confidence }) => confidence >= doubtfulConfidence),
      'was read by optical character recognition: check it against the page.',
      'were read by optical character recognition: check them against the pages.'
    ),
    ...describe(
      numbersOf(({ confidence }) => confidence < doubtfulConfidence),
      'was read by optical character recognition and is hard to read: words are likely wrong. Check it against the page.',
      'were read by optical character recognition and are hard to read: words are likely wrong. Check them against the pages.'
    ),
    ...describe(
      pages.unread,
      'holds no text that can be read: it may be a picture, or blank.',
      'hold no text that can be read: they may be pictures, or blank.'
    ),
    ...describe(
      pages.leftOut,
      'is a scan that was not read: the file holds too many of them.',
      'are scans that were not read: the file holds too many of them.'
    )
  ]
}
