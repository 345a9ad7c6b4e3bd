import type { TextRange } from '#shared/domain/planBlocks'

/** A stretch of text in which the same marks hold; `marks` keeps the order in which they were given. */
export interface TextRun<Mark extends TextRange> extends TextRange {
  marks: Mark[]
}

/** Cuts a range at every end of a mark, so that marks may overlap. The runs put together are the range. */
export function planTextRuns<Mark extends TextRange>(range: TextRange, marks: readonly Mark[]): TextRun<Mark>[] {
  if (range.end <= range.start) return []
  const within = marks.filter((mark) => mark.start < range.end && mark.end > range.start && mark.end > mark.start)
  const inside = (offset: number) => offset > range.start && offset < range.end
  const cuts = [...new Set([range.start, ...within.flatMap((mark) => [mark.start, mark.end]).filter(inside), range.end])].sort(
    (a, b) => a - b
  )
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? range.end
    return { start, end, marks: within.filter((mark) => mark.start <= start && mark.end >= end) }
  })
}
