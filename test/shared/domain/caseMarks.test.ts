import { describe, expect, it } from 'vitest'
import { caseMarksOf } from '#shared/domain/caseMarks'
import { shippedCodebook } from '#shared/model/codebook'
import { createCaseBuilder, withdrawn } from './caseBuilder'

type Builder = ReturnType<typeof createCaseBuilder>

const marksOf = (fill: (builder: Builder) => void, more: { hasPersonInCrisis?: boolean } = {}) => {
  const builder = createCaseBuilder()
  fill(builder)
  const input = builder.build()
  return caseMarksOf({ ...input, case: { ...input.case, ...more } }, shippedCodebook)
}

describe('caseMarksOf', () => {
  it('rests on tags and on what reports are marked to state', () => {
    const tagged = marksOf((builder) => {
      const camera = builder.footage()
      builder.tag(camera, 'force', 1, { forceType: 'ecw-pointed' })
      builder.tag(camera, 'force', 2, { forceType: 'strike', bodyArea: 'face' })
      builder.tag(camera, 'escalation', 3)
      builder.tag(camera, 'failure-to-intervene', 4)
    })
    expect(tagged).toEqual(['taser', 'head-strike', 'escalation', 'failure-to-intervene'])
    const stated = marksOf((builder) => {
      builder.statement(builder.report('The dog bit him.'), 'The dog bit him.', 'force', { types: ['canine'] })
    })
    expect(stated).toEqual(['police-dog'])
  })

  it('takes no strike elsewhere, no push to the head, no denial and nothing withdrawn', () => {
    const none = marksOf((builder) => {
      const camera = builder.footage()
      builder.tag(camera, 'force', 1, { forceType: 'strike', bodyArea: 'chest' })
      builder.tag(camera, 'force', 2, { forceType: 'push', bodyArea: 'head' })
      const report = builder.report('I did not use my taser.')
      builder.statement(report, 'I did not use my taser.', 'force', { types: ['ecw-discharged'], isNegated: true })
    })
    expect(none).toEqual([])
    const builder = createCaseBuilder()
    const tag = builder.tag(builder.footage(), 'escalation', 1)
    expect(caseMarksOf({ ...builder.build(), tags: [withdrawn(tag)] }, shippedCodebook)).toEqual([])
  })

  it('names a person in crisis where that was entered', () => {
    expect(marksOf(() => undefined, { hasPersonInCrisis: true })).toEqual(['person-in-crisis'])
    expect(marksOf(() => undefined, { hasPersonInCrisis: false })).toEqual([])
  })
})
