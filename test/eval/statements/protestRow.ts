import { readStatements } from '#shared/domain/statements/readStatements'
import { shippedCodebook } from '#shared/model/codebook'
import type { EvalFigure, EvalRow } from '../evalRow'
import { isLabelled, labelledTypes, narrativesIn, noReports, typesAsTagged, type Narrative } from './narratives'
import { plainTypes } from './plainKeywords'
import { f1, precision, recall, sum, tally, type Tally } from './score'

/** The force types that a text affirms, as the reader finds them and the data would tag them. */
export const affirmedTypes = (text: string): Set<string> =>
  new Set(
    readStatements(text, shippedCodebook)
      .filter(({ kind, negated }) => kind === 'force' && !negated)
      .flatMap((statement) => typesAsTagged(text, statement))
  )

/** Type by type, how the reader's and the plain words' answers stand to the labels. */
export function tallyTypes(
  narratives: readonly Narrative[],
  isKneeApart = true
): { type: string; label: string; ours: Tally; plain: Tally }[] {
  const read = narratives.map((narrative) => ({
    narrative,
    ours: affirmedTypes(narrative.text),
    plain: plainTypes(narrative.text, shippedCodebook)
  }))
  return labelledTypes.map(([label, type]) => {
    const against = (of: 'ours' | 'plain') =>
      tally(read.map(({ narrative, [of]: types }) => ({ isLabelled: isLabelled(narrative, label, isKneeApart), isFound: types.has(type) })))
    return { type, label, ours: against('ours'), plain: against('plain') }
  })
}

const mean = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0) / Math.max(1, values.length)

/** Force types on the protest narratives, the one set whose labels tell what is not there too. */
export const protestRow: EvalRow = {
  name: 'statements, force types',
  run: () => {
    if (noReports !== null) return Promise.resolve(noReports)
    const narratives = narrativesIn('protest-force-dev.jsonl')
    const types = tallyTypes(narratives)
    const kneeling = tallyTypes(narratives, false).find(({ type }) => type === 'strike')
    const three = (name: string, ours: Tally, plain: Tally): EvalFigure[] => [
      { name: `${name} precision`, value: precision(ours), baseline: precision(plain), count: ours.found },
      { name: `${name} recall`, value: recall(ours), baseline: recall(plain), count: ours.labelled },
      { name: `${name} F1`, value: f1(ours), baseline: f1(plain), aim: 0.9, count: ours.labelled }
    ]
    return Promise.resolve([
      ...types.flatMap(({ type, ours, plain }) => three(type, ours, plain)),
      ...(kneeling === undefined ? [] : three('strike, kneeling counted', kneeling.ours, kneeling.plain)),
      ...three('all together', sum(types.map(({ ours }) => ours)), sum(types.map(({ plain }) => plain))),
      {
        name: 'mean F1 of the types',
        value: mean(types.map(({ ours }) => f1(ours))),
        baseline: mean(types.map(({ plain }) => f1(plain))),
        aim: 0.9,
        count: types.length
      }
    ])
  }
}
