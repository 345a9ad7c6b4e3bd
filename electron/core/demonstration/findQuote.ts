import { ProblemError, problemWords } from '#shared/rpc/problem'

/**
 * Finds a quote in a report's text, with any spaces or line breaks between its words, since a page breaks lines as it likes. Pure.
 * @returns where it stands: UTF-16 units, end exclusive.
 * @throws ProblemError `internal` where it does not stand there exactly once.
 */
export function findQuote(text: string, quote: string): { start: number; end: number } {
  const words = quote.split(' ').map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const found = [...text.matchAll(new RegExp(words.join('\\s+'), 'g'))]
  const [first] = found
  if (first === undefined || found.length > 1) {
    throw new ProblemError('internal', problemWords('quoteUnclear', { quote, count: found.length }))
  }
  return { start: first.index, end: first.index + first[0].length }
}
