import { z } from 'zod'
import { differenceKindSchema } from './comparison'
import { inOtherLanguages } from './inOtherLanguages'
import { lexiconSchema } from './lexiconSchema'
import { codeSchema, tagKindSchema } from './tag'

const entry = { id: codeSchema, label: z.string() }
const labelled = { ...entry, translations: inOtherLanguages('label') }

/** Policy as data: an agency may add to it, and never reuses an id. */
export const codebookSchema = z.object({
  id: codeSchema,
  version: z.number().int().min(1),
  title: z.string(),
  agency: z.string(),
  translations: inOtherLanguages('title'),
  policy: z.object({
    number: z.string(),
    title: z.string(),
    revision: z.number().int(),
    effectiveOn: z.iso.date(),
    reviewOn: z.iso.date(),
    translations: inOtherLanguages('title')
  }),
  /** Stated time and case clock further apart than this is a difference. */
  timeToleranceMs: z.number().int().min(0),
  tagKinds: z.array(
    z.object({
      id: tagKindSchema,
      label: z.string(),
      description: z.string(),
      /** One key on the keyboard. */
      key: z.string().length(1),
      lane: z.enum(['force', 'needed', 'intervention', 'failure', 'context', 'camera']),
      clauseIds: z.array(codeSchema),
      translations: inOtherLanguages('label', 'description')
    })
  ),
  forceTypes: z.array(
    z.object({
      ...entry,
      /** False where the type alone is recorded but is no force, e.g. handcuffing (555 CMR 6.04). */
      countsAsForce: z.boolean(),
      needsBodyArea: z.boolean(),
      countNoun: z.string(),
      /** Words by which a report names it; lower case. */
      words: z.array(z.string()),
      translations: inOtherLanguages('label', 'countNoun')
    })
  ),
  bodyAreas: z.array(z.object({ ...labelled, words: z.array(z.string()), region: z.enum(['head-neck', 'upper', 'lower', 'other']) })),
  clauses: z.array(z.object({ ...entry, citation: z.string(), text: z.string(), translations: inOtherLanguages('label', 'text') })),
  reportTypes: z.array(z.object(labelled)),
  differenceKinds: z.array(
    z.object({ id: differenceKindSchema, label: z.string(), rule: z.string(), translations: inOtherLanguages('label', 'rule') })
  ),
  lexicon: lexiconSchema
})
export type Codebook = z.infer<typeof codebookSchema>
