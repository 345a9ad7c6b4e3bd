import { v7 as uuidv7 } from 'uuid'
import { jobIdSchema, type JobId } from '#shared/model/ids'
import type { Job } from '#shared/model/job'
import { ProblemError, type Problem } from '#shared/rpc/problem'
import type { Store } from '../storage'

/** What a piece of long work is, and does. `run` answers with the id of what it made, or null. */
export interface JobWork extends Pick<Job, 'kind' | 'caseId' | 'label'> {
  run: (progress: { signal: AbortSignal; report: (step: string, progress: number) => void }) => Promise<string | null>
}

/** Long work in one queue: at most two at a time, each cancelled alone. */
export interface JobQueue {
  /** Stores the job and answers; it runs when its turn comes. */
  start: (work: JobWork) => Promise<Job>
  get: (id: JobId) => Job | null
  list: () => Job[]
  cancel: (id: JobId) => Promise<Job>
  /** Cancels all and waits until none runs. */
  close: () => Promise<void>
}

interface Options {
  store: Store
  now: () => Date
  emit: (job: Job) => void
  /** Makes a contract problem of anything thrown. */
  toProblem: (error: unknown) => Problem
}

const maxRunning = 2
const progressEveryMs = 100
const shownForMs = 24 * 60 * 60 * 1000

/** Makes the queue. Work that the last process did not finish is marked failed: it left nothing under a final name. */
export async function createJobQueue({ store, now, emit, toProblem }: Options): Promise<JobQueue> {
  const jobs = new Map<string, Job>()
  const aborts = new Map<string, AbortController>()
  const waiting: (() => void)[] = []
  const running = new Set<Promise<void>>()
  let isClosed = false

  for (const job of await store.jobs()) {
    const isUnfinished = job.status === 'queued' || job.status === 'running'
    if (now().getTime() - Date.parse(job.createdAt) < shownForMs || isUnfinished) jobs.set(job.id, job)
    if (isUnfinished) await settle(job, { status: 'failed', problem: interrupted(job) })
  }

  async function put(job: Job): Promise<Job> {
    jobs.set(job.id, job)
    await store.putJob(job)
    emit(job)
    return job
  }

  async function settle(job: Job, end: Partial<Job>): Promise<void> {
    const ended = { ...job, ...end, endedAt: now().toISOString() }
    // An end that a full disk does not take must not end the core: it is told all the same, and the next start calls the job interrupted.
    await put(ended).catch(() => emit(ended))
  }

  async function run(id: string, work: JobWork, signal: AbortSignal): Promise<void> {
    const current = () => jobs.get(id) ?? unknownJob(id)
    let lastEmitMs = 0
    const report = (step: string, progress: number) => {
      const job = { ...current(), step, progress: Math.min(1, Math.max(0, progress)) }
      jobs.set(id, job)
      if (now().getTime() - lastEmitMs < progressEveryMs) return
      lastEmitMs = now().getTime()
      emit(job)
    }
    try {
      await put({ ...current(), status: 'running' })
      signal.throwIfAborted()
      const resultId = await work.run({ signal, report })
      await settle(current(), { status: 'done', progress: 1, resultId })
    } catch (error) {
      if (signal.aborted) await settle(current(), { status: 'cancelled', problem: cancelled(current()) })
      else await settle(current(), { status: 'failed', problem: toProblem(error) })
    } finally {
      aborts.delete(id)
    }
  }

  function next(): void {
    while (running.size < maxRunning) {
      const begin = waiting.shift()
      if (begin === undefined) return
      begin()
    }
  }

  return {
    start: async (work) => {
      if (isClosed) throw new ProblemError('job_cancelled', 'The app is closing.', 'Start it again.')
      const { kind, caseId, label } = work
      const job = await put({
        id: jobIdSchema.parse(uuidv7()),
        kind,
        caseId,
        label,
        step: 'Waiting',
        progress: 0,
        status: 'queued',
        resultId: null,
        problem: null,
        createdAt: now().toISOString(),
        endedAt: null
      })
      const abort = new AbortController()
      aborts.set(job.id, abort)
      waiting.push(() => {
        const done = run(job.id, work, abort.signal).finally(() => {
          running.delete(done)
          next()
        })
        running.add(done)
      })
      next()
      return job
    },
    get: (id) => jobs.get(id) ?? null,
    list: () => [...jobs.values()],
    cancel: (id) => {
      const job = jobs.get(id) ?? unknownJob(id)
      aborts.get(id)?.abort()
      return Promise.resolve(job)
    },
    close: async () => {
      isClosed = true
      for (const abort of aborts.values()) abort.abort()
      while (running.size > 0 || waiting.length > 0) {
        next()
        await Promise.allSettled(running)
      }
    }
  }
}

function unknownJob(id: string): never {
  throw new ProblemError('not_found', 'There is no such job.', 'Look at the list of jobs.', { subjectId: id })
}

function cancelled(job: Job): Problem {
  return new ProblemError('job_cancelled', `${job.label}: cancelled.`, 'Start it again when it is wanted.').problem
}

function interrupted(job: Job): Problem {
  return new ProblemError('job_cancelled', `${job.label}: the app stopped before it was finished.`, 'Start it again.').problem
}
