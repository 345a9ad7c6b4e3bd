import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shippedCodebook } from '#shared/model/codebook'
import { differenceSchema, notComparedSchema } from '#shared/model/comparison'
import type { ComparisonInput } from '#shared/domain/differences/comparisonInput'
import { findDifferences } from '#shared/domain/differences/findDifferences'
import { createCaseBuilder, evening, withdrawn } from '../caseBuilder'
import { cases, text } from './randomCases'

const find = (input: ComparisonInput) => findDifferences(input, shippedCodebook)

const lists = [
  'people',
  'footage',
  'tags',
  'reports',
  'passages',
  'statements',
  'links',
  'absences',
  'enteredDifferences',
  'dispositions'
] as const

describe('findDifferences', () => {
  it('meets every found kind among the cases it is tried on', () => {
    const met = new Set(
      fc.sample(cases, { numRuns: 400, seed: 7 }).flatMap((builder) => find(builder.build()).differences.map(({ kind }) => kind))
    )
    const byHand = ['within-a-report']
    expect(shippedCodebook.differenceKinds.map(({ id }) => id).filter((id) => !met.has(id))).toEqual(byHand)
  })

  it('gives valid differences with a rule, each under a key of its own', () => {
    fc.assert(
      fc.property(cases, (builder) => {
        const { differences, notCompared } = find(builder.build())
        differenceSchema.array().parse(differences)
        notComparedSchema.array().parse(notCompared)
        expect(new Set(differences.map(({ key }) => key)).size).toBe(differences.length)
        expect(differences.filter(({ rule, summary }) => rule === '' || summary === '')).toEqual([])
      })
    )
  })

  it('does not depend on the order of the records', () => {
    fc.assert(
      fc.property(cases, fc.func(fc.nat()), (builder, placeOf) => {
        const input = builder.build()
        const shuffled = { ...input }
        const shuffle = <Row extends { id: string }>(rows: Row[]) => rows.toSorted((one, other) => placeOf(one.id) - placeOf(other.id))
        shuffled.people = shuffle(input.people)
        shuffled.footage = shuffle(input.footage)
        shuffled.tags = shuffle(input.tags)
        shuffled.reports = shuffle(input.reports)
        shuffled.passages = shuffle(input.passages)
        shuffled.statements = shuffle(input.statements)
        shuffled.links = shuffle(input.links)
        shuffled.absences = shuffle(input.absences)
        expect(find(shuffled)).toEqual(find(input))
      })
    )
  })

  it('never changes what it is given', () => {
    fc.assert(
      fc.property(cases, (builder) => {
        const input = builder.build()
        const before = structuredClone(input)
        find(input)
        expect(input).toEqual(before)
      })
    )
  })

  it('names only records of the case', () => {
    fc.assert(
      fc.property(cases, (builder) => {
        const input = builder.build()
        const known = new Set<string>(lists.flatMap((list) => input[list].map(({ id }) => id)))
        for (const { sides, personIds } of find(input).differences) {
          const named = sides.flatMap((side) => [...side.tagIds, ...side.passageIds, ...side.statementIds, side.reportId ?? []].flat())
          expect([...personIds, ...named].filter((id) => !known.has(id))).toEqual([])
        }
      })
    )
  })

  it('is silent once every link and look is withdrawn, but for missing and late reports: the rest is not compared', () => {
    fc.assert(
      fc.property(cases, (builder) => {
        const input = builder.build()
        const { differences, notCompared } = find({
          ...input,
          links: input.links.map(withdrawn),
          absences: input.absences.map(withdrawn)
        })
        expect(differences.filter(({ kind }) => kind !== 'duty-to-intervene')).toEqual([])
        expect(notCompared.filter(({ kind }) => kind === 'statement-on-footage')).toHaveLength(input.statements.length)
      })
    )
  })

  it('sees a withdrawn record as one that was never there', () => {
    fc.assert(
      fc.property(cases, fc.constantFrom(...lists), fc.nat(), (builder, list, pick) => {
        const input = builder.build()
        const isPicked = (_: unknown, at: number) => at === pick % Math.max(1, input[list].length)
        const taken = { ...input, [list]: input[list].map((row, at) => (isPicked(row, at) ? withdrawn(row) : row)) }
        const gone = { ...input, [list]: input[list].filter((row, at) => !isPicked(row, at)) }
        expect(find(taken)).toEqual(find(gone))
      })
    )
  })

  it('never both finds a tag missing in a report and calls the two not compared', () => {
    fc.assert(
      fc.property(cases, (builder) => {
        const { differences, notCompared } = find(builder.build())
        const missing = differences.flatMap(({ kind, sides }) =>
          kind === 'not-in-report' ? [`${sides[0].tagIds[0]} ${sides[1].reportId}`] : []
        )
        const open = new Set(notCompared.flatMap((pair) => (pair.kind === 'tag-in-report' ? [`${pair.tagId} ${pair.reportId}`] : [])))
        expect(missing.filter((pair) => open.has(pair))).toEqual([])
      })
    )
  })
})

