import fc from 'fast-check'
import { v7 as uuidv7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { jobIdSchema } from '#shared/model/ids'
import { jobPrioritySchema, jobStatusSchema, type Job } from '#shared/model/job'
import { jobLimits, planNextJob } from '#core/jobs/planNextJob'

const jobs = fc.array(
  fc.record({
    status: fc.constantFrom(...jobStatusSchema.options),
    priority: fc.constantFrom(...jobPrioritySchema.options),
    subjectId: fc.constantFrom('a', 'b', null)
  }),
  { maxLength: 12 }
)

function jobOf(given: Pick<Job, 'status' | 'priority' | 'subjectId'>): Job {
  const id = jobIdSchema.parse(uuidv7())
  const rest = { kind: 'verify-footage' as const, caseId: null, label: '', step: '', progress: 0, interruptions: 0 }
  return { ...given, ...rest, id, resultId: null, problem: null, createdAt: '2026-01-01T00:00:00.000Z', endedAt: null }
}

/** Begins jobs until none may begin any more. */
function fill(all: Job[], onScreen: ReadonlySet<string>): Job[] {
  const begun: Job[] = []
  for (let job = planNextJob(all, onScreen); job !== null; job = planNextJob(all, onScreen)) {
    job.status = 'running'
    begun.push(job)
  }
  return begun
}

describe('planNextJob', () => {
  test('the limits hold, whatever waits and runs', () => {
    fc.assert(
      fc.property(jobs, (given) => {
        const all = given.filter(({ status }) => status !== 'running').map(jobOf)
        fill(all, new Set())
        const running = all.filter(({ status }) => status === 'running')
        expect(running.length).toBeLessThanOrEqual(jobLimits.running)
        expect(running.filter(({ priority }) => priority === 'background').length).toBeLessThanOrEqual(jobLimits.background)
      })
    )
  })

  test('nothing waits in vain: where a place is free, only background work beyond its share is left', () => {
    fc.assert(
      fc.property(jobs, (given) => {
        const all = given.filter(({ status }) => status !== 'running').map(jobOf)
        fill(all, new Set())
        const isFull = all.filter(({ status }) => status === 'running').length === jobLimits.running
        expect(isFull || all.every(({ status, priority }) => status !== 'queued' || priority === 'background')).toBe(true)
      })
    )
  })

  test('what is on screen comes first, then what was asked for, then the rest, each in order', () => {
    const later = jobOf({ status: 'queued', priority: 'background', subjectId: 'a' })
    const asked = jobOf({ status: 'queued', priority: 'asked', subjectId: 'b' })
    const shown = jobOf({ status: 'queued', priority: 'background', subjectId: 'c' })
    const alsoAsked = jobOf({ status: 'queued', priority: 'asked', subjectId: 'd' })
    const all = [later, asked, shown, alsoAsked]
    expect(fill(all, new Set(['c']))).toEqual([shown, asked])
    shown.status = 'done'
    expect(fill(all, new Set(['c']))).toEqual([alsoAsked])
    asked.status = 'done'
    expect(fill(all, new Set(['c']))).toEqual([later])
  })

  test('of what is on screen, the camera shown large comes first', () => {
    const small = jobOf({ status: 'queued', priority: 'asked', subjectId: 'a' })
    const large = jobOf({ status: 'queued', priority: 'background', subjectId: 'b' })
    expect(fill([small, large], new Set(['b', 'a']))).toEqual([large, small])
    expect(planNextJob([{ ...small, status: 'queued' }, jobOf({ ...large, status: 'queued' })], new Set(['a', 'b']))?.subjectId).toBe('a')
  })

  test('a halted job does not begin', () => {
    expect(planNextJob([jobOf({ status: 'paused', priority: 'asked', subjectId: null })], new Set())).toBeNull()
  })
})
