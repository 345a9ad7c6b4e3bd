import { z } from 'zod'
import { readStatements } from '#shared/domain/statements/readStatements'
import { shippedCodebook } from '#shared/model/codebook'
import type { EvalFigure, EvalRow } from '../evalRow'
import { firstPersonText, narrativesIn, noReports } from './narratives'
import { plainTypes } from './plainKeywords'
import { saysAbsence } from './saysAbsence'
import { f1, precision, recall, sum, tally, type Tally } from './score'
import source from './secondLabels.json' with { type: 'json' }

const qualities = ['negated', 'hearsay', 'uncertain'] as const

/**
 * Labels that were given a second time, by reading alone: three readings by a language model that saw neither the first labels nor the
 * statement reader, by the words of the codebook. Two read everything, and a third settled what they did not agree on. `unsure` is
 * what the words do not decide. In a sentence one word is marked, and what happens by it is judged; `at` and `sentenceAt` are UTF-16
 * offsets in the text of the narrative.
 */
const labelsSchema = z.object({
  narratives: z.array(z.object({ id: z.string(), types: z.array(z.string()), unsure: z.array(z.string()) })),
  sentences: z.array(
    z.object({
      source: z.string(),
      id: z.string(),
      sentenceAt: z.number(),
      at: z.number(),
      word: z.string(),
      event: z.boolean(),
      negated: z.boolean(),
      hearsay: z.boolean(),
      uncertain: z.boolean()
    })
  )
})

const labelled = labelsSchema.parse(source)
type LabelledSentence = (typeof labelled.sentences)[number]

const readTypes = [
  ...['chemical-spray', 'tear-gas', 'impact-weapon', 'less-lethal-projectile', 'distraction-device', 'push'],
  ...['strike', 'takedown', 'neck-restraint', 'restraint-device', 'body-weight']
]

/** Force types on narratives, and denials, hearsay and doubt on sentences, against labels given a second time. */
export const secondRow: EvalRow = {
  name: 'statements, labels by a second reading',
  run: () => Promise.resolve(noReports ?? [...typeFigures(), ...qualityFigures()])
}

function typeFigures(): EvalFigure[] {
  const texts = new Map(narrativesIn('protest-force-dev.jsonl').map(({ id, text }) => [id, text]))
  const rows = labelled.narratives.map((one) => {
    const text = texts.get(one.id) ?? ''
    return { ...one, ours: affirmed(text), plain: plainTypes(text, shippedCodebook) }
  })
  const tallies = readTypes.map((type) => {
    const sure = rows.filter(({ unsure }) => !unsure.includes(type))
    const against = (of: 'ours' | 'plain') =>
      tally(sure.map((row) => ({ isLabelled: row.types.includes(type), isFound: row[of].has(type) })))
    return { type, ours: against('ours'), plain: against('plain') }
  })
  const figure = (name: string, ours: Tally, plain: Tally): EvalFigure[] => [
    { name: `${name} precision`, value: precision(ours), baseline: precision(plain), count: ours.found },
    { name: `${name} recall`, value: recall(ours), baseline: recall(plain), count: ours.labelled },
    { name: `${name} F1`, value: f1(ours), baseline: f1(plain), aim: 0.9, count: ours.labelled }
  ]
  const [allOurs, allPlain] = [sum(tallies.map(({ ours }) => ours)), sum(tallies.map(({ plain }) => plain))]
  return [...tallies.flatMap(({ type, ours, plain }) => figure(type, ours, plain)), ...figure('all together', allOurs, allPlain)]
}

/** The force types that a text affirms, in the codebook's own sense. */
const affirmed = (text: string): Set<string> =>
  new Set(
    readStatements(text, shippedCodebook)
      .filter(({ kind, negated }) => kind === 'force' && !negated)
      .flatMap(({ types }) => types)
  )

function qualityFigures(): EvalFigure[] {
  const texts = new Map<string, string>()
  for (const { source: file, id } of labelled.sentences) {
    if (file === 'first-person') texts.set(`${file} ${id}`, firstPersonText(id))
    else if (!texts.has(`${file} ${id}`)) for (const one of narrativesIn(file)) texts.set(`${file} ${one.id}`, one.text)
  }
  const read = labelled.sentences.map((label) => ({ label, reading: readAt(texts.get(`${label.source} ${label.id}`) ?? '', label) }))
  const events = read.filter(({ label }) => label.event)
  const found = events.filter(({ reading }) => reading !== undefined)
  const share = <One>(all: readonly One[], isRight: (one: One) => boolean) => all.filter(isRight).length / Math.max(1, all.length)
  return [
    { name: 'what happens is read', value: share(events, ({ reading }) => reading !== undefined), count: events.length },
    ...qualities.flatMap((quality) =>
      [true, false].map((is): EvalFigure => {
        const marked = found.filter(({ label }) => label[quality] === is)
        return {
          name: `${quality}${is ? '' : ' not'}, read as labelled`,
          value: share(marked, ({ reading }) => reading?.[quality] === is),
          aim: 0.95,
          count: marked.length
        }
      })
    )
  ]
}

/** What the reader makes of the marked word; where it reads that this did not happen as a kind of its own, the word is denied. */
function readAt(text: string, { at, word }: LabelledSentence) {
  const reading = readStatements(text, shippedCodebook).find(({ evidence }) =>
    Object.values(evidence).some((spans) => spans.some(({ start, end }) => start < at + word.length && end > at))
  )
  const isAbsent = reading !== undefined && /^(?:compl|interven)/i.test(word) && saysAbsence(text, reading)
  return isAbsent ? { ...reading, negated: true } : reading
}
