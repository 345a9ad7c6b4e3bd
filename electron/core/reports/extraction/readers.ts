import type { ReportFormat } from '#shared/model/report'

/** Who reads a format: the name of the library, and a version that rises with every change of what it gives, the library's included. */
export interface Reader {
  extractor: string
  extractorVersion: number
}

/** The readers of this app, apart from the parsers, so that their versions are known without loading a library. */
export const readers: Readonly<Record<ReportFormat, Reader>> = {
  pdf: { extractor: 'pdfjs-dist', extractorVersion: 3 },
  docx: { extractor: 'mammoth', extractorVersion: 3 },
  rtf: { extractor: 'rtf-stream-parser', extractorVersion: 1 },
  txt: { extractor: 'plain-text', extractorVersion: 2 },
  html: { extractor: 'html-to-text', extractorVersion: 1 },
  eml: { extractor: 'postal-mime', extractorVersion: 1 }
}
