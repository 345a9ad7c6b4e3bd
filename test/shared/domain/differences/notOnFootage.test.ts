import { beforeEach, describe, expect, it } from 'vitest'
import { shippedCodebook } from '#shared/model/codebook'
import type { Refinding } from '#shared/model/report'
import { findDifferences } from '#shared/domain/differences/findDifferences'
import { createCaseBuilder, evening } from '../caseBuilder'
import { findKind } from './findKind'

describe('not on footage, and coverage', () => {
  let builder = createCaseBuilder()
  beforeEach(() => {
    builder = createCaseBuilder()
  })
  const sentence = 'I warned him twice.'
  const statement = (kind: 'warning' | 'force' | 'camera' = 'warning', statedAt: string | null = null, isNegated = false) =>
    builder.statement(builder.report(sentence), sentence, kind, { statedAt, isNegated })
  const kinds = () => findDifferences(builder.build(), shippedCodebook).differences.map(({ kind }) => kind)

  it('is found where a camera covered the stated time and a reviewer looked in vain', () => {
    builder.footage()
    const said = statement('warning', evening('21:15'))
    builder.absentFromFootage(said)
    const [difference, ...more] = findKind(builder, 'not-on-footage')
    expect(more).toEqual([])
    expect(difference?.sides[1]).toMatchObject({ statementIds: [said.id], passageIds: [said.passageId], reportId: said.reportId })
    expect(difference?.sides[1].says).toContain(`“${sentence}”`)
    expect(findDifferences(builder.build(), shippedCodebook).notCompared).toEqual([])
  })

  it('is not found by silence: without a look it is not compared', () => {
    builder.footage()
    const said = statement()
    expect(kinds()).toEqual([])
    expect(findDifferences(builder.build(), shippedCodebook).notCompared).toEqual([{ kind: 'statement-on-footage', statementId: said.id }])
  })

  it('is not compared, and says why, while its words wait for a person; gone from the report, it is no longer asked about', () => {
    builder.footage()
    const said = statement()
    builder.absentFromFootage(said)
    const notCompared = (refinding: Refinding) => {
      const input = builder.build()
      return findDifferences({ ...input, passages: input.passages.map((passage) => ({ ...passage, refinding })) }, shippedCodebook)
        .notCompared
    }
    const of = { kind: 'statement-on-footage', statementId: said.id }
    expect(notCompared({ state: 'changed', reason: 'words', start: 0, end: 1, runs: [] })).toEqual([{ ...of, waitsFor: 'place-uncertain' }])
    expect(notCompared({ state: 'lost', isSettled: false })).toEqual([{ ...of, waitsFor: 'place-not-found' }])
    expect(notCompared({ state: 'lost', isSettled: true })).toEqual([])
  })

  it('is found on any footage where no time is stated, and cannot be checked where there is none', () => {
    builder.absentFromFootage(statement())
    expect(kinds()).toEqual(['coverage'])
    builder.footage({ startsAt: null })
    expect(kinds()).toEqual(['not-on-footage'])
  })

  it('cannot be checked where no footage covers the stated time, or its clock is not known', () => {
    builder.absentFromFootage(statement('force', evening('21:30')))
    builder.footage()
    builder.footage({ startsAt: null })
    const [difference] = findKind(builder, 'coverage')
    expect(difference?.sides[0]).toMatchObject({
      account: 'none',
      says: 'Footage: cannot be checked, no footage with a known clock covers 21:30:00.'
    })
    expect(kinds()).toEqual(['coverage'])
  })

  it('cannot be checked for what must be heard while the only camera is muted', () => {
    const camera = builder.footage({ cameraLabel: 'Camera of Doe' })
    builder.tag(camera, 'camera', 50, { state: 'muted' }, 70)
    builder.absentFromFootage(statement('warning', evening('21:15')))
    builder.absentFromFootage(statement('force', evening('21:15')))
    expect(kinds()).toEqual(['not-on-footage', 'coverage'])
    expect(findKind(builder, 'coverage')[0]?.summary).toContain('Camera of Doe is muted')
    builder.footage()
    expect(kinds()).toEqual(['not-on-footage', 'not-on-footage'])
  })

  it('leaves out what is denied, linked, or not for footage to show', () => {
    const camera = builder.footage()
    builder.absentFromFootage(statement('warning', null, true))
    builder.absentFromFootage(statement('camera'))
    const linked = statement('warning')
    const [report] = builder.build().reports.filter(({ id }) => id === linked.reportId)
    if (report === undefined) throw new Error('no report')
    builder.link(builder.tag(camera, 'warning', 1), report, sentence)
    builder.absentFromFootage(linked)
    expect(kinds()).toEqual([])
  })

  it('still finds a statement whose sentence is linked for what else it says', () => {
    const text = 'He swung at me and I struck him.'
    const report = builder.report(text)
    const swing = builder.statement(report, text, 'resistance')
    builder.statement(report, text, 'force', { types: ['strike'] })
    builder.link(builder.tag(builder.footage(), 'force', 1, { forceType: 'strike' }), report, text)
    builder.absentFromFootage(swing)
    expect(findKind(builder, 'not-on-footage').map(({ sides }) => sides[1].statementIds)).toEqual([[swing.id]])
  })
})
