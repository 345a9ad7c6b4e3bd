import { joinWrappedLines, planBlocks } from '#shared/domain/planBlocks'
import type { Passage, ReportText } from '#shared/model/report'

/** A passage in what stands around it. The three put together are a stretch of the report's text, with lines joined that only the page's width broke. */
export interface Excerpt {
  before: string
  exact: string
  after: string
  isCutBefore: boolean
  isCutAfter: boolean
}

const mostAround = 420

/**
 * A passage with the paragraph that it stands in and, where that is short, the ones beside it: up to 420 characters on
 * each side, cut between words. Null where the text does not hold the passage where its anchor says.
 */
export function planExcerpt(
  report: Pick<ReportText, 'text' | 'pages'>,
  anchor: Pick<Passage['anchor'], 'start' | 'end' | 'exact'>
): Excerpt | null {
  if (report.text.slice(anchor.start, anchor.end) !== anchor.exact) return null
  const text = joinWrappedLines(report.text, planBlocks(report.text, report.pages))
  const from = Math.max(0, anchor.start - mostAround)
  const to = Math.min(text.length, anchor.end + mostAround)
  const start = from === 0 ? 0 : wordStartAfter(text, from, anchor.start)
  const end = to === text.length ? to : wordEndBefore(text, to, anchor.end)
  return {
    before: text.slice(start, anchor.start),
    exact: text.slice(anchor.start, anchor.end),
    after: text.slice(anchor.end, end),
    isCutBefore: text.slice(0, start).trim() !== '',
    isCutAfter: text.slice(end).trim() !== ''
  }
}

function wordStartAfter(text: string, from: number, limit: number): number {
  let at = from
  while (at < limit && !/\s/.test(text.charAt(at))) at += 1
  while (at < limit && /\s/.test(text.charAt(at))) at += 1
  return at
}

function wordEndBefore(text: string, to: number, limit: number): number {
  let at = to
  while (at > limit && !/\s/.test(text.charAt(at))) at -= 1
  return at
}
