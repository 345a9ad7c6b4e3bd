import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shippedCodebook } from '#shared/model/codebook'
import { differenceSchema, notComparedSchema } from '#shared/model/comparison'
import type { ComparisonInput } from '#shared/domain/differences/comparisonInput'
import { findDifferences } from '#shared/domain/differences/findDifferences'
import { createCaseBuilder, evening, withdrawn } from '../caseBuilder'

const sentences = ['He swung at me.', 'I warned him.', 'I struck him once.', 'I pushed him.', 'Ofc. B stood by.', 'Aid was called.']
const text = sentences.join(' ')
const find = (input: ComparisonInput) => findDifferences(input, shippedCodebook)

const nat = (max: number) => fc.nat({ max })
const tagPlan = fc.record({
  kind: fc.constantFrom('force', 'intervention-needed', 'failure-to-intervene', 'resistance', 'warning', 'camera' as const),
  camera: nat(2),
  fromS: nat(500),
  lengthS: fc.option(nat(60)),
  type: fc.constantFrom('strike', 'push', 'restraint-device'),
  area: fc.option(fc.constantFrom('head', 'chest', 'body')),
  count: fc.option(fc.integer({ min: 1, max: 3 })),
  who: nat(2)
})
const statementPlan = fc.record({
  kind: fc.constantFrom('force', 'resistance', 'warning', 'medical-aid' as const),
  report: nat(2),
  sentence: nat(sentences.length - 1),
  type: fc.option(fc.constantFrom('strike', 'push')),
  area: fc.option(fc.constantFrom('head', 'chest', 'body')),
  count: fc.option(fc.integer({ min: 1, max: 3 })),
  who: fc.option(nat(2)),
  minute: fc.option(nat(30)),
  isNegated: fc.boolean(),
  isAbsent: fc.boolean()
})
const linkPlan = fc.record({
  tag: nat(20),
  report: nat(2),
  sentence: nat(sentences.length - 1),
  judgement: fc.constantFrom('agrees', 'differs', 'contradicts' as const)
})
const absencePlan = fc.record({ tag: nat(20), report: nat(2) })

/** Small cases of every sort: three people, cameras (one without a clock) and reports, and what a reviewer made of them. */
const cases = fc
  .record({
    tags: fc.array(tagPlan, { maxLength: 10 }),
    statements: fc.array(statementPlan, { maxLength: 8 }),
    links: fc.array(linkPlan, { maxLength: 12 }),
    absences: fc.array(absencePlan, { maxLength: 6 })
  })
  .map((plan) => {
    const builder = createCaseBuilder()
    const people = [builder.officer('A'), builder.officer('B'), builder.subject('S')]
    const cameras = [builder.footage(), builder.footage({ startsAt: evening('21:16') }), builder.footage({ startsAt: null })]
    const reports = [builder.report(text, people[0]), builder.report(text, people[0], { writtenAt: null }), builder.report(text)]
    const at = <Row>(rows: readonly Row[], position: number): Row => {
      const row = rows[position % rows.length]
      if (row === undefined) throw new Error('no rows')
      return row
    }
    const idsOf = (who: number | null) => (who === null ? [] : [at(people, who).id])
    const tags = plan.tags.map(({ kind, camera, fromS, lengthS, type, area, count, who }) => {
      const toS = lengthS === null ? null : fromS + lengthS
      const on = at(cameras, camera)
      const doing = { actorIds: idsOf(who), targetIds: [] }
      switch (kind) {
        case 'force':
          return builder.tag(on, 'force', fromS, { forceType: type, bodyArea: area, count, ...doing }, toS)
        case 'intervention-needed':
          return builder.tag(on, 'intervention-needed', fromS, { presentIds: idsOf(who) }, toS)
        case 'failure-to-intervene':
          return builder.tag(on, 'failure-to-intervene', fromS, { officerId: at(people, who).id }, toS)
        case 'camera':
          return builder.tag(on, 'camera', fromS, { state: 'muted' }, toS)
        default:
          return builder.tag(on, kind, fromS, doing, toS)
      }
    })
    for (const { kind, report, sentence, type, area, count, who, minute, isNegated, isAbsent } of plan.statements) {
      const statement = builder.statement(at(reports, report), at(sentences, sentence), kind, {
        types: type === null ? [] : [type],
        bodyArea: area,
        count,
        actorIds: idsOf(who),
        statedAt: minute === null ? null : evening(`21:${String(10 + minute)}`),
        isNegated
      })
      if (isAbsent) builder.absentFromFootage(statement)
    }
    if (tags.length > 0) {
      for (const { tag, report, sentence, judgement } of plan.links) {
        builder.link(at(tags, tag), at(reports, report), at(sentences, sentence), judgement)
      }
      for (const { tag, report } of plan.absences) builder.absentFromReport(at(tags, tag), at(reports, report))
    }
    return builder
  })

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
  it('is compared in time that grows with its size, not with its square', () => {
    const builder = createCaseBuilder()
    const camera = builder.footage({ durationS: 20_000 })
    const report = builder.report(Array.from({ length: 5000 }, (_, at) => `Strike ${at};`).join(' '))
    for (let at = 0; at < 5000; at += 1) {
      const tag = builder.tag(camera, 'force', 15_000 - at, { forceType: 'strike', bodyArea: 'head', count: 2 })
      const quote = `Strike ${at};`
      const statement = builder.statement(report, quote, 'force', {
        types: ['strike'],
        bodyArea: 'leg',
        count: 1,
        statedAt: evening('23:59')
      })
      if (at % 2 === 0) builder.link(tag, report, quote)
      else builder.absentFromFootage(statement)
    }
    const input = builder.build()
    const startedAtMs = performance.now()
    const { differences, notCompared } = find(input)
    const tookMs = performance.now() - startedAtMs
    expect(differences.length).toBeGreaterThan(10_000)
    expect(notCompared).toHaveLength(2500)
    expect(tookMs).toBeLessThan(5000)
  })
})
