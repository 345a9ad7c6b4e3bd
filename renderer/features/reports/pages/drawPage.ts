import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { planPixelRatio } from './planZoom'

/** Draws a page on a canvas of its own, `scale` CSS pixels to the point, as sharp as the screen. Throws pdf.js's own errors; `signal` gives up. */
export async function drawPage(page: PDFPageProxy, scale: number, signal: AbortSignal): Promise<HTMLCanvasElement> {
  const size = page.getViewport({ scale })
  const ratio = planPixelRatio(size.width, size.height, window.devicePixelRatio)
  const viewport = page.getViewport({ scale: scale * ratio })
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.floor(viewport.width))
  canvas.height = Math.max(1, Math.floor(viewport.height))
  const task = page.render({ canvas, viewport })
  const giveUp = () => task.cancel()
  signal.addEventListener('abort', giveUp, { once: true })
  try {
    await task.promise
  } finally {
    signal.removeEventListener('abort', giveUp)
  }
  return canvas
}
