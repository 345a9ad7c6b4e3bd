import { describe, expect, it } from 'vitest'
import { narrativesIn, noReports } from '../../../eval/statements/narratives'
import { markedSentences, qualityFigures } from '../../../eval/statements/markedRow'
import { tallyTypes } from '../../../eval/statements/protestRow'
import { firstPersonForceShare, recallOf } from '../../../eval/statements/recallRow'
import { f1, sum } from '../../../eval/statements/score'

if (noReports !== null) console.warn(`Skipped: the reader is not measured on narratives, for ${noReports}.`)

describe('the reader against marked sentences', () => {
  it.each([
    ['negated', 0.97],
    ['hearsay', 0.97],
    ['uncertain', 0.85]
  ] as const)('tells what is %s from what only looks so', (quality, least) => {
    for (const { name, value } of qualityFigures(markedSentences, quality, null)) expect(value, name).toBeGreaterThanOrEqual(least)
  })
})

describe.skipIf(noReports !== null)('the reader against labelled narratives', () => {
  it('holds the F1 of each force type, and stays above the plain words by what it was', () => {
    const types = tallyTypes(narrativesIn('protest-force-dev.jsonl'))
    const floors: Readonly<Record<string, number>> = {
      'chemical-spray': 0.94,
      'tear-gas': 0.93,
      'impact-weapon': 0.89,
      'less-lethal-projectile': 0.9,
      'distraction-device': 0.95,
      push: 0.77,
      strike: 0.81,
      takedown: 0.76,
      'neck-restraint': 0.73
    }
    for (const { type, ours } of types) {
      const least = floors[type]
      if (least !== undefined) expect(f1(ours), `F1 of ${type}`).toBeGreaterThanOrEqual(least)
    }
    const lead = f1(sum(types.map(({ ours }) => ours))) - f1(sum(types.map(({ plain }) => plain)))
    expect(lead).toBeGreaterThanOrEqual(0.08)
  })

  it.each([
    ['shootings-florida-dev.jsonl', 0.95],
    ['deaths-dev.jsonl', 0.92],
    ['shootings-short-dev.jsonl', 0.85]
  ])('finds the firearm in %s', (file, least) => {
    expect(recallOf(narrativesIn(file), 'firearm', 'firearm-discharged').value).toBeGreaterThanOrEqual(least)
  })

  it('reads force beyond restraints out of few of the first-person narratives, most of which tell of none', () => {
    const { value, count } = firstPersonForceShare()
    expect(count).toBeGreaterThan(0)
    expect(value).toBeLessThanOrEqual(0.33)
  })
})
