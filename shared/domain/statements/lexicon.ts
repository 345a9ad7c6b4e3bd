import type { Codebook } from '../../model/codebookSchema'
import type { LexiconWords } from '../../model/lexiconSchema'
import { statementKindSchema, timeOrderSchema, type StatementKind, type TimeOrder } from '../../model/report'
import { indexPhrases, type PhraseIndex } from './phrases'

/** What a phrase names: a kind with a force type (or none known), or words that look like force and are not. */
export type Naming = { readonly kind: StatementKind; readonly type: string | null } | 'trap'

/** A phrase that speaks for the qualifier it stands under, or one that only looks like it. */
export type Cue = 'cue' | 'look-alike'

/** Words that report what somebody else said: of all that follows, or of their clause alone. */
export type HearsayCue = 'speech' | 'clause' | 'look-alike'

/** The words that negate, report or hedge a statement. */
export interface Cues {
  readonly negationBefore: PhraseIndex<Cue>
  readonly negationDirect: PhraseIndex<Cue>
  readonly negationAfter: PhraseIndex<Cue>
  readonly hearsay: PhraseIndex<HearsayCue>
  readonly uncertain: PhraseIndex<Cue>
}

/** The words for people, each a set. */
export type PeopleWords = { readonly [List in keyof LexiconWords['people']]: ReadonlySet<string> }

/** The words of one codebook, ready to be looked for. */
export interface Lexicon {
  readonly namings: PhraseIndex<Naming>
  readonly bodyAreas: PhraseIndex<string>
  /** Weapons that a bare "shot" or "fired" may mean, by force type. */
  readonly launchers: PhraseIndex<string>
  /** Lower-case nouns of counted things: "strikes", "strike", "rounds". */
  readonly countNouns: ReadonlySet<string>
  readonly cues: Cues
  readonly order: PhraseIndex<TimeOrder>
  readonly people: PeopleWords
}

const labelled = <Label>(label: Label, phrases: readonly string[]): { label: Label; phrase: string }[] =>
  phrases.map((phrase) => ({ label, phrase }))

// Look-alikes come first: of two phrases of equal length the first is taken.
const cueIndex = (cues: readonly string[], lookAlikes: readonly string[]): PhraseIndex<Cue> =>
  indexPhrases<Cue>([...labelled<Cue>('look-alike', lookAlikes), ...labelled<Cue>('cue', cues)])

const compileCues = (cues: LexiconWords['cues']): Cues => ({
  negationBefore: cueIndex(cues.negationBefore, cues.notNegation),
  negationDirect: cueIndex(cues.negationDirect, cues.notNegation),
  negationAfter: cueIndex(cues.negationAfter, []),
  hearsay: indexPhrases<HearsayCue>([
    ...labelled<HearsayCue>('look-alike', cues.notHearsay),
    ...labelled<HearsayCue>('speech', cues.hearsay),
    ...labelled<HearsayCue>('clause', cues.hearsayClause)
  ]),
  uncertain: cueIndex(cues.uncertain, [])
})

const compilePeople = (people: LexiconWords['people']): PeopleWords => ({
  titles: new Set(people.titles),
  officers: new Set(people.officers),
  civilianTitles: new Set(people.civilianTitles),
  civilians: new Set(people.civilians),
  unclear: new Set(people.unclear),
  objects: new Set(people.objects),
  notPeopleBefore: new Set(people.notPeopleBefore),
  notPeopleAfter: new Set(people.notPeopleAfter),
  resets: new Set(people.resets)
})

const singular = (noun: string): string => (/(?:ch|sh|ss|x)es$/.test(noun) ? noun.slice(0, -2) : noun.replace(/s$/, ''))

const compile = (codebook: Codebook): Lexicon => {
  const { force, kinds, cues, order, countNouns, people } = codebook.lexicon
  const forceTypeIds = new Set(codebook.forceTypes.map(({ id }) => id))
  const forceOf = (type: string | null): Naming => ({ kind: 'force', type })
  const civilians = people.civilians.join('|')
  const naming = (label: Naming, phrases: readonly string[]) =>
    labelled(
      label,
      phrases.map((phrase) => phrase.replaceAll('@civilian', civilians))
    )
  return {
    namings: indexPhrases<Naming>([
      ...naming('trap', [...force.notForce, ...kinds.notKinds]),
      // The phrases come before the codebook's plain words: "kneeling … neck" says more than "kneeling on".
      ...Object.entries(force.phrases)
        .filter(([id]) => forceTypeIds.has(id))
        .sort(([a], [b]) => Number(b === 'neck-restraint') - Number(a === 'neck-restraint'))
        .flatMap(([id, phrases]) => naming(forceOf(id), phrases)),
      ...codebook.forceTypes.flatMap(({ id, words }) => naming(forceOf(id), words)),
      ...naming(forceOf(null), force.unspecified),
      ...statementKindSchema.options.flatMap((kind) => naming({ kind, type: null }, kinds.phrases[kind] ?? []))
    ]),
    bodyAreas: indexPhrases(codebook.bodyAreas.flatMap(({ id, words }) => labelled(id, words))),
    launchers: indexPhrases(
      Object.entries(force.launchers)
        .filter(([id]) => forceTypeIds.has(id))
        .flatMap(([id, phrases]) => labelled(id, phrases))
    ),
    countNouns: new Set(
      [...codebook.forceTypes.map(({ countNoun }) => countNoun), ...countNouns].flatMap((noun) => [noun, singular(noun)])
    ),
    cues: compileCues(cues),
    order: indexPhrases(timeOrderSchema.options.flatMap((label) => labelled(label, order[label]))),
    people: compilePeople(people)
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
