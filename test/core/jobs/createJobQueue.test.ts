import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { createJobQueue, type JobQueue } from '#core/jobs/index'
import { toProblemError } from '#core/rpc/implementer'
import { openStore, type Store } from '#core/storage/index'
import type { Job } from '#shared/model/job'

let folder: string
let store: Store
let told: Job[]

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'countersign-jobs-'))
  store = await openStore(folder, { version: 'none', entriesOf: () => null })
  told = []
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

const request = z.object({ name: z.string() })

function openQueue(): Promise<JobQueue> {
  return createJobQueue({
    store,
    now: () => new Date(),
    emit: (job) => told.push(job),
    toProblem: (error) => toProblemError(error).problem
  })
}

/** A kind of work that goes on until it is let go or stopped; `begun` holds the names in the order they began. */
function defineHeld(queue: JobQueue, isResumable = true) {
  const begun: string[] = []
  const release = new Map<string, () => void>()
  const start = queue.define({
    kind: 'verify-footage',
    request,
    isResumable,
    run: ({ name }, { signal }) => {
      begun.push(name)
      return new Promise((resolve, reject) => {
        release.set(name, () => resolve(`made ${name}`))
        signal.addEventListener('abort', () => reject(new Error('stopped')))
      })
    }
  })
  const startNamed = (name: string) => start({ caseId: null, label: name, request: { name } })
  return { begun, start, startNamed, finish: (name: string) => release.get(name)?.() }
}

const statusOf = (queue: JobQueue, job: Job) => queue.get(job.id)?.status

describe('createJobQueue', () => {
  test('runs two at a time, in order, and answers with what was made', async () => {
    const queue = await openQueue()
    const { begun, startNamed, finish } = defineHeld(queue)
    await queue.begin()
    const [first, , third] = await Promise.all([startNamed('a'), startNamed('b'), startNamed('c')])
    await vi.waitFor(() => expect(begun).toEqual(['a', 'b']))
    expect(statusOf(queue, third)).toBe('queued')
    finish('a')
    await vi.waitFor(() => expect(begun).toEqual(['a', 'b', 'c']))
    expect(queue.get(first.id)).toMatchObject({ status: 'done', progress: 1, resultId: 'made a' })
    await queue.close()
  })

  test('cancels one job and no other', async () => {
    const queue = await openQueue()
    const { begun, startNamed } = defineHeld(queue)
    await queue.begin()
    const [first, second, third] = await Promise.all([startNamed('a'), startNamed('b'), startNamed('c')])
    await vi.waitFor(() => expect(begun).toHaveLength(2))
    await queue.cancel(third.id)
    expect(queue.get(third.id)).toMatchObject({ status: 'cancelled', problem: { code: 'job_cancelled' } })
    await queue.cancel(first.id)
    await vi.waitFor(() => expect(statusOf(queue, first)).toBe('cancelled'))
    expect(statusOf(queue, second)).toBe('running')
    expect(begun).toEqual(['a', 'b'])
    await queue.close()
  })

  test('a halted job gives its place away and begins again when it is resumed', async () => {
    const queue = await openQueue()
    const { begun, startNamed, finish } = defineHeld(queue)
    await queue.begin()
    const [first] = await Promise.all([startNamed('a'), startNamed('b'), startNamed('c')])
    await vi.waitFor(() => expect(begun).toHaveLength(2))
    await queue.pause(first.id)
    await vi.waitFor(() => expect(begun).toEqual(['a', 'b', 'c']))
    expect(statusOf(queue, first)).toBe('paused')
    await queue.resume(first.id)
    expect(statusOf(queue, first)).toBe('queued')
    finish('b')
    await vi.waitFor(() => expect(begun).toEqual(['a', 'b', 'c', 'a']))
    finish('a')
    await vi.waitFor(() => expect(statusOf(queue, first)).toBe('done'))
    await queue.close()
  })

  test('answers with the open job when the same is asked for again', async () => {
    const queue = await openQueue()
    const { start } = defineHeld(queue)
    await queue.begin()
    const ask = (name: string) => start({ caseId: null, subjectId: 'one', label: name, request: { name } })
    const first = await ask('a')
    expect((await ask('a')).id).toBe(first.id)
    expect((await ask('b')).id).not.toBe(first.id)
    await queue.close()
  })

  test('takes up after a restart what was not finished, and leaves halted work halted', async () => {
    const before = await openQueue()
    const held = defineHeld(before)
    await before.begin()
    const [first, second, third] = await Promise.all([held.startNamed('a'), held.startNamed('b'), held.startNamed('c')])
    await vi.waitFor(() => expect(held.begun).toHaveLength(2))
    await before.pause(third.id)
    await before.close()
    const after = await openQueue()
    const again = defineHeld(after)
    await after.begin()
    await vi.waitFor(() => expect(again.begun.toSorted()).toEqual(['a', 'b']))
    expect(statusOf(after, third)).toBe('paused')
    again.finish('a')
    again.finish('b')
    await vi.waitFor(() => expect([statusOf(after, first), statusOf(after, second)]).toEqual(['done', 'done']))
    await after.close()
  })

  test('gives up on work during which the app stopped three times', async () => {
    let job: Job | null = null
    for (let stop = 0; stop < 3; stop++) {
      const queue = await openQueue()
      const { begun, startNamed } = defineHeld(queue)
      await queue.begin()
      job ??= await startNamed('a')
      await vi.waitFor(() => expect(begun).toEqual(['a']))
      await vi.waitFor(async () => expect((await store.jobs())[0]?.job.status).toBe('running'))
      // The process ends here without a word: nothing is closed.
    }
    const last = await openQueue()
    defineHeld(last)
    await last.begin()
    expect(last.list()).toMatchObject([
      { status: 'failed', interruptions: 3, problem: { what: 'a: the app stopped 3 times while it ran.' } }
    ])
  })

  test('marks as failed what its kind cannot take up', async () => {
    const before = await openQueue()
    const held = defineHeld(before, false)
    await before.begin()
    await held.startNamed('a')
    await vi.waitFor(() => expect(held.begun).toHaveLength(1))
    await before.close()
    const after = await openQueue()
    defineHeld(after, false)
    await after.begin()
    expect(after.list()).toMatchObject([{ status: 'failed', problem: { code: 'job_cancelled' } }])
    expect(told.at(-1)).toMatchObject({ status: 'failed' })
  })
})
