import { messagesOf } from '#shared/messages/messagesOf'
import type { QuietStretch } from '#shared/model/overview'
import type { SoundColumn } from './planColumns'
import { fractionOf, type TimeView } from './timeScale'
import type { Drawing } from './useCanvas'

const say = messagesOf('timeline')

const hatchPx = 6
const labelPaddingPx = 4

/** What a quiet stretch is called on screen. */
export const quietWord = (kind: QuietStretch['kind']) => say(kind === 'silent' ? 'quietSilent' : 'quietAbsent')

/** Draws the sound as columns about the middle line. */
export function drawColumns({ context, widthPx, heightPx, color }: Drawing, columns: readonly SoundColumn[]): void {
  const middle = heightPx / 2
  const columnPx = widthPx / columns.length
  const reach = middle - 1
  context.fillStyle = color('--context')
  columns.forEach(({ up, down, state }, index) => {
    if (state !== 'sound') return
    // The quietest sound is a line still, so that it is told from silence.
    const topPx = middle - Math.max(0.5, up * reach)
    context.fillRect(index * columnPx, topPx, columnPx, Math.max(1, middle + Math.max(0.5, down * reach) - topPx))
  })
}

/** Draws the stretches without sound to hear over the lane: hatched, with their name where there is room. */
export function drawQuiet({ context, widthPx, heightPx, color, font }: Drawing, stretches: readonly QuietStretch[], view: TimeView): void {
  context.font = font
  context.textBaseline = 'middle'
  for (const { kind, startUs, endUs } of stretches) {
    const leftPx = Math.max(0, fractionOf(view, startUs) * widthPx)
    const rightPx = Math.min(widthPx, fractionOf(view, endUs) * widthPx)
    if (rightPx < 0 || leftPx > widthPx || rightPx <= leftPx) continue
    const tone = color(kind === 'silent' ? '--need' : '--faint')
    const spanPx = Math.max(1, rightPx - leftPx)
    context.save()
    context.beginPath()
    context.rect(leftPx, 0, spanPx, heightPx)
    context.clip()
    context.globalAlpha = 0.16
    context.fillStyle = tone
    context.fillRect(leftPx, 0, spanPx, heightPx)
    context.globalAlpha = 0.45
    context.strokeStyle = tone
    context.lineWidth = 1
    context.beginPath()
    for (let px = Math.floor(leftPx / hatchPx) * hatchPx - heightPx; px < rightPx; px += hatchPx) {
      context.moveTo(px, heightPx)
      context.lineTo(px + heightPx, 0)
    }
    context.stroke()
    const words = quietWord(kind)
    const wordsPx = context.measureText(words).width + 2 * labelPaddingPx
    if (wordsPx + 2 < spanPx) {
      const labelPx = leftPx + (spanPx - wordsPx) / 2
      context.globalAlpha = 1
      context.fillStyle = color('--raised')
      context.fillRect(labelPx, heightPx / 2 - 8, wordsPx, 16)
      context.fillStyle = color(kind === 'silent' ? '--need' : '--muted')
      context.fillText(words, labelPx + labelPaddingPx, heightPx / 2 + 0.5)
    }
    context.restore()
  }
}
