import type { Mark } from './planMarks'
import type { Drawing } from './useCanvas'

/** How a mark of a lane is drawn, beside its place. */
export interface MarkLook {
  /** More than one tag stands in it. */
  isCluster: boolean
  /** All its tags are of another camera. */
  isElsewhere: boolean
}

const insetPx = 2
const radiusPx = 4
const rangeAlpha = 0.94
const elsewhereAlpha = 0.42
const stripePx = 2
const stripeEveryPx = 3

/** Draws the marks of a lane in one colour: moments and ranges full, those of other cameras faint, several tags in one mark as stripes. */
export function drawMarks(
  { context, heightPx, color }: Drawing,
  tone: string,
  marks: readonly Mark[],
  rowCount: number,
  lookOf: (mark: Mark) => MarkLook
): void {
  const rowPx = heightPx / rowCount
  context.fillStyle = color(tone)
  for (const mark of marks) {
    const { isCluster, isElsewhere } = lookOf(mark)
    context.globalAlpha = isElsewhere ? elsewhereAlpha : mark.isRange ? rangeAlpha : 1
    const topPx = mark.row * rowPx + insetPx
    const tallPx = Math.max(1, rowPx - 2 * insetPx)
    if (isCluster) {
      for (let px = 0; px < mark.widthPx; px += stripeEveryPx)
        context.fillRect(mark.leftPx + px, topPx, Math.min(stripePx, mark.widthPx - px), tallPx)
    } else {
      context.beginPath()
      context.roundRect(mark.leftPx, topPx, mark.widthPx, tallPx, Math.min(radiusPx, tallPx / 2, mark.widthPx / 2))
      context.fill()
    }
  }
  context.globalAlpha = 1
}
