import { describe, expect, it } from 'vitest'
import type { Waveform } from '#shared/model/overview'
import { heightOf, planColumns } from '../../../../renderer/features/timeline/planColumns'

const waveform: Waveform = {
  fromUs: 0,
  toUs: 4_000_000,
  min: [-0.5, -0.001, 0, 0],
  max: [0.5, 0.001, 0, 0],
  state: ['sound', 'sound', 'silent', 'absent']
}

describe('the columns of a waveform', () => {
  it('show the quietest sound as sound, and silence and nothing as what they are', () => {
    const columns = planColumns(waveform, { startUs: 0, endUs: 4_000_000 }, 4)
    expect(columns.map(({ state }) => state)).toEqual(['sound', 'sound', 'silent', 'absent'])
    expect(columns[0]?.up).toBeGreaterThan(columns[1]?.up ?? 1)
    expect(columns[1]?.up).toBeGreaterThan(0)
  })

  it('take the loudest where several buckets fall on one, and repeat one where it is drawn wide', () => {
    expect(planColumns(waveform, { startUs: 0, endUs: 4_000_000 }, 2).map(({ state }) => state)).toEqual(['sound', 'silent'])
    expect(planColumns(waveform, { startUs: 2_000_000, endUs: 3_000_000 }, 5).map(({ state }) => state)).toEqual(Array(5).fill('silent'))
  })

  it('are unread where the buckets do not reach', () => {
    expect(planColumns(waveform, { startUs: 3_000_000, endUs: 7_000_000 }, 4).map(({ state }) => state)).toEqual([
      'absent',
      'unread',
      'unread',
      'unread'
    ])
  })

  it('rise with the level, from nothing to full scale', () => {
    expect([heightOf(0), heightOf(1), heightOf(-1)]).toEqual([0, 1, 1])
    expect(heightOf(0.01)).toBeGreaterThan(0.3)
  })
})
