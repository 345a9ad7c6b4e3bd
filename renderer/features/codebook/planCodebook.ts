import { foldText } from '../../ui/foldText'
import type { Codebook } from '#shared/model/codebookSchema'

/** One list of phrases of the reader; `about` is the force type or the kind of statement that they stand for. */
export interface PhraseGroup {
  name: PhraseGroupName
  about: string | null
  phrases: readonly string[]
}

type Cue = keyof Codebook['lexicon']['cues']
type PeopleWord = keyof Codebook['lexicon']['people']
export type PhraseGroupName =
  | Cue
  | PeopleWord
  | 'forceOf'
  | 'forceUnspecified'
  | 'notForce'
  | 'launcherOf'
  | 'kindOf'
  | 'notKinds'
  | 'orderFirst'
  | 'orderEarlier'
  | 'orderSame'
  | 'orderLater'
  | 'countNouns'

/** The entries of a codebook that hold what is searched for. */
export interface ShownCodebook {
  tagKinds: Codebook['tagKinds']
  forceTypes: Codebook['forceTypes']
  bodyAreas: Codebook['bodyAreas']
  clauses: Codebook['clauses']
  differenceKinds: Codebook['differenceKinds']
  reportTypes: Codebook['reportTypes']
  lexicon: readonly PhraseGroup[]
  /** How many entries of all parts are shown; a list of phrases is one. */
  count: number
}

/**
 * The entries of a codebook that hold all words of `query` somewhere in what a person reads of them, in the codebook's order; all of
 * them where it is empty. Of a list of phrases only those that hold it are left, unless its own name does. `labelOf` names a list.
 */
export function planCodebook(codebook: Codebook, query: string, labelOf: (group: PhraseGroup) => string): ShownCodebook {
  const wanted = foldText(query).split(/\s+/).filter(Boolean)
  const holds = (...texts: string[]) => {
    const text = foldText(texts.join('\n'))
    return wanted.every((word) => text.includes(word))
  }
  const citations = new Map(codebook.clauses.map(({ id, label, citation }) => [id, `${label} ${citation}`]))
  const parts = {
    tagKinds: codebook.tagKinds.filter((kind) =>
      holds(kind.id, kind.label, kind.description, ...kind.clauseIds.map((id) => citations.get(id) ?? id))
    ),
    forceTypes: codebook.forceTypes.filter((type) => holds(type.id, type.label, type.countNoun, ...type.words)),
    bodyAreas: codebook.bodyAreas.filter((area) => holds(area.id, area.label, ...area.words)),
    clauses: codebook.clauses.filter((clause) => holds(clause.id, clause.label, clause.citation, clause.text)),
    differenceKinds: codebook.differenceKinds.filter((kind) => holds(kind.id, kind.label, kind.rule)),
    reportTypes: codebook.reportTypes.filter((type) => holds(type.id, type.label)),
    lexicon: planLexicon(codebook.lexicon).flatMap((group): PhraseGroup[] => {
      if (holds(labelOf(group))) return [group]
      const phrases = group.phrases.filter((phrase) => holds(readable(phrase)))
      return phrases.length === 0 ? [] : [{ ...group, phrases }]
    })
  }
  return { ...parts, count: Object.values(parts).reduce((sum, entries) => sum + entries.length, 0) }
}

/** A phrase of the reader as a person reads it: `took him / her … ground`. */
export const readable = (phrase: string): string => phrase.replaceAll('|', ' / ')

const cueNames = [
  'negationBefore',
  'negationDirect',
  'negationAfter',
  'notNegation',
  'hearsay',
  'hearsayClause',
  'notHearsay',
  'uncertain'
] as const satisfies readonly Cue[]

const peopleNames = [
  'titles',
  'officers',
  'civilianTitles',
  'civilians',
  'unclear',
  'objects',
  'notPeopleBefore',
  'notPeopleAfter',
  'resets'
] as const satisfies readonly PeopleWord[]

/** The reader's phrases in lists, those without a phrase left out. */
function planLexicon({ force, kinds, cues, order, countNouns, people }: Codebook['lexicon']): PhraseGroup[] {
  const group = (name: PhraseGroupName, phrases: readonly string[] = [], about: string | null = null): PhraseGroup => ({
    name,
    about,
    phrases
  })

  return [
    ...Object.entries(force.phrases).map(([type, phrases]) => group('forceOf', phrases, type)),
    group('forceUnspecified', force.unspecified),
    group('notForce', force.notForce),
    ...Object.entries(force.launchers).map(([type, phrases]) => group('launcherOf', phrases, type)),
    ...Object.entries(kinds.phrases).map(([kind, phrases]) => group('kindOf', phrases, kind)),
    group('notKinds', kinds.notKinds),
    ...cueNames.map((name) => group(name, cues[name])),
    group('orderFirst', order.first),
    group('orderEarlier', order.earlier),
    group('orderSame', order['same-time']),
    group('orderLater', order.later),
    group('countNouns', countNouns),
    ...peopleNames.map((name) => group(name, people[name]))
  ].filter(({ phrases }) => phrases.length > 0)
}
