import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { jobIdSchema } from '#shared/model/ids'
import { jobSchema, type Job } from '#shared/model/job'
import { describeIndicator, planIndicator } from '../../../../renderer/features/diagnostics/planIndicator'

const since = '2026-01-02T00:00:00.000Z'
const job = (status: Job['status'], progress = 0, endedAt: string | null = null): Job =>
  jobSchema.parse({
    ...{ id: jobIdSchema.parse(uuidv7()), kind: 'verify-footage', caseId: null, label: 'a.mp4', step: 'Hashing', progress, status },
    ...{ resultId: null, problem: null, createdAt: '2026-01-01T00:00:00.000Z', endedAt }
  })
const words = (jobs: Job[], dismissed: string[] = []) => describeIndicator(planIndicator(jobs, new Set(dismissed), since))

describe('the indicator of long work', () => {
  it('says how many jobs there are and how far they are together', () => {
    expect(words([])).toBe('')
    expect(words([job('done', 1, since)])).toBe('')
    expect(words([job('queued')])).toBe('1 job')
    expect(words([job('running', 0.5), job('queued')])).toBe('2 jobs · 25 %')
    expect(words([job('paused', 0.5)])).toBe('1 job paused')
  })

  it('tells failures of this session until they are dismissed, and none from before', () => {
    const failed = job('failed', 0.2, '2026-01-02T00:00:01.000Z')
    expect(words([failed])).toBe('1 job failed')
    expect(words([failed, job('running', 0.4)])).toBe('1 job · 40 % · 1 failed')
    expect(words([failed], [failed.id])).toBe('')
    expect(words([job('failed', 0, '2026-01-01T23:59:59.000Z')])).toBe('')
  })

  it('puts what runs before what waits, and that before what is paused', () => {
    const { open } = planIndicator([job('paused'), job('queued'), job('running')], new Set(), since)
    expect(open.map(({ status }) => status)).toEqual(['running', 'queued', 'paused'])
  })
})
