import { z } from 'zod'
import { caseSchema } from './case'
import { caseIdSchema, footageIdSchema, passageIdSchema, personIdSchema, reportIdSchema, tagIdSchema } from './ids'
import { footageTimeSchema } from './primitives'

/** More than fits in a note is pasted by mistake; it is searched by its first words. */
const longestQuestion = 100_000

/** What is searched for, in these cases or, with null, in all. */
export const searchQuestionSchema = z.object({
  words: z.string().max(longestQuestion),
  caseIds: z.array(caseIdSchema).max(20_000).nullable().default(null),
  limit: z.number().int().min(1).max(200).default(60)
})
export type SearchQuestion = z.infer<typeof searchQuestionSchema>

/** A text, and where in it the words asked for stand: UTF-16 units, end exclusive, in order. */
export const markedTextSchema = z.object({
  text: z.string(),
  spans: z.array(z.object({ start: z.number().int().min(0), end: z.number().int().min(0) }))
})
export type MarkedText = z.infer<typeof markedTextSchema>

/** Where a hit leads. */
export const searchPlaceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('case') }),
  z.object({ kind: z.literal('person'), personId: personIdSchema }),
  z.object({ kind: z.literal('footage'), footageId: footageIdSchema }),
  z.object({ kind: z.literal('tag'), tagId: tagIdSchema, footageId: footageIdSchema, startUs: footageTimeSchema }),
  /** Words of a report's present text, in UTF-16 units; with `start` equal to `end` the report as a whole. */
  z.object({ kind: z.literal('report'), reportId: reportIdSchema, start: z.number().int().min(0), end: z.number().int().min(0) }),
  z.object({ kind: z.literal('passage'), passageId: passageIdSchema, reportId: reportIdSchema }),
  z.object({ kind: z.literal('difference'), key: z.string() })
])
export type SearchPlace = z.infer<typeof searchPlaceSchema>

/** What kind of thing was found. */
export const foundKindSchema = z.enum([
  'case',
  'person',
  'footage',
  'tag',
  'report',
  'reportText',
  'statement',
  'link',
  'absence',
  'enteredDifference',
  'disposition'
])
export type FoundKind = z.infer<typeof foundKindSchema>

/** One thing that was found. */
export const searchHitSchema = z.object({
  /** Its own among the hits of one answer. */
  id: z.string(),
  found: foundKindSchema,
  /** What it is, e.g. the kind of a tag; empty where it has no name. */
  title: markedTextSchema,
  /** A short cut of its words around the first that was asked for; empty where it has none. */
  snippet: markedTextSchema,
  /** What it lies in, e.g. the camera of a tag or the name of a report; empty where that says nothing. */
  within: z.string(),
  place: searchPlaceSchema
})
export type SearchHit = z.infer<typeof searchHitSchema>

/** What was found, by case: the case with the nearest hit first, and in each case the nearest hit first. */
export const searchAnswerSchema = z.object({
  groups: z.array(z.object({ case: caseSchema, hits: z.array(searchHitSchema).min(1) })),
  /** True where there is more than `limit`. */
  isCut: z.boolean()
})
export type SearchAnswer = z.infer<typeof searchAnswerSchema>
