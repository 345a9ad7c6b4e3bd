/** More words make a search no narrower in practice, and a query that grows without end would be refused. */
const mostWords = 24
const longestWord = 100

const holdsWord = /[\p{L}\p{N}]/u

/** The words of what a person typed: of more than 24 the first, and of a word of more than 100 characters the beginning. */
export function wordsOf(typed: string): string[] {
  return (
    typed
      // The second half of a letter alone, and a zero, would end the query early.
      .replace(/[\p{Surrogate}\0]/gu, ' ')
      .split(/\s+/u)
      .filter((word) => holdsWord.test(word))
      .slice(0, mostWords)
      .map((word) => Array.from(word).slice(0, longestWord).join(''))
  )
}

/**
 * What a person typed, as a query of FTS5: every word must be there, or a longer one that begins with it. Each word is quoted, so
 * that no sign in it is an operator. Null where nothing in it is a word.
 */
export function planMatch(typed: string): string | null {
  const words = wordsOf(typed).map((word) => `"${word.replaceAll('"', '""')}"*`)
  return words.length === 0 ? null : words.join(' ')
}
