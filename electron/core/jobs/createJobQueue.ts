import { isDeepStrictEqual } from 'node:util'
import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import { jobIdSchema, type JobId } from '#shared/model/ids'
import { isOpenJob, type Job, type JobKind } from '#shared/model/job'
import { ProblemError, type Problem, problemWords } from '#shared/rpc/problem'
import { englishOf } from '#shared/messages/messagesOf'
import type { Store } from '../storage'
import { cancelled, interrupted, unknownJob } from './jobProblems'
import { planNextJob } from './planNextJob'

const inJob = englishOf('steps')

/** What a running job is handed. */
export interface JobProgress {
  job: Job
  signal: AbortSignal
  /** Tells the step in words for people, and how far the whole is, 0 to 1. */
  report: (step: string, progress: number) => void
}

/** A kind of long work: what it is asked, and what it does. */
export interface JobDefinition<Request> {
  kind: JobKind
  /** What is stored of a job, so that it can be begun again. */
  request: z.ZodType<Request>
  /** Whether the work may be begun again after the app stopped: it must find, or overwrite, what it left half done. */
  isResumable: boolean
  /** Answers with the id of what it made, or null. */
  run: (request: Request, progress: JobProgress) => Promise<string | null>
}

/** One job of a kind. Asked again for the same of the same subject while it is open, the queue answers with the one there is. */
export interface JobRequest<Request> extends Pick<Job, 'caseId' | 'label'>, Partial<Pick<Job, 'subjectId' | 'priority'>> {
  request: Request
}

/** Long work in one queue, each piece halted, resumed or cancelled alone. */
export interface JobQueue {
  /** Makes a kind of work known, and answers with the way to start it. Every kind is defined once, before `begin`. */
  define: <Request>(definition: JobDefinition<Request>) => (request: JobRequest<Request>) => Promise<Job>
  /** Takes up what the last process left. Work that is not resumable, or was interrupted three times, is marked failed. */
  begin: () => Promise<void>
  get: (id: JobId) => Job | null
  list: () => Job[]
  cancel: (id: JobId) => Promise<Job>
  /** Halts a job that waits or runs. */
  pause: (id: JobId) => Promise<Job>
  /** Lets a halted job wait for its turn again. */
  resume: (id: JobId) => Promise<Job>
  /** Says which records are on screen now: work on them comes first. */
  prioritize: (subjectIds: readonly string[]) => void
  /** Ends what runs, to be taken up at the next start, and waits until nothing runs. */
  close: () => Promise<void>
}

interface Options {
  store: Store
  now: () => Date
  emit: (job: Job) => void
  /** Makes a contract problem of anything thrown. */
  toProblem: (error: unknown) => Problem
}

/** A job with its request, and where it runs the way to stop it. */
interface Entry {
  job: Job
  request: unknown
  running: { abort: AbortController; done: Promise<void> } | null
}

type Halt = 'cancelled' | 'paused' | 'closed'

const progressEveryMs = 100
const shownForMs = 24 * 60 * 60 * 1000
const mostInterruptions = 3

