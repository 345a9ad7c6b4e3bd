import fc from 'fast-check'
import type { ComparisonInput } from '#shared/domain/differences/comparisonInput'
import type { Footage } from '#shared/model/footage'
import { tagKindSchema } from '#shared/model/tag'
import { alignedTo, createCaseBuilder, evening, withdrawn } from '../caseBuilder'

const sentences = ['I struck him.', 'I warned him.', 'He swung at me.', 'EMS came.', 'I let go.']
const kinds = tagKindSchema.options
const statementKinds = ['force', 'warning', 'resistance', 'medical-aid', 'intervention'] as const
const upTo = (most: number) => fc.nat({ max: most })
const anyTag = fc.record({
  camera: upTo(2),
  kind: upTo(kinds.length - 1),
  fromS: upTo(30),
  lengthS: upTo(6),
  by: upTo(2),
  isOnBoth: fc.boolean()
})
const anyStatement = fc.record({ report: upTo(2), sentence: upTo(4), kind: upTo(4), minute: fc.option(upTo(20)) })
const anyTie = fc.record({
  tag: upTo(11),
  report: upTo(2),
  sentence: upTo(4),
  judgement: fc.constantFrom('agrees', 'differs', 'contradicts')
})
/** Small cases in which cameras often show the same: some are aligned, one has no clock, and some records are withdrawn. */
export const anyCase = fc
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
    const second = builder.footage({ alignment: alignedTo(first, 2) })
    const cameras = [first, second, builder.footage({ startsAt: null })]
    const reports = officers.map((officer) => builder.report(sentences.join(' '), officer))
    const tags = plan.tags.flatMap(({ camera, kind, fromS, lengthS, by, isOnBoth }) => {
      const [on, tagKind, officer] = [cameras[camera] ?? first, kinds[kind] ?? 'force', officers[by]]
      const people =
        tagKind === 'camera' || officer === undefined ? {} : { actorIds: [officer.id], presentIds: [officer.id], officerId: officer.id }
      const tagOn = (shownBy: Footage, startS: number) =>
        builder.tag(shownBy, tagKind, startS, people, lengthS === 0 ? null : startS + lengthS)
      const tag = tagOn(on, fromS)
      // What one camera shows, the one that is aligned to it shows two seconds earlier in its own time.
      return on === first && isOnBoth ? [tag, tagOn(second, Math.max(0, fromS - 2))] : [tag]
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
