import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  backwardTime,
  neighbourSpeed,
  nextShuttle,
  speeds,
  toggleShuttle,
  withSpeed,
  type Shuttle
} from '../../../../renderer/features/player/shuttle'

const paused: Shuttle = { isPlaying: false, rate: 1, speed: 1 }
const press = (from: Shuttle, keys: string) =>
  Array.from(keys).reduce((state, key) => nextShuttle(state, key === 'J' ? -1 : key === 'K' ? 0 : 1), from)

describe('shuttle', () => {
  it('doubles up to four times on the way, and starts anew the other way', () => {
    expect(press(paused, 'L')).toMatchObject({ isPlaying: true, rate: 1 })
    expect(press(paused, 'LLL').rate).toBe(4)
    expect(press(paused, 'LLLLLL').rate).toBe(4)
    expect(press(paused, 'JJ').rate).toBe(-2)
    expect(press(paused, 'LLJ').rate).toBe(-1)
    expect(press(paused, 'JJJL').rate).toBe(1)
  })

  it('stops with K and goes back to the chosen speed', () => {
    const slow = withSpeed(paused, 0.5)
    expect(press(slow, 'LLK')).toEqual({ isPlaying: false, rate: 0.5, speed: 0.5 })
    expect(press(slow, 'JJK')).toEqual({ isPlaying: false, rate: 0.5, speed: 0.5 })
    expect(toggleShuttle(press(slow, 'LLK'))).toEqual({ isPlaying: true, rate: 0.5, speed: 0.5 })
  })

  it('never leaves the speeds that a player has, whatever is pressed', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('J', 'K', 'L')), fc.constantFrom(...speeds), (keys, speed) => {
        const { rate, isPlaying } = press(withSpeed(paused, speed), keys.join(''))
        expect(Math.abs(rate)).toBeGreaterThanOrEqual(0.25)
        expect(Math.abs(rate)).toBeLessThanOrEqual(4)
        if (rate < 0) expect(isPlaying).toBe(true)
      })
    )
  })

  it('steps through the list of speeds and stays at its ends', () => {
    expect(neighbourSpeed(1, 1)).toBe(1.25)
    expect(neighbourSpeed(1, -1)).toBe(0.75)
    expect(neighbourSpeed(4, 1)).toBe(4)
    expect(neighbourSpeed(0.25, -1)).toBe(0.25)
    expect(withSpeed(paused, 9).rate).toBe(4)
  })

  it('goes back in time by elapsed time and rate, and stops at the start', () => {
    expect(backwardTime(5_000_000, -2, 1000)).toBe(3_000_000)
    expect(backwardTime(500_000, -4, 1000)).toBe(0)
  })
})
