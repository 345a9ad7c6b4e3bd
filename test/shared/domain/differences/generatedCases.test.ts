import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { differenceKindSchema } from '#shared/model/comparison'
import { shippedCodebook } from '#shared/model/codebook'
import { generateCase } from '../../../eval/differences/generateCase'
import { readCase } from '../../../eval/differences/readCase'
import { scoreCases } from '../../../eval/differences/rows'

const caseCount = 200

describe('the differences of 200 generated cases', () => {
  const scores = scoreCases(caseCount)

  it('are of every kind that the app finds', () => {
    const byHand = ['judged']
    expect(differenceKindSchema.options.filter((kind) => (scores.get(kind)?.expected ?? 0) === 0)).toEqual(byHand)
  })

  it.each([...scores])('are met and right in 95 of 100: %s', (_, { expected, met, found, right }) => {
    expect(met / expected).toBeGreaterThanOrEqual(0.95)
    expect(right / found).toBeGreaterThanOrEqual(0.95)
  })
})

describe('the differences of 200 generated cases, with statements as the reader reads them', () => {
  const scores = scoreCases(caseCount, (found) => readCase(found, shippedCodebook))

  it.each([...scores])('are met and right in 95 of 100: %s', (_, { expected, met, found, right }) => {
    expect(met / expected).toBeGreaterThanOrEqual(0.95)
    expect(right / found).toBeGreaterThanOrEqual(0.95)
  })
})

describe('the generator of cases', () => {
  it('makes the same case of a seed each time, and another of another', () => {
    expect(generateCase(7)).toEqual(generateCase(7))
    expect(generateCase(7).reportTexts[0]?.text).not.toBe(generateCase(8).reportTexts[0]?.text)
  })

  it('writes every time that a statement of a case states', () => {
    for (let seed = 1; seed <= 100; seed += 1) {
      const { statements, passages } = generateCase(seed)
      for (const { passageId, statedAt } of statements) {
        if (statedAt === null) continue
        const at = new Date(Date.parse(statedAt) - 4 * 3_600_000).toISOString().slice(11, 16)
        expect(passages.find(({ id }) => id === passageId)?.anchor.exact).toContain(at)
      }
    }
  })

  it('makes some cases without any mistake', () => {
    const faultless = Array.from({ length: 100 }, (_, at) => generateCase(at + 1)).filter(({ truths }) => truths.length === 0)
    expect(faultless.length).toBeGreaterThan(5)
  })

  it('shares the model with the engine, and neither code nor words', () => {
    const folder = path.resolve(import.meta.dirname, '../../../eval/differences')
    const waiting = ['generateCase.ts']
    const read = new Set<string>()
    const foreign: string[] = []
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      if (read.has(file)) continue
      read.add(file)
      for (const [, from = ''] of readFileSync(path.join(folder, file), 'utf8').matchAll(/from '([^']+)'/g)) {
        if (from.startsWith('./')) waiting.push(`${from.slice(2)}.ts`)
        else foreign.push(from)
      }
    }
    expect([...read].sort()).toEqual(['createRandom.ts', 'generateCase.ts', 'incident.ts', 'sentences.ts'])
    expect(foreign.length).toBeGreaterThan(0)
    expect(foreign.filter((from) => !/^#shared\/model\/(case|comparison|entities|footage|report|tag)$/.test(from))).toEqual([])
  })
})
