import { shippedCodebook } from '#shared/model/codebook'
import type { EvalRow } from '../evalRow'
import { firstPersonTexts, narrativesIn, noReports, type Narrative } from './narratives'
import { plainTypes } from './plainKeywords'
import { affirmedTypes } from './protestRow'

const forceIds: ReadonlySet<string> = new Set(shippedCodebook.forceTypes.filter(({ countsAsForce }) => countsAsForce).map(({ id }) => id))

/** The share of texts in which a type is found that their labels name. */
export function recallOf(
  narratives: readonly Narrative[],
  label: string,
  type: string
): { value: number; baseline: number; count: number } {
  const labelled = narratives.filter(({ force }) => force?.includes(label))
  const share = (typesOf: (text: string) => Set<string>) =>
    labelled.filter(({ text }) => typesOf(text).has(type)).length / Math.max(1, labelled.length)
  return { value: share(affirmedTypes), baseline: share((text) => plainTypes(text, shippedCodebook)), count: labelled.length }
}

/** The share of the reports in an officer's voice that are read as telling of force beyond restraints; most tell of none. */
export function firstPersonForceShare(): { value: number; baseline: number; count: number } {
  const texts = firstPersonTexts()
  const share = (typesOf: (text: string) => Set<string>) =>
    texts.filter((text) => [...typesOf(text)].some((type) => forceIds.has(type))).length / Math.max(1, texts.length)
  return { value: share(affirmedTypes), baseline: share((text) => plainTypes(text, shippedCodebook)), count: texts.length }
}

/** The sets whose labels name one force each, so that only what is missed can be counted. */
export const recallRow: EvalRow = {
  name: 'statements, recall',
  run: () =>
    Promise.resolve(
      noReports ?? [
        ...[
          ['shootings-florida-dev.jsonl', 'firearm', 'firearm-discharged'],
          ['deaths-dev.jsonl', 'firearm', 'firearm-discharged'],
          ['shootings-short-dev.jsonl', 'firearm', 'firearm-discharged']
        ].map(([file = '', label = '', type = '']) => ({ name: `${type} in ${file}`, ...recallOf(narrativesIn(file), label, type) })),
        { name: 'first-person reports read as telling of force (fewer is better)', ...firstPersonForceShare() }
      ]
    )
}
