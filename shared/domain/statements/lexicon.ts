import type { Codebook } from '../../model/codebookSchema'
import { statementKindSchema, type StatementKind } from '../../model/report'
import { z } from 'zod'
import cuesSource from './cues.json' with { type: 'json' }
import forceSource from './forcePhrases.json' with { type: 'json' }
import kindSource from './kindPhrases.json' with { type: 'json' }
import { indexPhrases, type PhraseIndex } from './phrases'

const phraseList = z.array(z.string())

const forcePhrases = z
  .object({
    phrases: z.record(z.string(), phraseList),
    unspecified: phraseList,
    notForce: phraseList,
    launchers: z.record(z.string(), phraseList)
  })
  .parse(forceSource)

const kindPhrases = z.object({ phrases: z.partialRecord(statementKindSchema, phraseList), notKinds: phraseList }).parse(kindSource)

const cuePhrases = z
  .object({
    negationBefore: phraseList,
    negationDirect: phraseList,
    negationAfter: phraseList,
    notNegation: phraseList,
    hearsay: phraseList,
    notHearsay: phraseList,
    uncertain: phraseList
  })
  .parse(cuesSource)

/** What a phrase names: a kind with a force type (or none known), or words that look like force and are not. */
export type Naming = { readonly kind: StatementKind; readonly type: string | null } | 'trap'

/** The phrases of one codebook, ready to be looked for. */
export interface Lexicon {
  readonly namings: PhraseIndex<Naming>
  readonly bodyAreas: PhraseIndex<string>
  /** Weapons that a bare "shot" or "fired" may mean, by force type. */
  readonly launchers: PhraseIndex<string>
  /** Lower-case nouns of counted things: "strikes", "strike", "rounds". */
  readonly countNouns: ReadonlySet<string>
}

/** A phrase that speaks for the qualifier it stands under, or one that only looks like it. */
export type Cue = 'cue' | 'look-alike'

const labelled = <Label>(label: Label, phrases: readonly string[]): { label: Label; phrase: string }[] =>
  phrases.map((phrase) => ({ label, phrase }))

const cueIndex = (cues: readonly string[], lookAlikes: readonly string[]): PhraseIndex<Cue> =>
  indexPhrases<Cue>([...labelled<Cue>('look-alike', lookAlikes), ...labelled<Cue>('cue', cues)])

/** The words that negate, report or hedge a statement: the same for every codebook. */
export const cues = {
  negationBefore: cueIndex(cuePhrases.negationBefore, cuePhrases.notNegation),
  negationDirect: cueIndex(cuePhrases.negationDirect, cuePhrases.notNegation),
  negationAfter: cueIndex(cuePhrases.negationAfter, []),
  hearsay: cueIndex(cuePhrases.hearsay, cuePhrases.notHearsay),
  uncertain: cueIndex(cuePhrases.uncertain, [])
}

const fixedCountNouns = [
  'blows',
  'punches',
  'kicks',
  'strikes',
  'times',
  'hits',
  'shots',
  'rounds',
  'cycles',
  'bursts',
  'sprays',
  'applications',
  'deployments',
  'canisters',
  'grenades',
  'bullets',
  'knees',
  'elbows',
  'slaps',
  'pushes',
  'shoves',
  'warnings',
  'commands',
  'orders',
  'injuries',
  'lacerations',
  'threats'
]

const singular = (noun: string): string => (/(?:ch|sh|ss|x)es$/.test(noun) ? noun.slice(0, -2) : noun.replace(/s$/, ''))

const compile = (codebook: Codebook): Lexicon => {
  const forceTypeIds = new Set(codebook.forceTypes.map(({ id }) => id))
  const force = (type: string | null): Naming => ({ kind: 'force', type })
  return {
    namings: indexPhrases<Naming>([
      // Traps come first: of two phrases of equal length the first is taken.
      ...labelled<Naming>('trap', [...forcePhrases.notForce, ...kindPhrases.notKinds]),
      // The phrases come before the codebook's plain words: "kneeling … neck" says more than "kneeling on".
      ...Object.entries(forcePhrases.phrases)
        .filter(([id]) => forceTypeIds.has(id))
        .sort(([a], [b]) => Number(b === 'neck-restraint') - Number(a === 'neck-restraint'))
        .flatMap(([id, phrases]) => labelled(force(id), phrases)),
      ...codebook.forceTypes.flatMap(({ id, words }) => labelled(force(id), words)),
      ...labelled(force(null), forcePhrases.unspecified),
      ...statementKindSchema.options.flatMap((kind) => labelled<Naming>({ kind, type: null }, kindPhrases.phrases[kind] ?? []))
    ]),
    bodyAreas: indexPhrases(codebook.bodyAreas.flatMap(({ id, words }) => labelled(id, words))),
    launchers: indexPhrases(
      Object.entries(forcePhrases.launchers)
        .filter(([id]) => forceTypeIds.has(id))
        .flatMap(([id, phrases]) => labelled(id, phrases))
    ),
    countNouns: new Set(
      [...codebook.forceTypes.map(({ countNoun }) => countNoun), ...fixedCountNouns].flatMap((noun) => [noun, singular(noun)])
    )
  }
}

const compiled = new WeakMap<Codebook, Lexicon>()

/** The lexicon of a codebook, compiled on first use and kept as long as the codebook object lives. */
export const lexiconOf = (codebook: Codebook): Lexicon => {
  const known = compiled.get(codebook)
  if (known) return known
  const lexicon = compile(codebook)
  compiled.set(codebook, lexicon)
  return lexicon
}
