import { z } from 'zod'
import { formFieldSchema, reportFormatSchema, reportPageSchema } from '#shared/model/report'
import { worded } from '#shared/messages/worded'
import { extractionLimits } from './extractionLimits'
import { reportTooLarge } from './extractionProblems'
import { plainText } from './plainText'

/**
 * The plain text of a report and where its pages lie in it: ascending UTF-16 spans that together cover the text; at least one.
 * `notes` are sentences that say what of the file is not in the text, or how sure the reading is; `formFields` stand in the text in
 * ascending order.
 */
export const parsedTextSchema = z.object({
  text: z.string(),
  pages: z.array(reportPageSchema).min(1),
  notes: z.array(z.string()),
  formFields: z.array(formFieldSchema)
})
/** What a parser gives; `extractor` is given where what read the file is more than the parser's own library. */
export type ParsedText = z.infer<typeof parsedTextSchema> & { extractor?: string }

/** How far the reading of a report has come: whole pages; `isRecognised` is true where the last one was read from its picture. */
export const readingProgressSchema = z.object({
  pagesRead: z.number().int().min(0),
  pageCount: z.number().int().min(1),
  isRecognised: z.boolean()
})
export type ReadingProgress = z.infer<typeof readingProgressSchema>

const tooLong = worded('problems', 'over20Million')

/** Refuses bytes that hold too long a text in any encoding, before they are decoded. Throws report_too_large. */
export function requireTextSize(bytes: Buffer, fileName: string): void {
  // No encoding that is read takes more than 3 bytes for a UTF-16 unit.
  if (bytes.length > 3 * extractionLimits.maxTextLength) throw reportTooLarge(fileName, tooLong)
}

/** A text that has no pages of its own as one page, in the form in which texts are stored. Throws report_too_large. */
export function onePage(raw: string, fileName: string, notes: string[] = []): ParsedText {
  const text = plainText(raw)
  if (text.length > extractionLimits.maxTextLength) throw reportTooLarge(fileName, tooLong)
  return { text, pages: [{ number: 1, start: 0, end: text.length }], notes, formFields: [] }
}

/**
 * What was read out of a report's file. `extractor` and `extractorVersion` name the reader, so that a text can be told from
 * one that a later reader makes; `wordCount` is at least 1.
 */
export const extractedReportSchema = parsedTextSchema.extend({
  format: reportFormatSchema,
  extractor: z.string(),
  extractorVersion: z.number().int().min(1),
  wordCount: z.number().int().min(1)
})
export type ExtractedReport = z.infer<typeof extractedReportSchema>
