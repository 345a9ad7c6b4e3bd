import { z } from 'zod'
import { inOtherLanguages } from './inOtherLanguages'
import { statementKindSchema, timeOrderSchema } from './report'
import { codeSchema } from './tag'

/**
 * One phrase: words in lower case, `a|b` for one of several, `…` for up to five words between, `>` before words that must follow but stay
 * free for other phrases. It begins with a word.
 */
const phraseSchema = z
  .string()
  .max(2000)
  .refine((phrase) => /^[^\s…>]/.test(phrase.trim()), 'a phrase begins with a word, not with a gap')
const phrasesSchema = z.array(phraseSchema)
const wordsSchema = z.array(z.string().regex(/^\S+$/, 'one word'))

/** What boxes ask about beside the kinds of statement: "frisked". */
const topicSchema = z.object({
  id: codeSchema,
  label: z.string().min(1).max(200),
  translations: inOtherLanguages('label'),
  /** The words by which a box asks about it. */
  box: phrasesSchema.min(1),
  /** The words by which a sentence of the narrative tells of it. */
  narrative: phrasesSchema.min(1)
})

const boxesSchema = z.object({
  /** What a box beside a question says: yes or no. */
  yes: wordsSchema.default([]),
  no: wordsSchema.default([]),
  /** By kind, the words by which a box asks about it; a box that none of them names is not compared. */
  phrases: z.partialRecord(statementKindSchema, phrasesSchema).default({}),
  /** A box with one of these asks something else: "photos of injuries", "refused medical aid". */
  notCompared: phrasesSchema.default([]),
  /** What was only offered or tried: that it came to nothing does not speak against the box. */
  offers: phrasesSchema.default([]),
  /** By kind, what its boxes tell apart, each with the words of a box or a sentence for it: a camera is on or off. */
  senses: z.partialRecord(statementKindSchema, z.record(codeSchema, phrasesSchema)).default({}),
  topics: z
    .array(topicSchema)
    .refine((topics) => new Set(topics.map(({ id }) => id)).size === topics.length, 'each topic has an id of its own')
    .default([])
})

/** The words that drive the reading of statements. An agency may edit them; each edit raises the version. */
export const lexiconSchema = z.object({
  about: z.string(),
  version: z.number().int().min(1),
  /** Words that phrases name together: '@gun' stands for any word of the class 'gun'. */
  classes: z.record(z.string().regex(/^[a-z]+$/), wordsSchema).default({}),
  force: z.object({
    /** By force type of the codebook; they come on top of the type's own words. */
    phrases: z.record(codeSchema, phrasesSchema),
    /** Force of a kind that the words do not tell: "used force". */
    unspecified: phrasesSchema,
    /** Words that only look like force: "on strike". */
    notForce: phrasesSchema,
    /** The weapons that a bare "shot" or "fired" may mean, by force type. */
    launchers: z.record(codeSchema, phrasesSchema)
  }),
  kinds: z.object({
    phrases: z.partialRecord(statementKindSchema, phrasesSchema),
    /** Words that only look like one of the kinds: "Miranda warning". */
    notKinds: phrasesSchema
  }),
  cues: z.object({
    /** Negate what follows within some words: "did not". */
    negationBefore: phrasesSchema,
    /** Negate what follows at once: "no force". */
    negationDirect: phrasesSchema,
    /** Negate what stands before: "… was not used". */
    negationAfter: phrasesSchema,
    notNegation: phrasesSchema,
    /** Namings that deny what they name: "uninjured". */
    negationInside: phrasesSchema.default([]),
    /** Between a negation and an order or warning these are what is denied, and the order stands: "did not heed the commands". */
    presupposing: phrasesSchema.default([]),
    /** Somebody else is the source of what follows, or of the whole sentence. */
    hearsay: phrasesSchema,
    /** The same of its own clause alone: "allegedly". */
    hearsayClause: phrasesSchema,
    notHearsay: phrasesSchema,
    uncertain: phrasesSchema
  }),
  order: z.record(timeOrderSchema, phrasesSchema),
  /** The boxes of forms. Without it, which is how an older lexicon comes, boxes are read for types of force alone. */
  boxes: boxesSchema.prefault({}),
  /** Plural nouns of counted things. */
  countNouns: wordsSchema,
  people: z.object({
    /** Take the capitalised names that follow, and make them officers. */
    titles: wordsSchema,
    officers: wordsSchema,
    civilianTitles: wordsSchema,
    civilians: wordsSchema,
    /** May be anyone: "he", "someone". */
    unclear: wordsSchema,
    /** Never the one who acts: "him". */
    objects: wordsSchema,
    /** After these, a person is not the one who acts. */
    notPeopleBefore: wordsSchema,
    /** Before these, a word is no person: "police car". */
    notPeopleAfter: wordsSchema,
    /** Verbs after which the next person is the one who acts: "saw", "said". */
    resets: wordsSchema
  })
})
export type LexiconWords = z.infer<typeof lexiconSchema>
