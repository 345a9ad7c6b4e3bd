import { appendFileSync, copyFileSync, mkdtempSync, rmSync, statSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import type { CaseId, JobId } from '#shared/model/ids'
import type { Footage } from '#shared/model/footage'
import { grantSchema } from '#shared/rpc/hostContract'
import { generateVideo } from '../core/media/generateVideo'
import { caseDraft } from '../core/openTestCore'
import { startBrowserHost, type BrowserHostProcess, type Client } from './browserHostProcess'
import { endedJob } from './uploadedCase'

const folder = mkdtempSync(path.join(tmpdir(), 'countersign-jobs-'))
const sample = path.join(folder, 'camera.mp4')
const paddingBytes = 600_000_000
beforeAll(() => generateVideo(sample, { seconds: 1 }))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The sample with an empty box of 600 MB at its end, which every MP4 reader passes over; it takes no room on the disk. */
function largeFile(name: string, fill: string): string {
  const file = path.join(folder, name)
  copyFileSync(sample, file)
  const header = Buffer.alloc(16)
  header.writeUInt32BE(1)
  header.write('free', 4)
  header.writeBigUInt64BE(BigInt(paddingBytes), 8)
  appendFileSync(file, header)
  appendFileSync(file, fill)
  truncateSync(file, statSync(sample).size + paddingBytes)
  return file
}

/** A host that was started with large files, which are loaded. */
async function hostWith(
  dataFolder: string,
  files: string[]
): Promise<{ host: BrowserHostProcess; client: Client; caseId: CaseId; footage: Footage[] }> {
  const host = await startBrowserHost(path.join(folder, dataFolder), files)
  onTestFinished(host.stop)
  const { client } = await host.connect()
  const { id: caseId } = await client.cases.create(caseDraft)
  const grants = z.array(grantSchema).parse(JSON.parse((await host.ask('/pending')).body.toString()))
  for (const { grantId } of grants) {
    const draft = { wearerId: null, cameraLabel: '', startsAt: null }
    expect(await endedJob(client, await client.footage.load({ caseId, grantId, draft }))).toMatchObject({ problem: null, status: 'done' })
  }
  return { host, client, caseId, footage: (await client.cases.get({ caseId })).footage }
}

const isUnderWay = (client: Client, jobId: JobId) =>
  expect.poll(async () => (await client.jobs.get({ jobId })).progress, { timeout: 30_000, interval: 20 }).toBeGreaterThan(0.02)

describe('long work', () => {
  it('that a killed core left half done is taken up by the next one and ends well', async () => {
    const { host, client, caseId, footage } = await hostWith('taken-up', [largeFile('a.mp4', 'a')])
    const [one] = footage
    if (one === undefined) return expect.fail('no footage')
    const job = await client.footage.verify({ footageId: one.id })
    await isUnderWay(client, job.id)
    const killed = host.coreProcessId()
    process.kill(killed, 'SIGKILL')
    await expect.poll(host.coreProcessId, { timeout: 30_000 }).not.toBe(killed)

    const { client: next } = await host.connect()
    expect(await endedJob(next, await next.jobs.get({ jobId: job.id }))).toMatchObject({ status: 'done', interruptions: 1, problem: null })
    expect((await next.cases.get({ caseId })).fileChecks).toMatchObject([{ state: 'intact', subjectId: one.id, foundSha256: one.sha256 }])
    expect(await next.ledger.verify()).toMatchObject({ isIntact: true, problems: [] })
  }, 120_000)

  it('is halted, resumed and cancelled each alone', async () => {
    const { client, caseId, footage } = await hostWith('alone', [largeFile('b.mp4', 'b'), largeFile('c.mp4', 'c')])
    const [one, other] = footage
    if (one === undefined || other === undefined) return expect.fail('no footage')
    const first = await client.footage.verify({ footageId: one.id })
    const second = await client.footage.verify({ footageId: other.id })
    await isUnderWay(client, first.id)
    await client.jobs.pause({ jobId: second.id })
    await expect.poll(async () => (await client.jobs.get({ jobId: second.id })).status).toBe('paused')
    await client.jobs.cancel({ jobId: first.id })
    expect(await endedJob(client, first)).toMatchObject({ status: 'cancelled' })
    expect(await client.jobs.get({ jobId: second.id })).toMatchObject({ status: 'paused', problem: null })
    await client.jobs.resume({ jobId: second.id })
    expect(await endedJob(client, second)).toMatchObject({ status: 'done', problem: null })
    expect((await client.cases.get({ caseId })).fileChecks).toMatchObject([{ state: 'intact', subjectId: other.id }])
  }, 120_000)
})
