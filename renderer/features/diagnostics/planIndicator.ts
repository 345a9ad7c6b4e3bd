import { messagesOf } from '#shared/messages/messagesOf'
import { isOpenJob, type Job } from '#shared/model/job'

const say = messagesOf('jobs')

/** What the indicator shows: open jobs, those that run first, and failures of this session that were not dismissed. */
export interface IndicatorPlan {
  open: readonly Job[]
  failed: readonly Job[]
  /** 0 to 1 over all open jobs; null where none has begun. */
  progress: number | null
}

const order: Partial<Record<Job['status'], number>> = { running: 0, queued: 1, paused: 2 }

/** Plans the indicator. `since` is when the window was opened, an instant: a failure of before then is history. */
export function planIndicator(jobs: Iterable<Job>, dismissed: ReadonlySet<string>, since: string): IndicatorPlan {
  const all = [...jobs].toSorted((one, other) => one.createdAt.localeCompare(other.createdAt))
  const open = all.filter(isOpenJob).toSorted((one, other) => (order[one.status] ?? 0) - (order[other.status] ?? 0))
  const hasBegun = open.some((job) => job.status === 'running' || job.progress > 0)
  return {
    open,
    failed: all.filter((job) => job.status === 'failed' && !dismissed.has(job.id) && (job.endedAt ?? '') >= since),
    progress: hasBegun ? open.reduce((sum, job) => sum + job.progress, 0) / open.length : null
  }
}

/** The indicator in few words, e.g. `2 jobs · 43 %`, `1 job paused`, `1 job failed`. */
export function describeIndicator({ open, failed, progress }: IndicatorPlan): string {
  const count = (jobs: readonly Job[]) => say('countJobs', { count: jobs.length })
  const failures = failed.length === 0 ? [] : [say('countFailed', { jobs: open.length === 0 ? count(failed) : failed.length })]
  if (open.length === 0) return failures.join('')
  const isHalted = open.every((job) => job.status === 'paused')
  const moving = progress === null ? count(open) : say('withProgress', { jobs: count(open), percent: Math.floor(progress * 100) })
  return [isHalted ? say('countPaused', { jobs: count(open) }) : moving, ...failures].join(' · ')
}
