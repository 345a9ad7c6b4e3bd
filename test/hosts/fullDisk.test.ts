import { spawnSync } from 'node:child_process'
import { appendFileSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import type { Case, CaseDraft } from '#shared/model/case'
import type { CaseId } from '#shared/model/ids'
import type { Job } from '#shared/model/job'
import { grantSchema } from '#shared/rpc/hostContract'
import { caseDraft, refusal } from '../core/openTestCore'
import { startBrowserHost, type BrowserHostProcess, type Client } from './browserHostProcess'
import { endedJob } from './uploadedCase'

const sizeBytes = 4 * 1024 * 1024
const folder = mkdtempSync(path.join(tmpdir(), 'countersign-full-'))
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${sizeBytes}`, 'tmpfs', folder], { encoding: 'utf8' })
const reason = mounted.error?.message ?? mounted.stderr
if (mounted.status !== 0) process.stdout.write(`skipped: a small disk cannot be mounted here (it needs root): ${reason}\n`)
afterAll(() => {
  if (mounted.status === 0) spawnSync('umount', ['-l', folder])
  rmSync(folder, { recursive: true, force: true })
})

const draft: CaseDraft = { ...caseDraft, note: 'x'.repeat(10_000) }

/** Starts thirty jobs that are long at work. */
async function startJobs(host: BrowserHostProcess, client: Client, caseId: CaseId): Promise<Job[]> {
  const [grant] = z.array(grantSchema).parse(JSON.parse((await host.ask('/pending')).body.toString()))
  if (grant === undefined) return expect.fail('the file of the command line was not granted')
  const draft = { wearerId: null, cameraLabel: '', startsAt: null }
  return Promise.all(Array.from({ length: 30 }, () => client.footage.load({ caseId, grantId: grant.grantId, draft })))
}

/** Takes all the room that is left. */
function fillUp(file: string): void {
  try {
    for (;;) appendFileSync(file, Buffer.alloc(4096))
  } catch {
    // Now it is full.
  }
}

/** Writes until it is refused, and answers with what was acknowledged. */
async function writeUntilFull(client: Client, draft: CaseDraft): Promise<Case[]> {
  const acknowledged: Case[] = []
  for (;;) {
    const made = await client.cases.create(draft).catch(() => null)
    if (made === null) return acknowledged
    acknowledged.push(made)
  }
}

describe.skipIf(mounted.status !== 0)('on a full disk', () => {
  it('a write is refused as disk_full, what was acknowledged is there, and with space again work goes on', async () => {
    const long = path.join(folder, 'long.mp4')
    writeFileSync(long, '')
    truncateSync(long, 64 * 1024 ** 3)
    const ballast = path.join(folder, 'ballast')
    writeFileSync(ballast, Buffer.alloc(sizeBytes / 4))
    const host = await startBrowserHost(path.join(folder, 'data'), [long])
    onTestFinished(host.stop)
    const { client } = await host.connect()
    const core = host.coreProcessId()
    const first = await client.cases.create(draft)
    const jobs = await startJobs(host, client, first.id)

    const acknowledged = [first, ...(await writeUntilFull(client, draft))]
    // The last bytes, too: from here on not even the end of a job can be written down.
    fillUp(path.join(folder, 'filler'))
    acknowledged.push(...(await writeUntilFull(client, caseDraft)))
    expect(acknowledged.length).toBeGreaterThan(10)
    for (let again = 0; again < 5; again++) {
      const problem = await refusal(client.cases.create(caseDraft))
      expect(problem).toMatchObject({ code: 'disk_full' })
      expect(problem.todo).not.toBe('')
    }
    const everything = async () => (await client.cases.list()).map((line) => line.case).sort((a, b) => (a.id < b.id ? -1 : 1))
    expect(await everything()).toEqual(acknowledged)
    expect(await client.ledger.verify()).toMatchObject({ isIntact: true, entryCount: acknowledged.length })

    for (const { id } of jobs) await client.jobs.cancel({ jobId: id })
    // One whose turn came before its cancelling could not even begin.
    for (const job of jobs) expect(['job_cancelled', 'disk_full']).toContain((await endedJob(client, job)).problem?.code)
    expect(host.coreProcessId()).toBe(core)

    const upload = await host.ask('/upload?name=big.mp4', { method: 'PUT', body: Buffer.alloc(16 * sizeBytes) })
    expect([upload.status, JSON.parse(upload.body.toString())]).toMatchObject([507, { code: 'disk_full' }])
    expect(readdirSync(path.join(folder, 'data', 'received'))).toEqual([])

    rmSync(ballast)
    rmSync(path.join(folder, 'filler'))
    acknowledged.push(await client.cases.create(draft))
    expect(await everything()).toEqual(acknowledged)
    expect(await client.ledger.verify()).toMatchObject({ isIntact: true, entryCount: acknowledged.length })
    expect(host.coreProcessId()).toBe(core)
  })
})
