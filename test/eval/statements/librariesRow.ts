import nlp from 'compromise'
import winkModel from 'wink-eng-lite-web-model'
import winkNlp, { type ItemToken, type PartOfSpeech } from 'wink-nlp'
import { z } from 'zod'
import { readStatements } from '#shared/domain/statements/readStatements'
import { splitSentences } from '#shared/domain/statements/sentences'
import { shippedCodebook } from '#shared/model/codebook'
import type { EvalFigure, EvalRow } from '../evalRow'
import known from './knownSentences.json' with { type: 'json' }
import { markedSentences, readMarked, type Marked } from './markedRow'
import { isLabelled, labelledTypes, narrativesIn, noReports, typesAsTagged, type Narrative } from './narratives'
import { f1, tally } from './score'

const wink = winkNlp(winkModel, ['sbd', 'negation', 'pos'])
/** What is asked of a word; wink-nlp knows these functions by identity, and none of them uses `this`. */
const asked: {
  readonly pos: (index: number, document: unknown) => PartOfSpeech
  readonly negationFlag: (index: number, document: unknown) => boolean
} = wink.its
const compromiseTerms = z.array(
  z.object({ terms: z.array(z.object({ offset: z.object({ start: z.number(), length: z.number() }), tags: z.array(z.string()) })) })
)

interface Span {
  start: number
  end: number
}
type Word = Span & { isVerb: boolean; isNegated: boolean }

const meets = (one: Span, other: Span) => one.start < other.end && one.end > other.start

function winkWords(text: string): Word[] {
  const words: Word[] = []
  let from = 0
  wink
    .readDoc(text)
    .tokens()
    .each((token: ItemToken) => {
      const written = token.out()
      const start = text.indexOf(written, from)
      if (start < 0) return
      from = start + written.length
      const tag = token.out(asked.pos)
      words.push({ start, end: from, isVerb: tag === 'VERB' || tag === 'ADJ', isNegated: Boolean(token.out(asked.negationFlag)) })
    })
  return words
}

const compromiseWords = (text: string): Word[] =>
  compromiseTerms
    .parse(nlp(text).json({ offset: true, terms: { offset: true } }))
    .flatMap(({ terms }) => terms)
    .map(({ offset, tags }) => ({
      start: offset.start,
      end: offset.start + offset.length,
      isVerb: tags.includes('Verb'),
      isNegated: false
    }))

const splitters: readonly (readonly [who: string, split: (text: string) => string[]])[] = [
  ['ours', (text) => splitSentences(text).map(({ start, end }) => text.slice(start, end))],
  ['wink-nlp', (text) => wink.readDoc(text).sentences().out()],
  [
    'compromise',
    (text) =>
      z
        .array(z.object({ text: z.string() }))
        .parse(nlp(text).json())
        .map((sentence) => sentence.text)
  ]
]

const flat = (text: string) => text.replace(/\s+/g, ' ').trim()
const wrapped = (text: string) => flat(text).replace(/(.{1,72})\s/g, '$1\n')
const isSame = (one: readonly string[], other: readonly string[]) => JSON.stringify(one.map(flat)) === JSON.stringify(other.map(flat))

function sentenceFigures(narratives: readonly Narrative[]): EvalFigure[] {
  const cases = z.array(z.array(z.string())).parse(known)
  const texts = narratives.slice(0, 200).map(({ text }) => text)
  return splitters.flatMap(([who, split]) => [
    {
      name: `sentences ended rightly, ${who}`,
      value: cases.filter((one) => isSame(split(one.join(' ')), one)).length / cases.length,
      count: cases.length
    },
    {
      name: `sentences the same with lines wrapped, ${who}`,
      value: texts.filter((text) => isSame(split(flat(text)), split(wrapped(text)))).length / texts.length,
      count: texts.length
    }
  ])
}

function negationFigures(): EvalFigure[] {
  const spanOf = (one: Marked) => readMarked(one)?.evidence.kind?.[0]
  const deciders: readonly (readonly [who: string, decide: (one: Marked) => boolean])[] = [
    ['ours', (one) => readMarked(one)?.negated === true],
    [
      'wink-nlp flag',
      (one) => {
        const span = spanOf(one)
        return span !== undefined && winkWords(one.text).some((word) => word.isNegated && meets(word, span))
      }
    ],
    [
      'compromise clause',
      (one) => {
        const span = spanOf(one)
        const word = span === undefined ? '' : (one.text.slice(span.start, span.end).split(/\s+/)[0] ?? '')
        const clause = nlp(one.text)
          .clauses()
          .filter((part) => part.text().includes(word))
        return clause.has('#Negative') || clause.has('no') || clause.has('without')
      }
    ]
  ]
  return deciders.map(([who, decide]) => ({
    name: `negation handled right, ${who}`,
    value: markedSentences.filter((one) => decide(one) === one.negated).length / markedSentences.length,
    count: markedSentences.length
  }))
}

/** What is found of the types that are told by verbs, when a word that the library takes for no verb is not counted. */
function verbFigures(narratives: readonly Narrative[]): EvalFigure[] {
  const taggers: readonly (readonly [who: string, words: (text: string) => Word[]])[] = [
    ['ours', () => []],
    ['verbs of wink-nlp', winkWords],
    ['verbs of compromise', compromiseWords]
  ]
  return taggers.flatMap(([who, wordsOf]) => {
    const read = narratives.map((narrative) => {
      const words = wordsOf(narrative.text)
      const isVerb = (span: Span) => words.find((word) => meets(word, span))?.isVerb ?? true
      const types = readStatements(narrative.text, shippedCodebook)
        .filter(({ kind, negated, evidence }) => kind === 'force' && !negated && (evidence.types ?? []).some(isVerb))
        .flatMap((statement) => typesAsTagged(narrative.text, statement))
      return { narrative, types: new Set(types) }
    })
    return labelledTypes
      .filter(([, type]) => ['push', 'strike', 'takedown'].includes(type))
      .map(([label, type]) => {
        const counts = tally(
          read.map(({ narrative, types }) => ({ isLabelled: isLabelled(narrative, label, true), isFound: types.has(type) }))
        )
        return { name: `${type} F1, ${who}`, value: f1(counts), count: counts.labelled }
      })
  })
}

/** The reader's own ways beside two kept language libraries, on the same data. */
export const librariesRow: EvalRow = {
  name: 'statements, libraries compared',
  run: () => {
    if (noReports !== null) return Promise.resolve(noReports)
    const narratives = narrativesIn('protest-force-dev.jsonl')
    return Promise.resolve([...sentenceFigures(narratives), ...negationFigures(), ...verbFigures(narratives)])
  }
}
