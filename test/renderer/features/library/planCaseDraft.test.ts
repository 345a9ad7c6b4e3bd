import { describe, expect, it } from 'vitest'
import { caseFormOf, planCaseDraft, type CaseForm } from '../../../../renderer/features/library/planCaseDraft'

const filled: CaseForm = {
  ...caseFormOf(undefined),
  incidentNumber: ' 24-118302 ',
  place: 'Main St 400 block',
  startsAt: '2024-10-13T01:14:00.000Z',
  endsAt: '2024-10-13T01:28:02.000Z'
}

const errorsOf = (form: CaseForm) => {
  const plan = planCaseDraft(form)
  return 'errors' in plan ? plan.errors : null
}

describe('planCaseDraft', () => {
  it('makes the draft of a filled form, without spaces around names', () => {
    expect(planCaseDraft(filled)).toEqual({ draft: { ...filled, incidentNumber: '24-118302' } })
  })

  it('says at each field of an empty form what is missing', () => {
    expect(errorsOf(caseFormOf(undefined))).toEqual({
      incidentNumber: 'Incident number: must not be empty.',
      place: 'Place: must not be empty.',
      startsAt: 'Enter a full date and time.',
      endsAt: 'Enter a full date and time.'
    })
  })

  it('refuses an end before the start, and takes an end at the start', () => {
    expect(errorsOf({ ...filled, endsAt: '2024-10-13T01:13:59.000Z' })).toEqual({
      endsAt: 'The end is before the start. Change one of the two.'
    })
    expect(errorsOf({ ...filled, endsAt: filled.startsAt })).toBeNull()
  })

  it('refuses a name of 10,000 characters and an unknown time zone, in words', () => {
    expect(errorsOf({ ...filled, place: 'x'.repeat(10_000), timeZone: 'America/Nowhere' })).toEqual({
      place: 'Place: must be at most 200 characters.',
      timeZone: 'Time zone: must be an IANA time zone, e.g. America/New_York.'
    })
  })
})
