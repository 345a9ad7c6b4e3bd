import { describe, expect, it } from 'vitest'
import { shippedCodebook } from '#shared/model/codebook'
import { tagDetailsSchema, tagKindSchema } from '#shared/model/tag'
import {
  areaRegion,
  describePeople,
  describePerson,
  describeReport,
  describeTag,
  isActive,
  isInvolvedOfficer
} from '#shared/domain/records'
import { emptyTagDetails } from '#shared/domain/suggestTagDetails'
import { createCaseBuilder, withdrawn } from './caseBuilder'

describe('names', () => {
  it('names a person by rank and badge, or by role', () => {
    const officer = { role: 'officer', name: 'A. Doe', rank: 'Sgt.', badgeNumber: '123' } as const
    expect(describePerson(officer)).toBe('Sgt. A. Doe (#123)')
    expect(describePerson({ ...officer, rank: '', badgeNumber: '' })).toBe('A. Doe')
    expect(describePerson({ ...officer, role: 'subject' })).toBe('A. Doe (subject)')
  })

  it('names people and reports in a sentence', () => {
    const builder = createCaseBuilder()
    const [a, b] = [builder.officer('A', { badgeNumber: '1' }), builder.subject('B')]
    const people = new Map([a, b].map((person) => [person.id, person]))
    expect(describePeople([a.id, b.id], people)).toBe('Ofc. A (#1) and B (subject)')
    expect(describePeople([], people)).toBe('')
    expect(describeReport(builder.report('x', a), people, shippedCodebook)).toBe('Incident report by Ofc. A (#1)')
    expect(describeReport(builder.report('x'), people, shippedCodebook)).toBe('Incident report, author not given')
  })

  it('names a tag by what it records', () => {
    const force = { ...emptyTagDetails('force'), forceType: 'strike', bodyArea: 'head', count: 3 }
    expect(describeTag({ details: force }, shippedCodebook)).toBe('Strike · head ×3')
    expect(describeTag({ details: { ...force, bodyArea: 'body', count: 1 } }, shippedCodebook)).toBe('Strike · body')
    expect(describeTag({ details: { ...emptyTagDetails('resistance'), level: 'active' } }, shippedCodebook)).toBe('Resistance · active')
    expect(describeTag({ details: { ...emptyTagDetails('camera'), state: 'muted' } }, shippedCodebook)).toBe('Camera muted')
  })

  it('knows the region of a body area, and says so where it does not', () => {
    expect(areaRegion('face', shippedCodebook)).toBe('head-neck')
    expect(areaRegion('tail', shippedCodebook)).toBeNull()
  })
})

describe('an involved officer', () => {
  it('is one whom an active tag names', () => {
    const builder = createCaseBuilder()
    const [a, b, subject] = [builder.officer('A'), builder.officer('B'), builder.subject('S')]
    const tag = builder.tag(builder.footage(), 'force', 1, { actorIds: [a.id], targetIds: [subject.id] })
    expect([a, b, subject].map((person) => isInvolvedOfficer(person, [tag]))).toEqual([true, false, false])
    expect(isInvolvedOfficer(a, [withdrawn(tag)])).toBe(false)
    expect([isActive(tag), isActive(withdrawn(tag))]).toEqual([true, false])
  })
})

describe('emptyTagDetails', () => {
  it.each(tagKindSchema.options)('is valid for %s and decides nothing', (kind) => {
    const details = tagDetailsSchema.parse(emptyTagDetails(kind))
    expect(details.kind).toBe(kind)
    expect(JSON.stringify(details)).not.toMatch(/"yes"|"no"/)
  })
})
