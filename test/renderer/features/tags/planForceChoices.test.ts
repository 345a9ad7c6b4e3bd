import { describe, expect, it } from 'vitest'
import { planCaseClock, type ClockedFootage } from '#shared/domain/caseClock'
import { footageIdSchema } from '#shared/model/ids'
import { planForceChoices } from '../../../../renderer/features/tags/planForceChoices'

const idOf = (index: number) => footageIdSchema.parse(`01920000-0000-7000-8000-${String(index).padStart(12, '0')}`)
const footage = (index: number, startsAt: string | null): ClockedFootage => ({
  ...{ id: idOf(index), startsAt, createdAt: '2024-10-14T00:00:00.000Z', withdrawn: null },
  clockMethod: startsAt === null ? 'unknown' : 'file'
})
// The second camera begins eight seconds later; of the third no clock is known.
const clock = planCaseClock([footage(1, '2024-10-13T01:14:00.000Z'), footage(2, '2024-10-13T01:14:08.000Z'), footage(3, null)])
const tag = (name: string, camera: number, startS: number, endS: number | null = null) => ({
  ...{ name, footageId: idOf(camera), startUs: startS * 1e6 },
  endUs: endS === null ? null : endS * 1e6
})

describe('planForceChoices', () => {
  it('puts what happens at the time of the tag first, on whichever camera, and what cannot be placed last', () => {
    const force = [
      tag('unplaced', 3, 38),
      tag('before', 1, 26, 28),
      tag('long after', 1, 70),
      tag('during', 2, 32, 34),
      tag('after', 1, 50)
    ]
    const names = planForceChoices(force, tag('failure', 1, 38, 48), clock).map(({ name }) => name)
    expect(names).toEqual(['during', 'after', 'before', 'long after', 'unplaced'])
  })

  it('keeps the order of time among what is equally near', () => {
    const force = [tag('second', 1, 45), tag('first', 1, 40)]
    expect(planForceChoices(force, tag('failure', 1, 38, 48), clock).map(({ name }) => name)).toEqual(['first', 'second'])
  })
})
