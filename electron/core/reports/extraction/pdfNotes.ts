import { englishOf, type KeyOf } from '#shared/messages/messagesOf'

const note = englishOf('readings')
const list = englishOf('pageLists')

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
  const words = ranges.flatMap((range) =>
    range.length > 2 ? [list('range', { first: range[0] ?? 0, last: range.at(-1) ?? 0 })] : range.map(String)
  )
  return words.reduce((pages, page, index) => list(index === words.length - 1 ? 'last' : 'further', { pages, page }))
}

type Messages = KeyOf<'readings'>

function describe(
  numbers: readonly number[],
  one: Extract<Messages, `page${string}`>,
  several: Extract<Messages, `pages${string}`>
): string[] {
  return numbers.length === 0 ? [] : [note(numbers.length === 1 ? one : several, { pages: pageList(numbers) })]
}

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
      'pageRecognised',
      'pagesRecognised'
    ),
    ...describe(
      numbersOf(({ confidence }) => confidence < doubtfulConfidence),
      'pageDoubtful',
      'pagesDoubtful'
    ),
    ...describe(pages.unread, 'pageWithoutText', 'pagesWithoutText'),
    ...describe(pages.leftOut, 'pageNotRead', 'pagesNotRead')
  ]
}
