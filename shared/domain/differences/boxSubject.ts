import type { Codebook } from '../../model/codebookSchema'
import type { FormAccount, FormSubject } from '../../model/comparison'
import { statementKindSchema, type StatementKind } from '../../model/report'
import { lexiconOf } from '../statements/lexicon'
import { findPeople } from '../statements/people'
import { findPhrases, indexPhrases, type PhraseIndex } from '../statements/phrases'
import { findQualifiers } from '../statements/qualifiers'
import { tokenise, type Token } from '../statements/tokens'
import { distinct } from './grouping'

type Box = FormAccount['boxes'][number]

/** What the words of a box ask about. */
export type BoxSubject = Pick<Box, 'kind' | 'types' | 'party' | 'isDenial' | 'isOffer'>

interface BoxLabel {
  kind: FormSubject
  topic: string | null
}

interface BoxWords {
  kinds: PhraseIndex<BoxLabel>
  notCompared: PhraseIndex<true>
  offers: PhraseIndex<true>
  senses: PhraseIndex<{ kind: StatementKind; sense: string }>
}

/**
 * What a box with these words asks about, by the codebook's words; null where they name nothing known, and `unclear` where they name
 * several things or something that cannot be compared.
 */
export function boxSubject(written: string, codebook: Codebook): BoxSubject | 'unclear' | null {
  const tokens = tokenise(withSpaces(written))
  const words = boxWordsOf(codebook)
  const matches = findPhrases(tokens, words.kinds)
  // The vehicle of “vehicle searched” is no force.
  const ofTopics = new Set(matches.flatMap(({ label, positions }) => (label.topic === null ? [] : positions)))
  const others = ofTopics.size === 0 ? written : tokens.flatMap(({ word }, position) => (ofTopics.has(position) ? [] : word)).join(' ')
  const forceTypes = forceTypesIn(plain(others), codebook)
  const kinds = distinct([...(forceTypes.length > 0 ? (['force'] as const) : []), ...matches.map(({ label }) => label.kind)])
  const [kind] = kinds
  if (kind === undefined) return null
  const topics = distinct(matches.flatMap(({ label }) => label.topic ?? []))
  if (kinds.length > 1 || topics.length > 1) return 'unclear'
  const types = forceTypes.length > 0 ? forceTypes : kind === 'topic' ? topics : sensesIn(tokens, kind, codebook)
  const named = new Set(matches.flatMap(({ positions }) => positions))
  // “Vehicle” says something else of an injury, and nothing else where a search of a vehicle is asked about.
  const isBeside = ({ positions }: { positions: readonly number[] }) => positions.some((position) => !named.has(position))
  // Boxes for force are named by the words of their types, “less lethal or beanbag”; of these, none asks something else.
  if (forceTypes.length === 0 && findPhrases(tokens, words.notCompared).some(isBeside)) return 'unclear'
  // A box for a camera that says neither on nor off asks nothing that a sentence answers.
  if (kind === 'camera' && types.length === 0) return 'unclear'
  const { before, direct, after } = findQualifiers(tokens, lexiconOf(codebook).cues)
  const isDenial = [...before, ...direct, ...after].some(({ positions }) => !positions.some((position) => named.has(position)))
  return { kind, types, party: partyOfKind(kind, written, codebook), isDenial, isOffer: findPhrases(tokens, words.offers).length > 0 }
}

/** What the words tell of the kind, of that which its boxes tell apart, e.g. that a camera was on; mostly nothing. */
export function sensesOf(written: string, kind: FormSubject, codebook: Codebook): string[] {
  return sensesIn(tokenise(written), kind, codebook)
}

/** Whom words about a kind name, where a form asks for officers and for others apart: of other kinds it is plain who does it. */
export function partyOfKind(kind: FormSubject, written: string, codebook: Codebook): Box['party'] {
  return kind === 'injury' || kind === 'medical-aid' ? partyIn(written, codebook) : null
}

/** Whom words name, where they name only officers (the author among them) or only others. */
function partyIn(written: string, codebook: Codebook): Box['party'] {
  const tokens = tokenise(written)
  const people = findPeople(tokens, new Map(), lexiconOf(codebook).people)
  const isOfficer = people.some(({ side }) => side === 'officer') || tokens.some(({ word }) => word === 'my' || word === 'our')
  // An officer who writes names colleagues, so that “he” is the other person.
  const isCivilian =
    people.some(({ side, isPronoun }) => side === 'civilian' || isPronoun) || tokens.some(({ word }) => word === 'his' || word === 'her')
  return isOfficer === isCivilian ? null : isOfficer ? 'officer' : 'civilian'
}

/** Lower-case words with one space before, between and after them; `TaserUsed` and `oc_spray` are two words each. */
export function plain(written: string): string {
  const words = withSpaces(written)
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
  return words === null ? '' : ` ${words.join(' ')} `
}

const withSpaces = (written: string): string => written.replace(/([a-z])([A-Z])/g, '$1 $2').replaceAll('_', ' ')

/** The force types that words name, by the codebook's words for them: of words within words, the longest count. */
function forceTypesIn(words: string, codebook: Codebook): string[] {
  if (words.trim() === '') return []
  const matches = codebook.forceTypes.flatMap(({ id, label, words: known }) =>
    [label.replace(/\(.*\)/, ''), ...(/\((.*)\)/.exec(label)?.[1]?.split(',') ?? []), id, ...known].flatMap((phrase) => {
      const start = words.indexOf(plain(phrase))
      return start < 0 ? [] : [{ id, start, end: start + plain(phrase).length }]
    })
  )
  const longest = matches.filter(
    (match) =>
      !matches.some((other) => other.start <= match.start && other.end >= match.end && other.end - other.start > match.end - match.start)
  )
  if (longest.length > 0) return [...new Set(longest.map(({ id }) => id))]
  // “Taser” alone stands for every type whose label begins with it; “body” is where, not what.
  if (codebook.bodyAreas.some(({ id, words: known }) => [id, ...known].some((area) => plain(area) === words))) return []
  return codebook.forceTypes.filter(({ label }) => plain(label).startsWith(words)).map(({ id }) => id)
}

function sensesIn(tokens: readonly Token[], kind: FormSubject, codebook: Codebook): string[] {
  const found = findPhrases(tokens, boxWordsOf(codebook).senses)
  return distinct(found.flatMap(({ label }) => (label.kind === kind ? [label.sense] : [])))
}

const compiled = new WeakMap<Codebook, BoxWords>()

function boxWordsOf(codebook: Codebook): BoxWords {
  const known = compiled.get(codebook)
  if (known !== undefined) return known
  const { phrases, notCompared, offers, senses, topics } = codebook.lexicon.boxes
  const words: BoxWords = {
    kinds: indexPhrases<BoxLabel>([
      ...statementKindSchema.options.flatMap((kind) => (phrases[kind] ?? []).map((phrase) => ({ label: { kind, topic: null }, phrase }))),
      ...topics.flatMap(({ id, box }) => box.map((phrase) => ({ label: { kind: 'topic' as const, topic: id }, phrase })))
    ]),
    notCompared: indexPhrases(notCompared.map((phrase) => ({ label: true, phrase }))),
    offers: indexPhrases(offers.map((phrase) => ({ label: true, phrase }))),
    senses: indexPhrases(
      statementKindSchema.options.flatMap((kind) =>
        Object.entries(senses[kind] ?? {}).flatMap(([sense, list]) => list.map((phrase) => ({ label: { kind, sense }, phrase })))
      )
    )
  }
  compiled.set(codebook, words)
  return words
}
