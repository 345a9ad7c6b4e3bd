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
  /** Namings that deny what they name. */
  readonly inside: PhraseIndex<Cue>
  /** Verbs that are denied in place of the order they speak of. */
  readonly presupposing: PhraseIndex<Cue>
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

const compileCues = (cues: LexiconWords['cues'], spell: Spell): Cues => {
  // Look-alikes come first: of two phrases of equal length the first is taken.
  const cueIndex = (phrases: readonly string[], lookAlikes: readonly string[] = []): PhraseIndex<Cue> =>
    indexPhrases<Cue>([...labelled<Cue>('look-alike', spell(lookAlikes)), ...labelled<Cue>('cue', spell(phrases))])
  return {
    negationBefore: cueIndex(cues.negationBefore, cues.notNegation),
    negationDirect: cueIndex(cues.negationDirect, cues.notNegation),
    negationAfter: cueIndex(cues.negationAfter),
    hearsay: indexPhrases<HearsayCue>([
      ...labelled<HearsayCue>('look-alike', spell(cues.notHearsay)),
      // "Accused of" speaks for its clause, "accused him of" for all that follows.
      ...labelled<HearsayCue>('clause', spell(cues.hearsayClause)),
      ...labelled<HearsayCue>('speech', spell(cues.hearsay))
    ]),
    uncertain: cueIndex(cues.uncertain),
    inside: cueIndex(cues.negationInside),
    presupposing: cueIndex(cues.presupposing)
  }
}

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

/** Replaces every '@name' of a phrase by the words of that class; a name without a class is left as it is, and never met. */
type Spell = (phrases: readonly string[]) => string[]

const spellerOf = ({ classes, people }: LexiconWords): Spell => {
  const choices = new Map(Object.entries({ ...classes, civilian: people.civilians }).map(([name, words]) => [name, words.join('|')]))
  return (phrases) => phrases.map((phrase) => phrase.replace(/@([a-z]+)/g, (written, name: string) => choices.get(name) ?? written))
}

/** A plain word of the codebook in its plural too: "control hold" names control holds. */
const withPlural = (phrase: string): string => phrase.replace(/(?<![^\s])([a-z]+[a-rt-z])$/, '$1|$1s')

const compile = (codebook: Codebook): Lexicon => {
  const { force, kinds, cues, order, countNouns, people } = codebook.lexicon
  const forceTypeIds = new Set(codebook.forceTypes.map(({ id }) => id))
  const forceOf = (type: string | null): Naming => ({ kind: 'force', type })
  const spell = spellerOf(codebook.lexicon)
  const naming = (label: Naming, phrases: readonly string[]) => labelled(label, spell(phrases))
  return {
    namings: indexPhrases<Naming>([
      ...naming('trap', [...force.notForce, ...kinds.notKinds]),
      // The phrases come before the codebook's plain words: "kneeling … neck" says more than "kneeling on".
      ...Object.entries(force.phrases)
        .filter(([id]) => forceTypeIds.has(id))
        .sort(([a], [b]) => Number(b === 'neck-restraint') - Number(a === 'neck-restraint'))
        .flatMap(([id, phrases]) => naming(forceOf(id), phrases)),
      ...codebook.forceTypes.flatMap(({ id, words }) => naming(forceOf(id), words.map(withPlural))),
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
    cues: compileCues(cues, spell),
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
