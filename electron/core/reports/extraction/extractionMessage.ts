import { z } from 'zod'
import { problemSchema } from '#shared/rpc/problem'
import { extractedReportSchema, readingProgressSchema } from './extractedReport'

/** What the worker is asked for: the file to read and the name that messages call it. */
export const extractionTaskSchema = z.object({ path: z.string(), fileName: z.string() })

/** What the worker says: first that it runs, then how far it has come, then one of the two outcomes. */
export const extractionMessageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('started') }),
  z.object({ kind: z.literal('progress'), progress: readingProgressSchema }),
  z.object({ kind: z.literal('extracted'), report: extractedReportSchema }),
  z.object({ kind: z.literal('refused'), problem: problemSchema, cause: z.string().nullable() })
])
export type ExtractionMessage = z.infer<typeof extractionMessageSchema>
