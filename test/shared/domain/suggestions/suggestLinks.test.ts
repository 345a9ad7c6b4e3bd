import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shippedCodebook } from '#shared/model/codebook'
import type { Person } from '#shared/model/case'
import type { Report } from '#shared/model/report'
import type { Tag } from '#shared/model/tag'
import { planCaseClock } from '#shared/domain/caseClock'
import { readStatements } from '#shared/domain/statements/readStatements'
import { suggestPassages, suggestTags, type SuggestionInput } from '#shared/domain/suggestions/suggestLinks'
import { createCaseBuilder } from '../caseBuilder'

const text = [
  'At approximately 2114 hours I ordered Roe to stop.',
  'Roe pulled away from me.',
  'I struck Roe once in the thigh with my fist.',
  'Officer Lane deployed pepper spray.',
  'I did not strike Roe again.',
  'At 2121 hours I struck Roe twice in the head.',
  'An ambulance crew treated Roe for a cut.'
].join(' ')

function makeCase() {
  const builder = createCaseBuilder()
  const author = builder.officer('Dana Hayes')
  const other = builder.officer('Sam Lane')
  const subject = builder.subject('Jo Roe')
  const footage = builder.footage()
  const report = builder.report(text, author)
  const acts = { actorIds: [author.id], targetIds: [subject.id] }
  const thigh = builder.tag(footage, 'force', 60, { forceType: 'strike', bodyArea: 'leg', count: 1, ...acts })
  const spray = builder.tag(footage, 'force', 90, { forceType: 'chemical-spray', actorIds: [other.id], targetIds: [subject.id] })
  const head = builder.tag(footage, 'force', 425, { forceType: 'strike', bodyArea: 'head', count: 2, ...acts }, 428)
  const resistance = builder.tag(footage, 'resistance', 50, { actorIds: [subject.id] })
  const tags = [thigh, spray, head, resistance]
  return { input: inputOf(builder.build(), tags, report, text), thigh, spray, head, resistance, builder, footage }
}

function inputOf(
  records: { case: SuggestionInput['case']; people: Person[]; footage: Parameters<typeof planCaseClock>[0] },
  tags: Tag[],
  report: Report,
  words: string
): SuggestionInput {
  return {
    case: records.case,
    codebook: shippedCodebook,
    clock: planCaseClock(records.footage),
    people: new Map(records.people.map((person) => [person.id, person])),
    report,
    tags,
    statements: readStatements(words, shippedCodebook)
  }
}

describe('suggestPassages', () => {
  test('puts the sentence of the same type, area, number and time first, and tells why', () => {
    const { input, thigh, head, spray } = makeCase()
    expect(suggestPassages(thigh, input)[0]?.statement.text).toContain('thigh')
    expect(suggestPassages(spray, input)[0]?.statement.text).toContain('pepper spray')
    const [first] = suggestPassages(head, input)
    expect(first?.statement.text).toContain('in the head')
    const says = first?.reasons.filter(({ isFor }) => isFor).map((reason) => reason.says)
    expect(says).toEqual(
      expect.arrayContaining(['Both are strike', 'Both name the head', 'Both count 2', 'The sentence says 21:21, as the case clock does'])
    )
    expect(says).toContain('Ofc. Dana Hayes acts in both')
  })
  test('tells what speaks against it, and puts what is denied behind', () => {
    const { input, thigh } = makeCase()
    const suggested = suggestPassages(thigh, input)
    const denied = suggested.find(({ statement }) => statement.negated)
    expect(denied?.reasons).toContainEqual({ says: 'The sentence denies it', isFor: false })
    expect(suggested.findIndex(({ statement }) => statement.negated)).toBeGreaterThan(0)
    const ofOther = suggested.find(({ statement }) => statement.text.includes('pepper'))
    expect(ofOther?.reasons ?? []).not.toContainEqual(expect.objectContaining({ says: 'Both are strike' }))
  })
  test('suggests nothing of another kind, and nothing where the report is silent', () => {
    const { input, builder, footage } = makeCase()
    const camera = builder.tag(footage, 'camera', 10, { state: 'muted' })
    expect(suggestPassages(camera, input)).toEqual([])
    const aid = builder.tag(footage, 'medical-aid', 500)
    expect(suggestPassages(aid, input).map(({ statement }) => statement.kind)).not.toContain('force')
  })
})

describe('suggestTags', () => {
  test('finds the tag that words speak of', () => {
    const { input, head, resistance } = makeCase()
    const at = text.indexOf('twice in the head')
    expect(suggestTags({ start: at, end: at + 5 }, input)[0]?.tag.id).toBe(head.id)
    const away = text.indexOf('pulled away')
    expect(suggestTags({ start: away, end: away + 5 }, input).map(({ tag }) => tag.id)).toEqual([resistance.id])
  })
  test('the order in which tags come does not matter, and none comes twice', () => {
    const { input } = makeCase()
    const whole = { start: 0, end: text.length }
    const wanted = suggestTags(whole, input).map(({ tag }) => tag.id)
    expect(new Set(wanted).size).toBe(wanted.length)
    fc.assert(
      fc.property(fc.shuffledSubarray([...input.tags], { minLength: input.tags.length }), (tags) => {
        expect(suggestTags(whole, { ...input, tags }).map(({ tag }) => tag.id)).toEqual(wanted)
      })
    )
  })
})
