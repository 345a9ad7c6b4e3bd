import { z } from 'zod'
import { reportFormatSchema, reportPageSchema } from '#shared/model/report'

/**
 * The plain text of a report and where its pages lie in it: ascending UTF-16 spans that together cover the text; at least one.
 * `notes` are sentences that say what of the file is not in the text.
 */
export const parsedTextSchema = z.object({ text: z.string(), pages: z.array(reportPageSchema).min(1), notes: z.array(z.string()) })
export type ParsedText = z.infer<typeof parsedTextSchema>

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
