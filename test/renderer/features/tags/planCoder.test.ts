import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyTagDetails } from '#shared/domain/suggestTagDetails'
import { personSchema } from '#shared/model/case'
import { shippedCodebook } from '#shared/model/codebook'
import { tagDetailsSchema, tagKindSchema } from '#shared/model/tag'
import {
  optionKeys,
  optionsOf,
  partAfter,
  partBefore,
  partsOf,
  withAnswer,
  type CoderSource
} from '../../../../renderer/features/tags/planCoder'

const id = (number: number) => `01920000-0000-7000-8000-${String(number).padStart(12, '0')}`
const record = { createdAt: '2024-10-12T21:14:00.000Z', createdBy: id(1), updatedAt: '2024-10-12T21:14:00.000Z', updatedBy: id(1) }
const person = (number: number, role: string, name: string) =>
  personSchema.parse({
    ...{ id: id(number), caseId: id(2), role, name, rank: '', badgeNumber: '', shiftEndsAt: null, ...record, withdrawn: null }
  })
const source: CoderSource = {
  codebook: shippedCodebook,
  people: [person(10, 'subject', 'J. Doe'), person(11, 'officer', 'R. Weaver'), person(12, 'officer', 'A. Rivera')],
  wordOf: (answer) => answer
}

describe('what a tag says by keys', () => {
  it('asks of a force its type, body area, who and on whom, and no body area where the type has none', () => {
    const force = emptyTagDetails('force')
    expect(partsOf(force, shippedCodebook)).toEqual(['type', 'who', 'whom'])
    const strike = withAnswer(force, 'type', 'strike', source)
    expect(partsOf(strike, shippedCodebook)).toEqual(['type', 'area', 'who', 'whom'])
    expect(partAfter('type', strike, shippedCodebook)).toBe('area')
    expect(partBefore('who', strike, shippedCodebook)).toBe('area')
    expect(partAfter('whom', strike, shippedCodebook)).toBeNull()
  })
  it('names people one after the other, and takes a name back', () => {
    const one = withAnswer(emptyTagDetails('force'), 'who', id(11), source)
    const two = withAnswer(one, 'who', id(12), source)
    expect(two).toMatchObject({ actorIds: [id(11), id(12)], targetIds: [] })
    expect(withAnswer(two, 'who', id(11), source)).toMatchObject({ actorIds: [id(12)] })
  })
  it('puts those first whom one would name', () => {
    const names = (part: 'who' | 'whom') => optionsOf(part, emptyTagDetails('force'), source).map(({ label }) => label)
    expect(names('who')[0]).toBe('R. Weaver')
    expect(names('whom')[0]).toBe('J. Doe (subject)')
  })
  it('gives every kind details that can be saved, whatever is answered', () => {
    fc.assert(
      fc.property(fc.constantFrom(...tagKindSchema.options), fc.array(fc.nat(30), { maxLength: 12 }), (kind, answers) => {
        let details: ReturnType<typeof tagDetailsSchema.parse> = emptyTagDetails(kind)
        for (const answer of answers) {
          const parts = partsOf(details, shippedCodebook)
          const part = parts[answer % parts.length] ?? 'who'
          const options = optionsOf(part, details, source)
          const option = options[answer % options.length]
          if (option === undefined) continue
          const before = option.isSet
          details = withAnswer(details, part, option.id, source)
          const after = optionsOf(part, details, source).find((one) => one.id === option.id)?.isSet
          expect(after).toBe(part === 'type' || part === 'area' ? true : !before)
        }
        expect(tagDetailsSchema.safeParse(details).success).toBe(true)
        expect(details.kind).toBe(kind)
      })
    )
  })
  it('gives answers keys of their own, whatever keys are taken', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...'a b c d e f g h i j k l m n o p q r s t u v w x y z'.split(' ')), { maxLength: 11 }),
        fc.nat(30),
        (taken, count) => {
          const keys = optionKeys(taken, count)
          expect(new Set(keys).size).toBe(keys.length)
          expect(keys.some((key) => taken.includes(key))).toBe(false)
          expect(keys.length).toBeLessThanOrEqual(count)
        }
      )
    )
    const shipped = [...shippedCodebook.tagKinds.map(({ key }) => key), ...'jklbps'.split('')]
    expect(optionKeys(shipped, shippedCodebook.forceTypes.length).length).toBeGreaterThanOrEqual(shippedCodebook.forceTypes.length - 1)
  })
})
