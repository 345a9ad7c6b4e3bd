import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { codebookIn } from '#shared/domain/codebookIn'
import { findDifferences } from '#shared/domain/differences/findDifferences'
import { describePeople } from '#shared/domain/records'
import { inLocale, setCurrentLocale } from '#shared/messages/locale'
import { shippedCodebook } from '#shared/model/codebook'
import type { Difference } from '#shared/model/comparison'
import { createCaseBuilder, evening } from '../caseBuilder'
import { cases } from './randomCases'

const codebook = codebookIn(shippedCodebook, 'es')
type Builder = Pick<ReturnType<typeof createCaseBuilder>, 'build'>
const inSpanish = (builder: Builder) => inLocale('es', () => findDifferences(builder.build(), codebook)).differences
const inEnglish = (builder: Builder) => findDifferences(builder.build(), shippedCodebook).differences

/** What the comparison says itself, without what it quotes from reports. */
const ownWords = ({ summary, sides }: Difference) => [summary, ...sides.map(({ says }) => says)].join(' ').replaceAll(/“[^”]*”/g, '')
const english = /\b(the|footage|reviewer|says|shows|states|tells|found|report|at|from|by|and|is)\b/i

describe('differences in Spanish', () => {
  beforeEach(() => setCurrentLocale('es'))
  afterEach(() => setCurrentLocale('en'))

  it('tell a count and a moment that no camera shows', () => {
    const builder = createCaseBuilder()
    const footage = builder.footage()
    const officer = builder.officer('Weaver')
    const subject = builder.subject('Doe')
    const text = 'I struck him once. I warned him twice.'
    const report = builder.report(text)
    const tag = builder.tag(footage, 'force', 60, { forceType: 'strike', count: 3, actorIds: [officer.id], targetIds: [subject.id] })
    builder.statement(report, 'I struck him once.', 'force', { types: ['strike'], count: 1 })
    builder.link(tag, report, 'I struck him once.')
    builder.tag(footage, 'camera', 0, { state: 'muted' }, 500)
    builder.absentFromFootage(builder.statement(report, 'I warned him twice.', 'warning', { statedAt: evening('21:15') }))
    const said = findDifferences(builder.build(), codebook).differences.map(({ summary }) => summary)
    expect(said).toEqual([
      expect.stringMatching(/: la grabación muestra 3, el reporte dice 1\.$/),
      expect.stringMatching(/^El reporte declara una advertencia u orden; no se puede comprobar: a las 21:15:00, .* está sin sonido\.$/)
    ])
  })

  it('name people as a Spanish list does', () => {
    const builder = createCaseBuilder()
    const people = [builder.subject('Doe'), builder.subject('Roe'), builder.subject('Ibarra')]
    const byId = new Map(people.map((person) => [person.id, person]))
    const ids = people.map(({ id }) => id)
    expect(describePeople(ids, byId)).toBe('Doe (sujeto), Roe (sujeto) e Ibarra (sujeto)')
    expect(describePeople(ids.slice(0, 2), new Map())).toBe('una persona desconocida y una persona desconocida')
  })

  it('say nothing in English, whatever their kind', () => {
    fc.assert(
      fc.property(cases, (builder) => {
        for (const difference of inSpanish(builder)) expect(ownWords(difference)).not.toMatch(english)
      })
    )
  })

  it('stand on the same keys and grounds as in English', () => {
    setCurrentLocale('en')
    const ground = ({ key, fingerprint, status, isReopened, sides }: Difference) => ({
      ...{ key, fingerprint, status, isReopened },
      rests: sides.map(({ account, tagIds, passageIds, statementIds }) => ({ account, tagIds, passageIds, statementIds }))
    })
    fc.assert(
      fc.property(cases, (builder) => {
        expect(inSpanish(builder).map(ground)).toEqual(inEnglish(builder).map(ground))
      })
    )
  })
})
