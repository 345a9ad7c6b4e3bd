import { useMemo, type KeyboardEvent } from 'react'
import { planBlocks } from '#shared/domain/planBlocks'
import type { PassageSpan, ReportText } from '#shared/model/report'
import { planSpanMove, sentencesOf, wordsOf } from './planSpanMove'

/**
 * Selects words of a report with the arrow keys: up and down by sentences, left and right by words, with Shift the end alone. Answers
 * with what takes a key press; true where it was one of these keys. `firstFrom` is where in the text to begin when nothing is selected.
 */
export function useSpanKeys(
  text: ReportText,
  span: PassageSpan | null,
  onSpan: (span: PassageSpan | null) => void,
  firstFrom: () => number = () => 0
): (event: KeyboardEvent) => boolean {
  const blocks = useMemo(() => planBlocks(text.text, text.pages), [text])
  const sentences = useMemo(() => sentencesOf(text.text, blocks), [text, blocks])
  const words = useMemo(() => wordsOf(text.text, blocks), [text, blocks])
  return (event) => {
    if (!event.key.startsWith('Arrow') || event.ctrlKey || event.metaKey || event.altKey) return false
    event.preventDefault()
    event.stopPropagation()
    const units = event.key === 'ArrowUp' || event.key === 'ArrowDown' ? sentences : words
    const isForward = event.key === 'ArrowDown' || event.key === 'ArrowRight'
    const first = span === null ? firstFrom() : 0
    const range =
      span === null
        ? planSpanMove(units, { start: first, end: first }, isForward ? 'next' : 'previous')
        : planSpanMove(units, span, event.shiftKey ? (isForward ? 'extend' : 'shrink') : isForward ? 'next' : 'previous')
    onSpan(range === null ? null : { reportId: text.reportId, start: range.start, end: range.end })
    return true
  }
}
