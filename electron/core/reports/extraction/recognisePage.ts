import { createCanvas } from '@napi-rs/canvas'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type tesseract from 'tesseract.js'
import { ProblemError, problemWords } from '#shared/rpc/problem'

/** Letters are read best from about this many points of a picture to the inch. */
const dotsPerInch = 300
/** A page of 8.5 by 14 inches at full resolution; a larger one is drawn smaller. */
const maxPixels = 11_000_000
const minPixels = 10

/** A page's words as they were read from its picture; `confidence` is what the reader makes of its own reading, 0 to 100. */
export interface RecognisedPage {
  text: string
  confidence: number
}

/** Reads the words of pages from their pictures. It is started with the first page, and ended by `close`. */
export interface PageRecogniser {
  /** Throws what drawing the page throws, and `internal` where the reader cannot start. */
  recognise: (page: PDFPageProxy) => Promise<RecognisedPage>
  close: () => Promise<void>
}

/** Every so many pixels are looked at for something that is not background; strokes of letters are wider. */
const sampleStep = 3
/** Differences of light, of 255, that paper has by itself. */
const paperNoise = 40

/** True for a picture of one tone, as the empty back of a page, in which looking for words takes longest. */
function isBlank(pixels: Uint8ClampedArray, width: number): boolean {
  let [darkest, lightest] = [255, 0]
  for (let row = 0; row < pixels.length; row += 4 * width * sampleStep) {
    for (let at = row; at < row + 4 * width; at += 4 * sampleStep) {
      const light = ((pixels[at] ?? 0) + (pixels[at + 1] ?? 0) + (pixels[at + 2] ?? 0)) / 3
      if (light < darkest) darkest = light
      if (light > lightest) lightest = light
    }
  }
  return lightest - darkest < paperNoise
}

type PageContext = NonNullable<Parameters<PDFPageProxy['render']>[0]['canvasContext']>
/** In Node pdf.js draws on contexts of @napi-rs/canvas, while its types know those of browsers alone. */
const isPageContext = (context: object): context is PageContext => 'drawImage' in context && 'setTransform' in context && 'clip' in context

/** A page as PNG; null where nothing is on it. */
async function drawPage(page: PDFPageProxy): Promise<Buffer | null> {
  const { width, height } = page.getViewport({ scale: 1 })
  const scale = Math.min(dotsPerInch / 72, Math.sqrt(maxPixels / (width * height)))
  const viewport = page.getViewport({ scale })
  const pixels = (length: number): number => Math.max(minPixels, Math.min(maxPixels / minPixels, Math.ceil(length)))
  const canvas = createCanvas(pixels(viewport.width), pixels(viewport.height))
  const context = canvas.getContext('2d')
  if (!isPageContext(context)) throw new Error('The canvas has no context that a page can be drawn on.')
  await page.render({ canvas: null, canvasContext: context, viewport }).promise
  return isBlank(context.getImageData(0, 0, canvas.width, canvas.height).data, canvas.width) ? null : canvas.encode('png')
}

/** The folder of the language data, a package of its own: nothing is fetched. */
const languageFolder = join(dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/eng/package.json')), '4.0.0_best_int')

async function startTesseract(): Promise<tesseract.Worker> {
  try {
    const { createWorker, OEM, PSM } = (await import('tesseract.js')).default
    const worker = await createWorker('eng', OEM.LSTM_ONLY, {
      langPath: languageFolder,
      cacheMethod: 'none',
      gzip: true,
      // Each call that fails rejects by itself; without a handler the library would throw once more, outside of any call.
      errorHandler: () => undefined
    })
    await worker.setParameters({ tessedit_pageseg_mode: PSM.AUTO, user_defined_dpi: String(dotsPerInch) })
    return worker
  } catch (error) {
    throw new ProblemError('internal', problemWords('scanReaderNotStarted'), { cause: error })
  }
}

/** A reader of scanned pages on this machine: tesseract.js, for text in English. */
export function createPageRecogniser(): PageRecogniser {
  let started: Promise<tesseract.Worker> | null = null
  return {
    recognise: async (page) => {
      const picture = await drawPage(page)
      if (picture === null) return { text: '', confidence: 0 }
      started ??= startTesseract()
      const worker = await started
      const { data } = await worker.recognize(picture, {}, { text: true })
      return { text: data.text, confidence: data.confidence }
    },
    close: async () => {
      // One that could not start has nothing to end, and its error has been thrown where it was asked for.
      const worker = await started?.catch(() => null)
      await worker?.terminate()
    }
  }
}
