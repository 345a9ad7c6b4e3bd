import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import { footageIdSchema, viewingIdSchema, type ViewingId } from '#shared/model/ids'
import type { ViewedStretch } from '#shared/model/viewing'
import { ProblemError } from '#shared/rpc/problem'
import { createViewingLog } from '../../../renderer/app/viewingLog'

const footageId = footageIdSchema.parse(uuidv7())
const stretchTo = (endS: number): ViewedStretch => ({
  ...{ footageId, startUs: 0, endUs: endS * 1e6, rate: 1, isMuted: false },
  startedAt: '2026-01-01T00:00:00.000Z'
})

/** A core that keeps what it is told, and refuses with `refusals` first. */
function createLog(refusals: ProblemError[] = []) {
  const told: { viewingId: ViewingId | null; endS: number }[] = []
  const problems: string[] = []
  const id = viewingIdSchema.parse(uuidv7())
  const log = createViewingLog({
    record: ({ viewingId, stretch }) => {
      const refusal = refusals.shift()
      if (refusal !== undefined) return Promise.reject(refusal)
      told.push({ viewingId, endS: stretch.endUs / 1e6 })
      return Promise.resolve({ id })
    },
    onProblem: (problem) => problems.push(problem.code)
  })
  return { log, told, problems, id }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('the log of what is watched', () => {
  it('tells one stretch every ten seconds, as the same one, and at its end', async () => {
    const { log, told, id } = createLog()
    const keep = log.open()
    for (let second = 1; second <= 24; second++) {
      keep(stretchTo(second), false)
      await vi.advanceTimersByTimeAsync(1000)
    }
    keep(stretchTo(25), true)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(told).toEqual([
      { viewingId: null, endS: 10 },
      { viewingId: id, endS: 20 },
      { viewingId: id, endS: 25 }
    ])
    expect(vi.getTimerCount()).toBe(0)
  })

  it('keeps what it could not tell, and tells it once the core is back', async () => {
    const away = new ProblemError('internal', { what: 'The core is away.', todo: 'Wait.', kept: '' })
    const { log, told, problems } = createLog([away, away])
    log.open()(stretchTo(3), true)
    await vi.advanceTimersByTimeAsync(9000)
    expect(told).toEqual([])
    await vi.advanceTimersByTimeAsync(20_000)
    expect(told).toEqual([{ viewingId: null, endS: 3 }])
    expect(problems).toEqual(['internal', 'internal'])
  })

  it('says so and lets go of what the core will never take', async () => {
    const { log, told, problems } = createLog([
      new ProblemError('already_withdrawn', { what: 'This footage was withdrawn.', todo: 'Undo that.', kept: '' })
    ])
    log.open()(stretchTo(3), true)
    await vi.advanceTimersByTimeAsync(60_000)
    expect({ told, problems }).toEqual({ told: [], problems: ['already_withdrawn'] })
    expect(vi.getTimerCount()).toBe(0)
  })

  it('says nothing of a stretch as short as a few frames', async () => {
    const { log, told } = createLog()
    log.open()(stretchTo(0.08), true)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(told).toEqual([])
  })
})