describe('dispositions', () => {
  it('stay with their difference by its key, whatever its kind', () => {
    fc.assert(
      fc.property(cases, (builder) => {
        const before = find(builder.build()).differences
        before.forEach((difference) => builder.dispose(difference, 'immaterial', 'Told elsewhere.'))
        const after = find(builder.build()).differences
        expect(after).toEqual(before.map((difference) => ({ ...difference, status: 'immaterial', reason: 'Told elsewhere.' })))
      })
    )
  })

  const createCountCase = () => {
    const builder = createCaseBuilder()
    const report = builder.report(text)
    builder.statement(report, 'I struck him once.', 'force', { types: ['strike'], count: 1 })
    builder.link(builder.tag(builder.footage(), 'force', 1, { forceType: 'strike', count: 3 }), report, 'I struck him once.')
    const [difference] = find(builder.build()).differences
    if (difference === undefined) throw new Error('not found')
    return { builder, difference }
  }

  it('are set aside when what they rest on changes, with the reason kept', () => {
    const { builder, difference } = createCountCase()
    builder.dispose(difference, 'explained', 'Two of them missed.')
    const input = builder.build()
    const recounted = input.tags.map((tag) => (tag.details.kind === 'force' ? { ...tag, details: { ...tag.details, count: 4 } } : tag))
    expect(find({ ...input, tags: recounted }).differences).toMatchObject([
      { key: difference.key, status: 'open', reason: 'Two of them missed.', isReopened: true }
    ])
    const renoted = input.tags.map((tag) => ({ ...tag, note: 'seen twice', updatedAt: evening('23:00') }))
    expect(find({ ...input, tags: renoted }).differences).toMatchObject([{ status: 'explained', isReopened: false }])
  })

  it('count by the last one that stands', () => {
    const { builder, difference } = createCountCase()
    builder.dispose(difference, 'material', 'second', '2024-10-14T11:00:00.000Z')
    builder.dispose(difference, 'explained', 'first', '2024-10-14T10:00:00.000Z')
    const input = builder.build()
    expect(find(input).differences[0]).toMatchObject({ status: 'material', reason: 'second' })
    const takenBack = input.dispositions.map((disposition) => (disposition.status === 'material' ? withdrawn(disposition) : disposition))
    expect(find({ ...input, dispositions: takenBack }).differences[0]).toMatchObject({ status: 'explained', reason: 'first' })
  })
})

describe('a very large case', () => {
  const createCase = (size: number): ComparisonInput => {
    const builder = createCaseBuilder()
    const camera = builder.footage({ durationS: 20_000 })
    const report = builder.report(Array.from({ length: size }, (_, at) => `Strike ${at};`).join(' '))
    for (let at = 0; at < size; at += 1) {
      const tag = builder.tag(camera, 'force', 15_000 - at, { forceType: 'strike', bodyArea: 'head', count: 2 })
      const quote = `Strike ${at};`
      const more = { types: ['strike'], bodyArea: 'leg', count: 1, statedAt: evening('23:59') }
      const statement = builder.statement(report, quote, 'force', more)
      if (at % 2 === 0) builder.link(tag, report, quote)
      else builder.absentFromFootage(statement)
    }
    return builder.build()
  }
  const timeOf = (input: ComparisonInput): number => {
    const startedAtMs = performance.now()
    find(input)
    return performance.now() - startedAtMs
  }

  it('is compared in time that grows with its size, not with its square', () => {
    const [small, large] = [createCase(500), createCase(5000)]
    const { differences, notCompared } = find(large)
    expect(differences.length).toBeGreaterThan(10_000)
    expect(notCompared).toHaveLength(2500)
    find(small)
    expect(timeOf(large)).toBeLessThan(40 * Math.max(timeOf(small), timeOf(small)))
  })
})
