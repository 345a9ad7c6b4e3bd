import type { TagId } from '#shared/model/ids'
import type { TimeView } from './timeScale'

/** What the timeline needs to know of a tag. */
export interface MarkSource {
  id: TagId
  startUs: number
  endUs: number | null
}

/** A mark in one lane: one tag, or several moments that fall on the same pixels. `row` counts from 0 downwards. */
export interface Mark {
  tagIds: readonly [TagId, ...TagId[]]
  isRange: boolean
  leftPx: number
  widthPx: number
  row: number
}

const momentPx = 4
const apartPx = 2
const mostRows = 3

/**
 * The marks of one lane, from tags in order of their start. Only tags in view are drawn; moments nearer to each other than
 * they are wide become one mark, except the selected one; ranges that overlap get rows of their own, at most three.
 */
export function planMarks(
  tags: readonly MarkSource[],
  view: TimeView,
  widthPx: number,
  selectedId: TagId | null
): { marks: Mark[]; rowCount: number } {
  const pxPerUs = widthPx / (view.endUs - view.startUs)
  const marks: Mark[] = []
  const rowEnds: number[] = []
  for (const tag of tags) {
    if (tag.startUs > view.endUs || (tag.endUs ?? tag.startUs) < view.startUs) continue
    const startPx = (Math.max(tag.startUs, view.startUs) - view.startUs) * pxPerUs
    const endPx = (Math.min(tag.endUs ?? tag.startUs, view.endUs) - view.startUs) * pxPerUs
    const isWide = endPx - startPx > momentPx
    const leftPx = isWide ? startPx : startPx - momentPx / 2
    const drawnPx = isWide ? endPx - startPx : momentPx
    const free = rowEnds.findIndex((rowEnd) => rowEnd <= leftPx)
    const last = marks.at(-1)
    const isOnLast = !isWide && last !== undefined && leftPx < last.leftPx + last.widthPx + apartPx
    if (isOnLast && tag.id !== selectedId && !(last.tagIds[0] === selectedId) && last.widthPx <= momentPx * 2) {
      marks[marks.length - 1] = {
        ...last,
        tagIds: [...last.tagIds, tag.id],
        widthPx: Math.max(last.widthPx, leftPx + drawnPx - last.leftPx)
      }
      rowEnds[last.row] = Math.max(rowEnds[last.row] ?? 0, leftPx + drawnPx + apartPx)
      continue
    }
    const row = free >= 0 ? free : rowEnds.length < mostRows ? rowEnds.length : earliest(rowEnds)
    rowEnds[row] = Math.max(rowEnds[row] ?? 0, leftPx + drawnPx + apartPx)
    marks.push({ tagIds: [tag.id], isRange: tag.endUs !== null, leftPx, widthPx: drawnPx, row })
  }
  return { marks, rowCount: Math.max(1, rowEnds.length) }
}

function earliest(rowEnds: readonly number[]): number {
  return rowEnds.indexOf(Math.min(...rowEnds))
}
