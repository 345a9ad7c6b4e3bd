import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createComparison } from '#shared/domain/differences/createComparison'
import type { ComparisonInput } from '#shared/domain/differences/comparisonInput'
import { shippedCodebook } from '#shared/model/codebook'
import { tagKindSchema } from '#shared/model/tag'
import { alignedTo, createCaseBuilder, evening, withdrawn } from '../caseBuilder'

const sentences = ['I struck him.', 'I warned him.', 'He swung at me.', 'EMS came.', 'I let go.']
const kinds = tagKindSchema.options
const statementKinds = ['force', 'warning', 'resistance', 'medical-aid', 'intervention'] as const
const upTo = (most: number) => fc.nat({ max: most })
const anyTag = fc.record({ camera: upTo(2), kind: upTo(kinds.length - 1), fromS: upTo(30), lengthS: upTo(6), by: upTo(2) })
const anyStatement = fc.record({ report: upTo(2), sentence: upTo(4), kind: upTo(4), minute: fc.option(upTo(20)) })
const anyTie = fc.record({
  tag: upTo(11),
  report: upTo(2),
  sentence: upTo(4),
  judgement: fc.constantFrom('agrees', 'differs', 'contradicts')
})
const anyCase = fc
  .record({
    tags: fc.array(anyTag, { maxLength: 12 }),
    statements: fc.array(anyStatement, { maxLength: 8 }),
    links: fc.array(anyTie, { maxLength: 8 }),
    absences: fc.array(fc.record({ tag: upTo(11), report: upTo(2) }), { maxLength: 6 }),
    looks: fc.array(upTo(7), { maxLength: 4 }),
    takenBack: fc.array(fc.record({ list: upTo(6), at: upTo(11) }), { maxLength: 5 })
  })
  .map((plan): ComparisonInput => {
    const builder = createCaseBuilder()
    const officers = ['A', 'B', 'C'].map((name) => builder.officer(name))
    const first = builder.footage()
    const cameras = [first, builder.footage({ alignment: alignedTo(first, 2) }), builder.footage({ startsAt: null })]
    const reports = officers.map((officer) => builder.report(sentences.join(' '), officer))
    const tags = plan.tags.map(({ camera, kind, fromS, lengthS, by }) => {
      const [on, tagKind, officer] = [cameras[camera] ?? first, kinds[kind] ?? 'force', officers[by]]
      const people =
        tagKind === 'camera' || officer === undefined ? {} : { actorIds: [officer.id], presentIds: [officer.id], officerId: officer.id }
      return builder.tag(on, tagKind, fromS, people, lengthS === 0 ? null : fromS + lengthS)
    })
    const statements = plan.statements.flatMap(({ report, sentence, kind, minute }) => {
      const [told, quote] = [reports[report], sentences[sentence]]
      const statedAt = minute === null ? null : evening(`21:${10 + minute}`)
      return told && quote ? [builder.statement(told, quote, statementKinds[kind] ?? 'force', { statedAt })] : []
    })
    for (const { tag, report, sentence, judgement } of plan.links) {
      const [on, told, quote] = [tags[tag], reports[report], sentences[sentence]]
      if (on && told && quote) builder.link(on, told, quote, judgement)
    }
    for (const { tag, report } of plan.absences) {
      const [on, told] = [tags[tag], reports[report]]
      if (on && told) builder.absentFromReport(on, told)
    }
    for (const statement of plan.looks.flatMap((at) => statements[at] ?? [])) builder.absentFromFootage(statement)
    const input = builder.build()
    const lists = [input.tags, input.statements, input.links, input.absences, input.passages, input.reports, input.footage]
    for (const { list, at } of plan.takenBack) {
      const rows = lists[list]
      const row = rows?.[at]
      if (rows && row) rows.splice(at, 1, withdrawn(row) as never)
    }
    return input
  })

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
})
