import { z } from 'zod'
import { readStatements } from '#shared/domain/statements/readStatements'
import { shippedCodebook } from '#shared/model/codebook'
import { statementKindSchema, type ReadStatement } from '#shared/model/report'
import type { EvalFigure, EvalRow } from '../evalRow'
import source from './markedSentences.json' with { type: 'json' }
import unseen from './unseenSentences.json' with { type: 'json' }
import { isPlainlyHearsay, isPlainlyNegated } from './plainKeywords'
import { saysAbsence } from './saysAbsence'

const markedSchema = z.object({
  text: z.string(),
  kind: statementKindSchema,
  type: z.string().optional(),
  negated: z.boolean(),
  hearsay: z.boolean(),
  uncertain: z.boolean()
})
export type Marked = z.infer<typeof markedSchema>

/** Sentences written for this, each with one statement in it marked as denied or not, hearsay or not, sure or not. */
export const markedSentences: readonly Marked[] = z.array(markedSchema).parse(source)

/** Sentences by another hand, marked in the same way, which nobody who wrote rules has read: what the rules are worth on words they were not made for. */
const unseenSentences: readonly Marked[] = z.array(markedSchema).parse(unseen)

/** What the reader makes of the marked statement; undefined where it does not find it. A failure to intervene is an intervention denied. */
export function readMarked({ text, kind, type }: Marked): ReadStatement | undefined {
  const all = readStatements(text, shippedCodebook)
  const found = all.find((one) => one.kind === kind && (type === undefined || one.types.includes(type)))
  if (found !== undefined || kind !== 'intervention') return found
  const failure = all.find((one) => one.kind === 'failure-to-intervene' && saysAbsence(text, one))
  return failure === undefined ? undefined : { ...failure, negated: true }
}

type Quality = 'negated' | 'hearsay' | 'uncertain'

/** How many of the sentences marked so, and of those marked otherwise, are read as they are marked. */
export function qualityFigures(
  sentences: readonly Marked[],
  quality: Quality,
  isPlainly: ((text: string) => boolean) | null
): EvalFigure[] {
  const share = (marked: readonly Marked[], isRight: (one: Marked) => boolean) => marked.filter(isRight).length / Math.max(1, marked.length)
  return [true, false].map((is) => {
    const marked = sentences.filter((one) => one[quality] === is)
    return {
      name: `${quality}${is ? '' : ' not'}, read as marked`,
      value: share(marked, (one) => readMarked(one)?.[quality] === is),
      ...(isPlainly === null ? {} : { baseline: share(marked, ({ text }) => isPlainly(text) === is) }),
      aim: 0.95,
      count: marked.length
    }
  })
}

/** Denied, hearsay and unsure statements, each beside sentences that only look so. */
export const markedRow: EvalRow = rowOf('statements, marked sentences', markedSentences)
export const unseenRow: EvalRow = rowOf('statements, marked sentences never seen before', unseenSentences)

function rowOf(name: string, sentences: readonly Marked[]): EvalRow {
  return {
    name,
    run: () =>
      Promise.resolve([
        ...qualityFigures(sentences, 'negated', isPlainlyNegated),
        ...qualityFigures(sentences, 'hearsay', isPlainlyHearsay),
        ...qualityFigures(sentences, 'uncertain', null)
      ])
  }
}
