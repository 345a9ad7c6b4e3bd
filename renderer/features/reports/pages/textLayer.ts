import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { TextRange } from '#shared/domain/planBlocks'
import { joinBoxes, type Box } from './joinBoxes'
import type { PdfLibrary } from './openPdf'
import { lettersOf, type Letters } from './placeLetters'
import { withoutDoubles } from './withoutDoubles'

/** A run of words as the page draws them; it starts at `start` in the layer's text. */
interface DrawnRun {
  start: number
  node: Text
}

/** The words drawn on one page, laid over it unseen so that they can be selected. */
export interface DrawnText {
  /** The runs put together, in the order of the file. */
  text: string
  letters: Letters
  runs: readonly DrawnRun[]
  element: HTMLElement
}

/** Lays a page's words into `element`. Throws pdf.js's own errors; `signal` gives up. */
export async function layText(library: PdfLibrary, page: PDFPageProxy, element: HTMLElement, signal: AbortSignal): Promise<DrawnText> {
  const content = await page.getTextContent({ includeMarkedContent: false })
  signal.throwIfAborted()
  const layer = new library.TextLayer({
    textContentSource: { ...content, items: withoutDoubles(content.items, (item) => 'str' in item) },
    container: element,
    viewport: page.getViewport({ scale: 1 })
  })
  const giveUp = () => layer.cancel()
  signal.addEventListener('abort', giveUp, { once: true })
  try {
    await layer.render()
  } finally {
    signal.removeEventListener('abort', giveUp)
  }
  const runs: DrawnRun[] = []
  let text = ''
  for (const run of layer.textDivs) {
    const node = run.firstChild
    if (!(node instanceof Text)) continue
    run.dataset['start'] = String(text.length)
    runs.push({ start: text.length, node })
    text += node.data
  }
  const pieces = runs.map((run) => run.start)
  return { text, letters: lettersOf(text, { start: 0, end: text.length }, [], pieces), runs, element }
}

/** Where stretches of a page's words stand on it, a box for each line. */
export function boxesOf({ runs, element }: DrawnText, ranges: readonly TextRange[]): Box[] {
  const frame = element.getBoundingClientRect()
  if (frame.width === 0 || frame.height === 0) return []
  const boxes: Box[] = []
  const within = document.createRange()
  for (const range of ranges) {
    for (const { start, node } of runs) {
      const end = start + node.length
      if (start >= range.end || end <= range.start) continue
      within.setStart(node, Math.max(0, range.start - start))
      within.setEnd(node, Math.min(node.length, range.end - start))
      for (const { left, top, width, height } of within.getClientRects()) {
        if (width <= 0 || height <= 0) continue
        boxes.push({
          left: (left - frame.left) / frame.width,
          top: (top - frame.top) / frame.height,
          width: width / frame.width,
          height: height / frame.height
        })
      }
    }
  }
  return joinBoxes(boxes, frame.width / frame.height)
}