/** Makes the queue on the stored jobs of the last day, and of all that are open. */
export async function createJobQueue({ store, now, emit, toProblem }: Options): Promise<JobQueue> {
  const entries = new Map<string, Entry>()
  const definitions = new Map<JobKind, { isResumable: boolean; run: (request: unknown, progress: JobProgress) => Promise<string | null> }>()
  let onScreen: ReadonlySet<string> = new Set()
  let hasBegun = false
  let isClosed = false

  for (const { job, request } of await store.jobs()) {
    if (isOpenJob(job) || now().getTime() - Date.parse(job.createdAt) < shownForMs) entries.set(job.id, { job, request, running: null })
  }

  const entryOf = (id: string): Entry => {
    const entry = entries.get(id)
    if (entry === undefined) throw unknownJob(id)
    return entry
  }

  async function put(entry: Entry, change: Partial<Job>): Promise<Job> {
    entry.job = { ...entry.job, ...change }
    const { job } = entry
    await store.putJob({ job, request: entry.request })
    emit(job)
    return job
  }

  /** An end that a full disk does not take must not end the core: it is told all the same, and the next start takes the job up again. */
  async function settle(entry: Entry, end: Partial<Job>): Promise<void> {
    await put(entry, { ...end, endedAt: now().toISOString() }).catch(() => emit(entry.job))
  }

  async function run(entry: Entry, signal: AbortSignal): Promise<void> {
    let lastEmitMs = 0
    const report = (step: string, progress: number) => {
      // Some work reports for each packet of a long recording.
      const nowMs = now().getTime()
      if (nowMs - lastEmitMs < progressEveryMs) return
      lastEmitMs = nowMs
      entry.job = { ...entry.job, step, progress: Math.min(1, Math.max(0, progress)) }
      emit(entry.job)
    }
    try {
      await put(entry, { status: 'running' })
      signal.throwIfAborted()
      const definition = definitions.get(entry.job.kind)
      if (definition === undefined) throw new Error(`No work of the kind ${entry.job.kind} is known.`)
      const resultId = await definition.run(entry.request, { job: entry.job, signal, report })
      await settle(entry, { status: 'done', progress: 1, resultId })
    } catch (error) {
      if (!signal.aborted) await settle(entry, { status: 'failed', problem: toProblem(error) })
      else if (signal.reason === ('cancelled' satisfies Halt)) await settle(entry, { status: 'cancelled', problem: cancelled(entry.job) })
      else if (signal.reason === ('paused' satisfies Halt))
        await put(entry, { status: 'paused', step: inJob('paused') }).catch(() => undefined)
    }
  }

  function next(): void {
    while (hasBegun && !isClosed) {
      const job = planNextJob(
        [...entries.values()].map((entry) => entry.job),
        onScreen
      )
      if (job === null) return
      const entry = entryOf(job.id)
      const abort = new AbortController()
      // Counted as running from here on, before the first write has ended.
      entry.job = { ...entry.job, status: 'running' }
      const done = run(entry, abort.signal).finally(() => {
        entry.running = null
        next()
      })
      entry.running = { abort, done }
    }
  }

  async function halt(id: string, reason: Halt, change: Partial<Job>): Promise<Job> {
    const entry = entryOf(id)
    if (!isOpenJob(entry.job)) return entry.job
    if (entry.running === null) return put(entry, change)
    entry.running.abort.abort(reason)
    return entry.job
  }

  return {
    define: (definition) => {
      const { kind, request: schema, isResumable } = definition
      definitions.set(kind, { isResumable, run: (request, progress) => definition.run(schema.parse(request), progress) })
      return async ({ caseId, label, subjectId = null, priority = 'asked', request }) => {
        if (isClosed) throw new ProblemError('job_cancelled', problemWords('appClosing'))
        const same = [...entries.values()].find(
          ({ job, request: known }) =>
            subjectId !== null && isOpenJob(job) && job.kind === kind && job.subjectId === subjectId && isDeepStrictEqual(known, request)
        )
        if (same !== undefined) return same.job
        const job: Job = {
          ...{
            id: jobIdSchema.parse(uuidv7()),
            kind,
            caseId,
            subjectId,
            priority,
            label,
            step: inJob('waiting'),
            progress: 0,
            status: 'queued'
          },
          ...{ interruptions: 0, resultId: null, problem: null, createdAt: now().toISOString(), endedAt: null }
        }
        const entry: Entry = { job, request, running: null }
        await put(entry, {})
        entries.set(job.id, entry)
        next()
        return job
      }
    },
    begin: async () => {
      const takeUp = async (entry: Entry) => {
        if (entry.job.status !== 'queued' && entry.job.status !== 'running') return
        const interruptions = entry.job.interruptions + (entry.job.status === 'running' ? 1 : 0)
        const isTakenUp =
          definitions.get(entry.job.kind)?.isResumable === true && interruptions < mostInterruptions && entry.request !== null
        if (isTakenUp) await put(entry, { status: 'queued', step: inJob('waiting'), progress: 0, interruptions })
        else await settle(entry, { status: 'failed', interruptions, problem: interrupted({ ...entry.job, interruptions }) })
      }
      // Together: noted on the disk at once.
      await Promise.all([...entries.values()].map(takeUp))
      hasBegun = true
      next()
    },
    get: (id) => entries.get(id)?.job ?? null,
    list: () => [...entries.values()].map((entry) => entry.job),
    cancel: (id) => halt(id, 'cancelled', { status: 'cancelled', problem: cancelled(entryOf(id).job), endedAt: now().toISOString() }),
    pause: (id) => halt(id, 'paused', { status: 'paused', step: inJob('paused') }),
    resume: async (id) => {
      const entry = entryOf(id)
      if (entry.job.status !== 'paused') return entry.job
      const job = await put(entry, { status: 'queued', step: inJob('waiting'), progress: 0 })
      next()
      return job
    },
    prioritize: (subjectIds) => {
      onScreen = new Set(subjectIds)
      next()
    },
    close: async () => {
      isClosed = true
      const running = [...entries.values()].flatMap((entry) => (entry.running === null ? [] : [entry.running]))
      for (const { abort } of running) abort.abort('closed' satisfies Halt)
      await Promise.allSettled(running.map(({ done }) => done))
    }
  }
}
