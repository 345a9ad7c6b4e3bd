import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterStep, casePlaceSchema, placeSchema, type Place } from '#shared/model/desk'
import { caseIdSchema } from '#shared/model/ids'

const start = placeSchema.parse({})
const at = (timeUs: number) => casePlaceSchema.parse({ footageId: null, timeUs, reportId: null })
const caseId = (index: number) => caseIdSchema.parse(`01900000-0000-7000-8000-${String(index).padStart(12, '0')}`)

describe('afterStep', () => {
  it('keeps what a step does not name', () => {
    const reportsWindow = { isOpen: true, bounds: { x: -80, y: 0, width: 900, height: 900 } }
    const place: Place = { route: { screen: 'diagnostics' }, cases: { [caseId(1)]: at(5) }, reportsWindow, drafts: { note: 'half' } }
    expect(afterStep(place, {})).toEqual(place)
    expect(afterStep(place, { drafts: { note: null } })).toEqual({ ...place, drafts: {} })
    const shut = { isOpen: false, bounds: null }
    expect(afterStep(place, { reportsWindow: shut })).toEqual({ ...place, reportsWindow: shut })
  })

  it('forgets the case that was visited longest ago beyond 200', () => {
    const visited = Array.from({ length: 200 }, (_, index) => index).reduce(
      (place, index) => afterStep(place, { cases: { [caseId(index)]: at(index) } }),
      start
    )
    const again = afterStep(visited, { cases: { [caseId(0)]: at(7) } })
    const beyond = afterStep(again, { cases: { [caseId(500)]: at(1) } })
    expect(Object.keys(beyond.cases)).toHaveLength(200)
    expect(beyond.cases[caseId(0)]).toEqual(at(7))
    expect(beyond.cases[caseId(1)]).toBeUndefined()
  })

  it('makes two steps what one step of both makes', () => {
    const drafts = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.option(fc.string()))
    fc.assert(
      fc.property(drafts, drafts, (first, second) => {
        const apart = afterStep(afterStep(start, { drafts: first }), { drafts: second })
        expect(apart).toEqual(afterStep(start, { drafts: { ...first, ...second } }))
      })
    )
  })
})
