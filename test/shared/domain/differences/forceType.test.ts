import { describe, expect, it } from 'vitest'
import type { Statement } from '#shared/model/report'
import type { TagDetailsOf } from '#shared/model/tag'
import { createCaseBuilder } from '../caseBuilder'
import { findKind } from './findKind'

const text = 'I delivered one strike to his upper body.'

function compared(shown: Partial<TagDetailsOf<'force'>>, told: Partial<Statement>) {
  const builder = createCaseBuilder()
  const report = builder.report(text)
  const statement = builder.statement(report, text, 'force', told)
  const tag = builder.tag(builder.footage(), 'force', 1, { forceType: 'strike', ...shown })
  builder.link(tag, report, text)
  return { differences: findKind(builder, 'force-type'), statement, tag, report }
}

describe('force type', () => {
  it('is found for another part of the body, with both sides to jump to', () => {
    const { differences, statement, tag, report } = compared({ bodyArea: 'head' }, { types: ['strike'], bodyArea: 'upper-body' })
    expect(differences).toMatchObject([
      {
        key: `force-type:${statement.id}+strike`,
        summary: '“Strike”: footage shows it to the head, the report tells of the upper body.',
        sides: [
          { account: 'footage', tagIds: [tag.id] },
          { account: 'report', statementIds: [statement.id], passageIds: [statement.passageId], reportId: report.id }
        ]
      }
    ])
  })

  it.each([
    ['head', 'body', 1],
    ['leg', 'body', 0],
    ['body', 'chest', 0],
    ['head', 'face', 0],
    ['chest', 'leg', 1],
    ['head', null, 0],
    [null, 'head', 0],
    ['tail', 'head', 1]
  ])('footage %s and report %s: %i', (shown, told, count) => {
    expect(compared({ bodyArea: shown }, { types: ['strike'], bodyArea: told }).differences).toHaveLength(count)
  })

  it('is found for another type, and not where the report names several with this one or none', () => {
    expect(compared({}, { types: ['push'] }).differences[0]?.summary).toBe('Footage shows “Strike”, the report tells of “Push”.')
    expect(compared({}, { types: ['push', 'strike'] }).differences).toEqual([])
    expect(compared({}, { types: [] }).differences).toEqual([])
  })

  it('is found where the report denies it, and says what is hearsay or uncertain', () => {
    const [difference] = compared({}, { types: ['strike'], isNegated: true, isHearsay: true, isUncertain: true }).differences
    expect(difference?.summary).toBe('Footage shows “Strike”, the report denies it.')
    expect(difference?.sides[1].says).toBe(`Incident report, author not given: “${text}” (hearsay, uncertain)`)
  })

  it('compares a tag with the statement of the sentence that comes closest to it', () => {
    const builder = createCaseBuilder()
    const sentence = 'I struck his head, struck his leg and took him down, and did not use my Taser.'
    const report = builder.report(sentence)
    builder.statement(report, 'struck his head', 'force', { types: ['strike'], bodyArea: 'head' })
    builder.statement(report, 'struck his leg', 'force', { types: ['strike'], bodyArea: 'leg' })
    builder.statement(report, 'took him down', 'force', { types: ['takedown'] })
    builder.statement(report, 'did not use my Taser', 'force', { types: ['ecw-discharged'], isNegated: true })
    const camera = builder.footage()
    builder.link(builder.tag(camera, 'force', 1, { forceType: 'strike', bodyArea: 'head' }), report, sentence)
    builder.link(builder.tag(camera, 'force', 2, { forceType: 'strike', bodyArea: 'leg' }), report, sentence)
    builder.link(builder.tag(camera, 'force', 3, { forceType: 'takedown' }), report, sentence)
    expect(findKind(builder, 'force-type')).toEqual([])
    builder.link(builder.tag(camera, 'force', 4, { forceType: 'ecw-discharged' }), report, sentence)
    expect(findKind(builder, 'force-type')).toHaveLength(1)
  })

  it('joins a passage with a statement that only touches it in part, and not with one beside it', () => {
    const builder = createCaseBuilder()
    const report = builder.report(text)
    builder.statement(report, 'one strike to his upper body', 'force', { types: ['push'] })
    const tag = builder.tag(builder.footage(), 'force', 1, { forceType: 'strike' })
    builder.link(tag, report, 'I delivered ')
    expect(findKind(builder, 'force-type')).toEqual([])
    builder.link(tag, report, 'I delivered one')
    expect(findKind(builder, 'force-type')).toHaveLength(1)
  })

  it('takes what the sentence asserts over what it denies, where both come as close', () => {
    const builder = createCaseBuilder()
    const sentence = 'I did not strike his head but struck his leg.'
    const report = builder.report(sentence)
    builder.statement(report, 'did not strike his head', 'force', { types: ['strike'], bodyArea: 'head', isNegated: true })
    builder.statement(report, 'struck his leg', 'force', { types: ['strike'], bodyArea: 'leg' })
    const camera = builder.footage()
    builder.link(builder.tag(camera, 'force', 1, { forceType: 'strike' }), report, sentence)
    expect(findKind(builder, 'force-type')).toEqual([])
    builder.link(builder.tag(camera, 'force', 2, { forceType: 'strike', bodyArea: 'face' }), report, sentence)
    expect(findKind(builder, 'force-type')[0]?.summary).toBe('Footage shows “Strike”, the report denies it.')
  })

  it('finds a long passage behind a short one that begins later', () => {
    const builder = createCaseBuilder()
    const report = builder.report(text)
    builder.statement(report, text, 'force', { types: ['push'] })
    builder.statement(report, 'one', 'force', { types: ['strike'] })
    builder.link(builder.tag(builder.footage(), 'force', 1, { forceType: 'strike' }), report, 'upper body')
    expect(findKind(builder, 'force-type')).toHaveLength(1)
  })

  it('trims a long quote without cutting a character in two', () => {
    const builder = createCaseBuilder()
    const long = `${'a'.repeat(158)}👩‍🚒${'b'.repeat(40)}`
    const report = builder.report(long)
    builder.statement(report, long, 'force', { types: ['push'] })
    builder.link(builder.tag(builder.footage(), 'force', 1, { forceType: 'strike' }), report, long)
    expect(findKind(builder, 'force-type')[0]?.sides[1].says).toMatch(/: “a{158}…”$/)
  })

  it('groups tags of one type under one statement', () => {
    const builder = createCaseBuilder()
    const report = builder.report(text)
    builder.statement(report, text, 'force', { types: ['strike'], bodyArea: 'upper-body' })
    const camera = builder.footage()
    const tags = [1, 2, 3].map((atS) => builder.tag(camera, 'force', atS, { forceType: 'strike', bodyArea: 'head' }))
    tags.forEach((tag) => builder.link(tag, report, text))
    expect(findKind(builder, 'force-type').map(({ sides }) => sides[0].tagIds)).toEqual([tags.map(({ id }) => id)])
  })
})
