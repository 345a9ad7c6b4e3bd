import type { MediaId } from '#shared/model/ids'
import type { Filmstrip } from '#shared/model/overview'

/** Draws one picture of a filmstrip into a place from the canvas's top; nothing where its sheet has not come yet. */
export function drawPicture(
  context: CanvasRenderingContext2D,
  { sheetMediaIds, picturesPerSheet, widthPx, heightPx }: Filmstrip,
  sheets: ReadonlyMap<MediaId, HTMLImageElement>,
  pictureIndex: number,
  place: { leftPx: number; widthPx: number; heightPx: number }
): void {
  const mediaId = sheetMediaIds[Math.floor(pictureIndex / picturesPerSheet)]
  const sheet = mediaId === undefined ? undefined : sheets.get(mediaId)
  if (sheet === undefined) return
  const fromPx = (pictureIndex % picturesPerSheet) * widthPx
  context.drawImage(sheet, fromPx, 0, widthPx, heightPx, place.leftPx, 0, place.widthPx, place.heightPx)
}
