import { describe, expect, it } from 'vitest'
import { planCaseClock } from '#shared/domain/caseClock'
import type { Footage } from '#shared/model/footage'
import { describePlace } from '../../../../renderer/features/alignment/placeWords'
import { alignedTo, createCaseBuilder, evening, withdrawn } from '../../../shared/domain/caseBuilder'

const words = (all: readonly Footage[], of: Footage) =>
  describePlace(planCaseClock(all), of.id, 'America/New_York', (id) => all.find((one) => one.id === id)?.cameraLabel ?? '')

describe('where a camera stands, in words', () => {
  const builder = createCaseBuilder()
  const clocked = builder.footage({ cameraLabel: 'A', startsAt: evening('21:14') })
  const bare = builder.footage({ cameraLabel: 'B', startsAt: null })

  it('tells the wall clock and where it is from', () => {
    expect(words([clocked, bare], clocked)).toEqual({
      begins: '21:14:00.000',
      how: 'by the time that a reviewer entered',
      isAligned: true
    })
  })

  it('says that a camera is not aligned', () => {
    expect(words([clocked, bare], bare)).toEqual({ begins: 'not aligned', how: 'its time is not known', isAligned: false })
    expect(words([bare], bare).isAligned).toBe(false)
  })

  it('tells what it is aligned to, and counts from the first camera where no wall clock is known', () => {
    const other = builder.footage({ cameraLabel: 'C', startsAt: null, alignment: alignedTo(bare, 1.5) })
    expect(words([bare, other], other)).toEqual({ begins: '+1.500 s', how: 'by hand with B', isAligned: true })
    expect(words([bare, other], bare)).toEqual({ begins: '+0.000 s', how: 'others are aligned to it', isAligned: true })
  })

  it('says why an alignment is not followed', () => {
    const lost = builder.footage({ startsAt: null, alignment: alignedTo(clocked, 1) })
    expect(words([withdrawn(clocked), lost], lost).how).toBe('its time is not known; the camera that it was aligned to is withdrawn')
  })
})
