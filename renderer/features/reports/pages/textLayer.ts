import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { TextRange } from '#shared/domain/planBlocks'
import { joinBoxes, type Box } from './joinBoxes'
import type { PdfLibrary } from './openPdf'
import { lettersOf, type Letters } from './placeLetters'
import { planRuns } from './planRuns'

/** A run of words on the page, at `start` to `end` (exclusive) of the layer's text: drawn ones, or what was filled into a place. */
type DrawnRun = TextRange & ({ node: Text } | { box: Box })

/** The words drawn on one page, laid over it unseen so that they can be selected. */
export interface DrawnText {
  /** The runs put together, in the order in which they are read. */
  text: string
  letters: Letters
  runs: readonly DrawnRun[]
  element: HTMLElement
}

/** Lays a page's words into `element`. Throws pdf.js's own errors; `signal` gives up. */
export async function layText(library: PdfLibrary, page: PDFPageProxy, element: HTMLElement, signal: AbortSignal): Promise<DrawnText> {
  const [content, annotations] = await Promise.all([page.getTextContent({ includeMarkedContent: false }), page.getAnnotations()])
  signal.throwIfAborted()
  const viewport = page.getViewport({ scale: 1 })
  const planned = planRuns(content, annotations, viewport)
  const layer = new library.TextLayer({
    textContentSource: { ...content, items: planned.flatMap(({ item }) => item ?? []) },
    container: element,
    viewport
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
  const drawn = layer.textDivs.values()
  for (const { item, box, text: words } of planned) {
    const start = text.length
    if (item === null) {
      text += words
      runs.push({ start, end: text.length, box })
      continue
    }
    const element = drawn.next().value
    const node = element?.firstChild
    if (element === undefined || !(node instanceof Text)) continue
    element.dataset['start'] = String(start)
    text += node.data
    runs.push({ start, end: text.length, node })
  }
  const pieces = runs.map((run) => run.start)
  return { text, letters: lettersOf(text, { start: 0, end: text.length }, pieces), runs, element }
}

/** Where stretches of a page's words stand on it, a box for each line. */
export function boxesOf({ runs, element }: DrawnText, ranges: readonly TextRange[]): Box[] {
  const frame = element.getBoundingClientRect()
  if (frame.width === 0 || frame.height === 0) return []
  const boxes: Box[] = []
  const within = document.createRange()
  for (const range of ranges) {
    for (const run of runs) {
      const { start, end } = run
      if (start >= range.end || end <= range.start) continue
      // Where in its place a form draws what was filled in is the form's own affair: the whole place is shown.
      if ('box' in run) {
        boxes.push(run.box)
        continue
      }
      const { node } = run
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
