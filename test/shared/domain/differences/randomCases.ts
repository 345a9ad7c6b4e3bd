import fc from 'fast-check'
import { createCaseBuilder, evening } from '../caseBuilder'

const sentences = ['He swung at me.', 'I warned him.', 'I struck him once.', 'I pushed him.', 'Ofc. B stood by.', 'Aid was called.']
/** What every report of these cases says. */
export const text = sentences.join(' ')

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
export const cases = fc
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
