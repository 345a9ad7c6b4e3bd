import type * as pdfLibrary from 'pdfjs-dist/legacy/build/pdf.mjs'
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'
import { ProblemError, problemWords } from '#shared/rpc/problem'
import { worded, type WordedArgument } from '#shared/messages/worded'

/** pdf.js, fetched when the first page is shown: most windows never need it. */
export type PdfLibrary = typeof pdfLibrary

/** A report's file, open to have its pages drawn. */
export interface OpenPdf {
  library: PdfLibrary
  document: pdfLibrary.PDFDocumentProxy
  /** The first page's size in points: what pages are taken to be until they are opened. */
  firstSize: { widthPt: number; heightPt: number }
  /** The pictures of pages that were drawn last, the newest at the end: what is shown until the page is drawn again. */
  pictures: Map<number, HTMLCanvasElement>
  /** Lets go of the file and of the process that reads it. */
  close: () => void
}

/** The folder of pdf.js's own data, which the build lays beside the page: fonts and character maps that a file names but does not hold. */
const dataFolder = (name: string) => new URL(`pdfjs/${name}/`, document.baseURI).href

/**
 * Opens the PDF at an address of the host. Scripts of the file never run, and nothing but the app's own data is fetched for it.
 * Throws report_unreadable (the file is gone, another one now, or damaged) or report_password_protected. `signal` gives up.
 */
export async function openPdf(url: string, fileName: string, signal: AbortSignal): Promise<OpenPdf> {
  const data = await fetchBytes(url, fileName, signal)
  const library = await import('pdfjs-dist/legacy/build/pdf.mjs')
  signal.throwIfAborted()
  // Made here, as pdf.js would wrap the address of a scheme of one's own in a blob, which the window's policy refuses.
  const worker = new Worker(workerUrl, { type: 'module' })
  const workerFailed = new Promise<never>((_resolve, reject) => {
    worker.addEventListener('error', () => reject(unreadable(fileName, worded('problems', 'pagesReaderStopped'))), {
      once: true
    })
  })
  const reader = library.PDFWorker.create({ port: worker })
  const task = library.getDocument({
    data,
    worker: reader,
    cMapUrl: dataFolder('cmaps'),
    standardFontDataUrl: dataFolder('standard_fonts'),
    wasmUrl: dataFolder('wasm'),
    // The window's policy runs no WebAssembly; pdf.js brings the same decoders as scripts.
    useWasm: false,
    // Through the page: a worker's fetch takes no address of a scheme of one's own.
    useWorkerFetch: false,
    useSystemFonts: false,
    enableXfa: false,
    verbosity: 0
  })
  const close = () => {
    void task.destroy().finally(() => {
      reader.destroy()
      worker.terminate()
    })
  }
  try {
    const pdf = await Promise.race([task.promise, workerFailed])
    const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 })
    signal.throwIfAborted()
    return { library, document: pdf, firstSize: { widthPt: width, heightPt: height }, pictures: new Map(), close }
  } catch (error) {
    close()
    if (error instanceof ProblemError || signal.aborted) throw error
    if (error instanceof Error && error.name === 'PasswordException') {
      throw new ProblemError('report_password_protected', problemWords('pagesProtected', { fileName }), { cause: error })
    }
    throw unreadable(fileName, worded('problems', 'pagesDamaged'), error)
  }
}

async function fetchBytes(url: string, fileName: string, signal: AbortSignal): Promise<Uint8Array> {
  let answer: Response
  try {
    answer = await fetch(url, { signal })
  } catch (error) {
    if (signal.aborted) throw error
    throw unreadable(fileName, worded('problems', 'pagesNotFetched'), error)
  }
  if (!answer.ok) throw unreadable(fileName, (await answer.text()).trim())
  return new Uint8Array(await answer.arrayBuffer())
}

const unreadable = (fileName: string, detail: WordedArgument, cause?: unknown) =>
  new ProblemError('report_unreadable', problemWords('pagesUnreadable', { fileName, detail }), { cause })
