import { beforeEach, describe, expect, it } from 'vitest'
import { createComparison } from '#shared/domain/differences/createComparison'
import { findDifferences } from '#shared/domain/differences/findDifferences'
import type { ComparisonInput } from '#shared/domain/differences/comparisonInput'
import { shippedCodebook } from '#shared/model/codebook'
import { reportSchema } from '#shared/model/report'
import { createCaseBuilder, evening, withdrawn } from '../caseBuilder'

const matrixOf = (input: ComparisonInput) => createComparison(shippedCodebook)(input).matrix
const keysOf = (input: ComparisonInput) => matrixOf(input).rows.map(({ event }) => event.key)

describe('the matrix', () => {
  let builder = createCaseBuilder()
  beforeEach(() => {
    builder = createCaseBuilder()
  })

  describe('accounts', () => {
    it('are footage, then who was involved, who saw it, who supervised, each as written', () => {
      const officer = builder.officer('A')
      const late = builder.report('x', officer, { writtenAt: evening('23:00') })
      const early = builder.report('x', officer, { writtenAt: evening('22:00') })
      const supervisor = { ...builder.report('x', null, { writtenAt: evening('21:50') }), capacity: 'supervisor' as const }
      const input = builder.build()
      const { accounts } = matrixOf({ ...input, reports: [supervisor, late, withdrawn(builder.report('x')), early] })
      expect(accounts.map((account) => (account.type === 'footage' ? 'footage' : account.report.id))).toEqual([
        'footage',
        early.id,
        late.id,
        supervisor.id
      ])
    })
  })

  describe('events', () => {
    it('come in the order of the case clock, whatever camera shows them; camera tags are none', () => {
      const [first, second] = [builder.footage(), builder.footage({ startsAt: evening('21:15'), cameraLabel: 'Camera 2' })]
      const aid = builder.tag(second, 'medical-aid', 30)
      const force = builder.tag(first, 'force', 70)
      const warning = builder.tag(first, 'warning', 20)
      builder.tag(first, 'camera', 1)
      expect(keysOf(builder.build())).toEqual([warning.id, force.id, aid.id])
    })

    it('join the tags of several cameras that are alike in kind, type and people and overlap, and no others', () => {
      const officer = builder.officer('A')
      const [first, second] = [builder.footage(), builder.footage({ cameraLabel: 'Camera 2' })]
      const strike = { forceType: 'strike', actorIds: [officer.id] }
      const here = builder.tag(first, 'force', 10, strike, 14)
      const there = builder.tag(second, 'force', 12, strike, 15)
      const counted = [
        builder.tag(second, 'force', 40, { ...strike, bodyArea: 'head' }, 44),
        builder.tag(first, 'force', 41, { ...strike, count: 2 }, 44)
      ]
      const otherType = [
        builder.tag(first, 'force', 50, strike, 54),
        builder.tag(second, 'force', 50, { ...strike, forceType: 'push' }, 54)
      ]
      const nameless = [
        builder.tag(first, 'force', 60, { forceType: 'push' }, 62),
        builder.tag(second, 'force', 60, { forceType: 'push' }, 62)
      ]
      const twice = [
        builder.tag(first, 'force', 80, strike, 84),
        builder.tag(first, 'force', 83, strike, 86),
        builder.tag(second, 'force', 80, strike, 86)
      ]
      const tags = matrixOf(builder.build()).rows.map(({ event }) => (event.type === 'moment' ? event.tags.map(({ id }) => id) : []))
      expect(tags[0]).toEqual([here.id, there.id])
      expect(tags[1]).toEqual(counted.map(({ id }) => id))
      expect(tags.slice(2).flat().sort()).toEqual([...otherType, ...nameless, ...twice].map(({ id }) => id).sort())
      expect(tags.slice(2).every((ids) => ids.length === 1)).toBe(true)
    })

    it('are also statements that no tag is tied to, by the time they state or by where the report tells of them', () => {
      const camera = builder.footage()
      const force = builder.tag(camera, 'force', 60)
      const aid = builder.tag(camera, 'medical-aid', 300)
      const report = builder.report('He swung at me. I took him down. I warned him. At 21:17 he ran. EMS came. He left.')
      builder.link(force, report, 'took him down')
      builder.link(aid, report, 'EMS came')
      builder.statement(report, 'took him down', 'force')
      const swung = builder.statement(report, 'swung at me', 'resistance')
      const warned = builder.statement(report, 'warned him', 'warning')
      const ran = builder.statement(report, 'he ran', 'resistance', { statedAt: evening('21:17') })
      const left = builder.statement(report, 'He left', 'resistance')
      const { rows } = matrixOf(builder.build())
      expect(rows.map(({ event }) => event.key)).toEqual([swung.id, force.id, warned.id, ran.id, aid.id, left.id])
      expect(rows.map(({ event }) => event.type === 'statement' && event.isPlacedByReading)).toEqual([
        true,
        false,
        true,
        false,
        false,
        true
      ])
    })
  })

  describe('cells', () => {
    it('are not compared until somebody looked: then linked words decide, or that there are none', () => {
      const camera = builder.footage()
      const report = builder.report('I took him down.')
      const force = builder.tag(camera, 'force', 10, { forceType: 'takedown' })
      const cellNow = () => matrixOf(builder.build()).rows[0]?.cells[1]
      expect(cellNow()).toMatchObject({ state: 'not-compared', links: [], differences: [] })
      const absence = builder.absentFromReport(force, report)
      expect(cellNow()).toMatchObject({ state: 'silent', absences: [absence], differences: [{ kind: 'not-in-report', status: 'open' }] })
      const link = builder.link(force, report, 'took him down')
      expect(cellNow()).toMatchObject({ state: 'agrees', judgement: 'agrees', links: [link], differences: [] })
      builder.link(force, report, 'I', 'contradicts')
      expect(cellNow()).toMatchObject({ state: 'differs', judgement: 'contradicts', differences: [{ kind: 'judged' }] })
    })

    it('differ where a rule found a difference in linked words, also when it is settled', () => {
      const report = builder.report('I struck him once.')
      const force = builder.tag(builder.footage(), 'force', 10, { forceType: 'strike', count: 3 })
      builder.link(force, report, 'struck him once')
      builder.statement(report, 'struck him once', 'force', { types: ['strike'], count: 1 })
      const [count] = findDifferences(builder.build(), shippedCodebook).differences
      if (count === undefined) throw new Error('The count differs.')
      builder.dispose(count, 'explained', 'The angle hides two.')
      expect(matrixOf(builder.build()).rows[0]?.cells[1]).toMatchObject({
        state: 'differs',
        judgement: 'agrees',
        differences: [{ kind: 'count', status: 'explained' }]
      })
    })

    it('do not take what was looked for in a former version of a report for silence', () => {
      const report = builder.report('I left.')
      builder.absentFromReport(builder.tag(builder.footage(), 'force', 10), report)
      const { sha256, mediaId, fileName, sourcePath, format, sizeBytes, pageCount, wordCount } = report
      const file = { sha256, mediaId, fileName, sourcePath, format, sizeBytes, pageCount, wordCount }
      const input = builder.build()
      const stateAfter = (replacedAt: string) => {
        const replaced = reportSchema.parse({ ...report, former: [{ ...file, replacedAt }] })
        return matrixOf({ ...input, reports: [replaced] }).rows[0]?.cells[1]?.state
      }
      expect(stateAfter('2024-10-14T08:59:00.000Z')).toBe('silent')
      expect(stateAfter('2024-10-14T09:01:00.000Z')).toBe('not-compared')
    })

    it('say who told of it, and compare a statement with footage alone', () => {
      builder.footage()
      const [mine, other] = [builder.report('I warned him.'), builder.report('Quiet.')]
      const statement = builder.statement(mine, 'I warned him', 'warning', { statedAt: evening('21:16') })
      const states = () =>
        matrixOf(builder.build())
          .rows.find(({ event }) => event.key === statement.id)
          ?.cells.map(({ state }) => state)
      expect(states()).toEqual(['not-compared', 'told', 'no-basis'])
      builder.absentFromFootage(statement)
      expect(states()).toEqual(['silent', 'told', 'no-basis'])
      builder.enter('between-reports', 'Only one tells of a warning.', {
        passages: [builder.passage(mine, 'I warned him'), builder.passage(other, 'Quiet.')]
      })
      expect(states()).toEqual(['differs', 'told', 'differs'])
    })

    it('cannot be checked where no camera recorded, or the one that did is covered, or muted for what must be heard', () => {
      const camera = builder.footage()
      const report = builder.report('I warned him. I struck him. I left.')
      const at = { statedAt: evening('21:15') }
      const warned = builder.statement(report, 'I warned him', 'warning', at)
      const struck = builder.statement(report, 'I struck him', 'force', at)
      const later = builder.statement(report, 'I left', 'force', { statedAt: evening('21:39') })
      const cellOf = (id: string) => matrixOf(builder.build()).rows.find(({ event }) => event.key === id)?.cells[0]
      expect([warned, struck].map(({ id }) => cellOf(id)?.state)).toEqual(['not-compared', 'not-compared'])
      expect(cellOf(later.id)).toMatchObject({ state: 'cannot-check', gap: 'no footage with a known clock covers 21:39:00' })
      builder.tag(camera, 'camera', 50, { state: 'muted' }, 70)
      builder.absentFromFootage(warned)
      expect(cellOf(warned.id)).toMatchObject({
        state: 'cannot-check',
        gap: 'at 21:15:00, Camera 1 is muted',
        differences: [{ kind: 'coverage' }]
      })
      expect(cellOf(struck.id)?.state).toBe('not-compared')
      builder.tag(camera, 'camera', 50, { state: 'covered' }, 70)
      expect(cellOf(struck.id)).toMatchObject({ state: 'cannot-check', gap: 'at 21:15:00, Camera 1 is covered' })
    })

    it('name the cameras that tag a moment, and those that recorded it without a tag', () => {
      const [tagged, other] = [builder.footage(), builder.footage({ cameraLabel: 'Camera 2' })]
      builder.footage({ startsAt: evening('21:30') })
      builder.tag(tagged, 'force', 10)
      expect(matrixOf(builder.build()).rows[0]?.cells[0]).toMatchObject({
        state: 'told',
        cameras: { taggedIds: [tagged.id], otherIds: [other.id] }
      })
    })

    it('keep a report that is only late not compared, with the difference at hand', () => {
      const officer = builder.officer('A', { shiftEndsAt: evening('22:00') })
      builder.report('x', officer, { writtenAt: evening('23:00') })
      builder.tag(builder.footage(), 'intervention-needed', 10, { presentIds: [officer.id] }, 20)
      expect(matrixOf(builder.build()).rows[0]?.cells[1]).toMatchObject({
        state: 'not-compared',
        differences: [{ kind: 'duty-to-intervene' }]
      })
    })
  })

  it('counts the cells that can be compared', () => {
    const report = builder.report('I took him down.')
    const camera = builder.footage()
    builder.link(builder.tag(camera, 'force', 10, { forceType: 'takedown' }), report, 'took him down')
    builder.absentFromReport(builder.tag(camera, 'warning', 20), report)
    builder.tag(camera, 'injury', 30)
    expect(matrixOf(builder.build()).counts).toEqual({ agrees: 1, differs: 0, silent: 1, 'cannot-check': 0, 'not-compared': 1 })
  })

  it('keeps every row that an edit does not bear on', () => {
    const officer = builder.officer('A')
    const camera = builder.footage()
    const report = builder.report(Array.from({ length: 50 }, (_, n) => `Strike ${n};`).join(' '), officer)
    for (let n = 0; n < 50; n += 1) {
      builder.link(builder.tag(camera, 'force', n, { forceType: 'strike', actorIds: [officer.id] }), report, `Strike ${n};`)
      builder.statement(report, `Strike ${n};`, 'warning', { statedAt: n % 2 === 0 ? evening('21:20') : null })
      builder.statement(report, `Strike ${n};`, 'force', { types: ['strike'] })
    }
    const compare = createComparison(shippedCodebook)
    const input = builder.build()
    const before = compare(input).matrix.rows
    expect(before).toHaveLength(100)
    const moved = input.tags[20]
    if (moved === undefined) throw new Error('A tag was made.')
    const kept = new Set(before)
    const after = compare({ ...input, tags: input.tags.map((tag) => (tag === moved ? { ...tag, note: 'Seen again.' } : tag)) }).matrix
    expect(after.rows.filter((row) => !kept.has(row)).map(({ event }) => event.key)).toEqual([moved.id])
  })
})
