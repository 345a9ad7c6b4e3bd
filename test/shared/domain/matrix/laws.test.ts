import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createComparison } from '#shared/domain/differences/createComparison'
import type { ComparisonInput } from '#shared/domain/differences/comparisonInput'
import { shippedCodebook } from '#shared/model/codebook'
import { createCaseBuilder } from '../caseBuilder'
import { apply, edits } from '../differences/randomEdits'
import { anyCase } from './randomMatrixCases'

const matrixOf = (input: ComparisonInput) => createComparison(shippedCodebook)(input).matrix
const active = <Row extends { withdrawn: unknown }>(rows: readonly Row[]) => rows.filter((row) => row.withdrawn === null)
const runs = { numRuns: 150 }

describe('the matrix of any case', () => {
  it('is the same in whatever order the records come', () => {
    const reversed = (input: ComparisonInput): ComparisonInput => ({
      ...input,
      ...{ people: input.people.toReversed(), footage: input.footage.toReversed(), tags: input.tags.toReversed() },
      ...{ reports: input.reports.toReversed(), passages: input.passages.toReversed(), statements: input.statements.toReversed() },
      ...{ links: input.links.toReversed(), absences: input.absences.toReversed() }
    })
    fc.assert(
      fc.property(anyCase, (input) => {
        expect(matrixOf(reversed(input))).toEqual(matrixOf(input))
      }),
      runs
    )
  })

  it('holds every tag that stands once, and nothing that was withdrawn', () => {
    fc.assert(
      fc.property(anyCase, (input) => {
        const { rows } = matrixOf(input)
        const footage = new Set(active(input.footage).map(({ id }) => id))
        const standing = active(input.tags).filter(({ details, footageId }) => details.kind !== 'camera' && footage.has(footageId))
        const shown = rows.flatMap(({ event }) => (event.type === 'moment' ? event.tags.map(({ id }) => id) : []))
        expect(shown.toSorted()).toEqual(standing.map(({ id }) => id).sort())
        const gone = new Set<string>(
          [input.statements, input.links, input.absences]
            .flat()
            .filter((row) => row.withdrawn !== null)
            .map(({ id }) => id)
        )
        const named = rows.flatMap(({ event, cells }) => [
          ...(event.type === 'statement' ? [event.key] : []),
          ...cells.flatMap(({ links, absences }) => [...links, ...absences].map(({ id }): string => id))
        ])
        expect(named.filter((id) => gone.has(id))).toEqual([])
      }),
      runs
    )
  })

  it('never takes silence for agreement, and nothing as compared that nobody looked at', () => {
    fc.assert(
      fc.property(anyCase, (input) => {
        for (const cell of matrixOf(input).rows.flatMap(({ cells }) => cells)) {
          if (cell.state === 'agrees') expect(cell.links.map(({ judgement }) => judgement)).toContain('agrees')
          if (cell.state === 'agrees') expect(cell.links.every(({ judgement }) => judgement === 'agrees')).toBe(true)
          if (cell.state === 'silent') expect([cell.links.length, cell.absences.length > 0]).toEqual([0, true])
          if (cell.state === 'differs')
            expect(cell.links.length + cell.differences.filter(({ origin }) => origin === 'entered').length).toBeGreaterThan(0)
          if (cell.state === 'cannot-check') expect(cell.gap).not.toBeNull()
        }
      }),
      runs
    )
  })

  it('is after any edits what it would have been from the start, whenever it was last asked for', () => {
    const changes = fc.array(fc.record({ edit: edits, isAsked: fc.boolean() }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(anyCase, changes, (first, steps) => {
        const compare = createComparison(shippedCodebook)
        let input = first
        expect(compare(input).matrix).toEqual(matrixOf(input))
        steps.forEach(({ edit, isAsked }, at) => {
          input = apply(input, edit)
          const kept = compare(input)
          if (isAsked || at === steps.length - 1) expect(kept.matrix).toEqual(matrixOf(input))
        })
      }),
      { numRuns: 150 }
    )
  })

  it('joins the tags of several cameras that are alike and overlap, each into one event, in whatever order they come', () => {
    const upTo = (max: number) => fc.nat({ max })
    const anyTag = fc.record({ camera: upTo(2), fromS: upTo(20), lengthS: upTo(8), type: upTo(1), by: upTo(1), count: upTo(2) })
    const tagged = fc
      .array(anyTag, { maxLength: 8 })
      .chain((tags) => fc.tuple(fc.constant(tags), fc.shuffledSubarray(tags, { minLength: tags.length })))
    const joined = { events: 0, chains: 0, apart: 0 }
    fc.assert(
      fc.property(tagged, ([plan, order]) => {
        const builder = createCaseBuilder()
        const officers = ['A', 'B'].map((name) => builder.officer(name).id)
        const cameras = [builder.footage(), builder.footage(), builder.footage()]
        const marks = new Map<string, (typeof plan)[number]>()
        for (const mark of plan) {
          const details = {
            forceType: mark.type === 0 ? 'strike' : 'push',
            count: mark.count + 1,
            actorIds: officers.slice(mark.by, mark.by + 1)
          }
          const on = cameras[mark.camera] ?? builder.footage()
          marks.set(builder.tag(on, 'force', mark.fromS, details, mark.fromS + mark.lengthS).id, mark)
        }
        const input = builder.build()
        const eventsOf = (one: ComparisonInput) =>
          matrixOf(one).rows.flatMap(({ event }) => (event.type === 'moment' ? [event.tags.map(({ id }) => id)] : []))
        const events = eventsOf(input)
        const shuffled = order.flatMap((mark) => input.tags.filter(({ id }) => marks.get(id) === mark))
        expect(eventsOf({ ...input, tags: shuffled })).toEqual(events)
        expect(events.flat().sort()).toEqual([...marks.keys()].sort())
        expect(events.map((ids) => ids.toSorted().join()).sort()).toEqual(
          expectedEvents(marks)
            .map((ids) => ids.toSorted().join())
            .sort()
        )
        joined.events += events.filter((ids) => ids.length === 2).length
        joined.chains += events.filter((ids) => ids.length === 3).length
        joined.apart += events.length
      }),
      { numRuns: 300 }
    )
    expect(Math.min(joined.events, joined.chains, joined.apart)).toBeGreaterThan(0)
  })

  it('stays quick where thousands of alike tags lie over one another', () => {
    const builder = createCaseBuilder()
    const officer = builder.officer('A')
    const cameras = [builder.footage(), builder.footage()]
    for (let at = 0; at < 4000; at += 1) {
      const on = cameras[at % 2]
      if (on !== undefined) builder.tag(on, 'force', 10, { forceType: 'strike', actorIds: [officer.id] }, 20)
    }
    const input = builder.build()
    const before = performance.now()
    expect(matrixOf(input).rows).toHaveLength(4000)
    expect(performance.now() - before).toBeLessThan(5000)
  })
})

interface Mark {
  camera: number
  fromS: number
  lengthS: number
  type: number
  by: number
}

/** What is joined, found the slow way: by every pair, and again until nothing more joins. */
function expectedEvents(marks: ReadonlyMap<string, Mark>): string[][] {
  const isJoined = (a: Mark, b: Mark) =>
    a.camera !== b.camera && a.type === b.type && a.by === b.by && a.fromS <= b.fromS + b.lengthS && b.fromS <= a.fromS + a.lengthS
  let groups = [...marks].map((mark) => [mark])
  for (;;) {
    const pair = groups.flatMap((one, at) =>
      groups.slice(at + 1).flatMap((other) => (one.some(([, a]) => other.some(([, b]) => isJoined(a, b))) ? [[one, other] as const] : []))
    )[0]
    if (pair === undefined) break
    groups = [...groups.filter((group) => !pair.includes(group)), pair.flat()]
  }
  return groups.flatMap((group) => {
    const ids = group.map(([id]) => id)
    return new Set(group.map(([, { camera }]) => camera)).size === group.length ? [ids] : ids.map((id) => [id])
  })
}
