import { mkdtempSync, openSync, closeSync, ftruncateSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import type { Tag } from '#shared/model/tag'
import { grantSchema } from '#shared/rpc/hostContract'
import { generateVideo } from '../core/media/generateVideo'
import { caseDraft } from '../core/openTestCore'
import { startBrowserHost, type BrowserHostProcess } from './browserHostProcess'
import { endedJob, tagDraft, upload, uploadedCase } from './uploadedCase'

const rounds = 5
const folder = mkdtempSync(path.join(tmpdir(), 'countersign-killed-'))
const sample = path.join(folder, 'camera.mp4')
beforeAll(() => generateVideo(sample, { seconds: 1 }))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function hostOn(name: string, files: string[] = []): Promise<BrowserHostProcess> {
  const host = await startBrowserHost(path.join(folder, name), files)
  onTestFinished(host.stop)
  return host
}

/** Kills the core and waits until another one runs. */
async function killCore(host: BrowserHostProcess): Promise<void> {
  const killed = host.coreProcessId()
  process.kill(killed, 'SIGKILL')
  await expect.poll(host.coreProcessId, { timeout: 30_000 }).not.toBe(killed)
}

describe('a core that is killed', () => {
  it(`in the middle of tagging loses no acknowledged tag, ${rounds} times over`, async () => {
    const host = await hostOn('tagging')
    const first = await host.connect()
    const { caseId, footage } = await uploadedCase(host, first.client, sample)
    const acknowledged: Tag[] = []
    const asked = new Set<string>()
    const over = new AbortController()
    const isOver = () => over.signal.aborted

    /** Tags as fast as it is answered, and over a new line whenever one breaks. */
    async function tagOnAndOn(writer: number): Promise<void> {
      while (!isOver()) {
        const { client, close } = await host.connect()
        try {
          while (!isOver()) {
            const note = `writer ${writer}, tag ${asked.size}`
            asked.add(note)
            acknowledged.push(await client.tags.create({ caseId, draft: tagDraft(footage.id, note) }))
          }
        } catch {
          // The core was killed: what was not acknowledged may be there or not.
        }
        close()
      }
    }
    const writers = [0, 1, 2].map(tagOnAndOn)

    for (let round = 0; round < rounds; round++) {
      const before = acknowledged.length
      await expect.poll(() => acknowledged.length, { timeout: 30_000, interval: 5 }).toBeGreaterThan(before + 10)
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 30))
      await killCore(host)
      const { client, close } = await host.connect()
      const { tags } = await client.cases.get({ caseId })
      const byId = new Map(tags.map((tag) => [tag.id, tag]))
      for (const tag of acknowledged.slice(0, before)) expect(byId.get(tag.id)).toEqual(tag)
      expect(await client.ledger.verify()).toMatchObject({ isIntact: true, problems: [] })
      close()
    }
    over.abort()
    await Promise.all(writers)

    const { client } = await host.connect()
    const { tags } = await client.cases.get({ caseId })
    const byId = new Map(tags.map((tag) => [tag.id, tag]))
    expect(acknowledged.length).toBeGreaterThan(rounds * 10)
    for (const tag of acknowledged) expect(byId.get(tag.id)).toEqual(tag)
    // What is there beyond that was asked for, and is whole: as many entries in the ledger as tags on the screen.
    for (const tag of tags) expect(asked).toContain(tag.note)
    expect(new Set(tags.map(({ note }) => note)).size).toBe(tags.length)
    const verdict = await client.ledger.verify()
    expect(verdict).toMatchObject({ isIntact: true, problems: [] })
    expect(verdict.entryCount).toBe(tags.length + 2)
  })

  it('in the middle of loading footage records none, and the next one takes the job up', async () => {
    const large = path.join(folder, 'large.mp4')
    const file = openSync(large, 'w')
    ftruncateSync(file, 64 * 1024 ** 3)
    closeSync(file)
    const host = await hostOn('loading', [large])
    const first = await host.connect()
    const { id: caseId } = await first.client.cases.create(caseDraft)
    const [grant] = z.array(grantSchema).parse(JSON.parse((await host.ask('/pending')).body.toString()))
    if (grant === undefined) return expect.fail('the file of the command line was not granted')
    const draft = { wearerId: null, cameraLabel: '', startsAt: null }
    const { id: jobId } = await first.client.footage.load({ caseId, grantId: grant.grantId, draft })
    await expect.poll(async () => (await first.client.jobs.get({ jobId })).progress, { timeout: 30_000 }).toBeGreaterThan(0)
    await killCore(host)

    const { client } = await host.connect()
    await expect.poll(() => client.jobs.get({ jobId }), { timeout: 30_000 }).toMatchObject({ status: 'running', interruptions: 1 })
    await client.jobs.cancel({ jobId })
    await expect.poll(() => client.jobs.get({ jobId })).toMatchObject({ status: 'cancelled' })
    expect((await client.cases.get({ caseId })).footage).toEqual([])
    expect(await client.ledger.verify()).toMatchObject({ isIntact: true, entryCount: 1 })
  })

  it('leaves the files that were chosen before to the core that takes its place', async () => {
    const host = await hostOn('chosen', [sample])
    const grants = z.array(grantSchema).parse(JSON.parse((await host.ask('/pending')).body.toString()))
    expect(grants.map(({ fileName }) => fileName)).toEqual(['camera.mp4'])
    const uploaded = await upload(host, sample, 'uploaded.mp4')
    // Twice: the second restart knows no less than the first.
    await killCore(host)
    await killCore(host)
    const { client } = await host.connect()
    for (const { grantId, fileName } of [...grants, uploaded]) {
      const { id: caseId } = await client.cases.create(caseDraft)
      const draft = { wearerId: null, cameraLabel: '', startsAt: null }
      expect(await endedJob(client, await client.footage.load({ caseId, grantId, draft }))).toMatchObject({ status: 'done', problem: null })
      expect((await client.cases.get({ caseId })).footage.map((footage) => footage.fileName)).toEqual([fileName])
    }
  })

  it('while a call waits ends that call, and the line is opened again', async () => {
    const host = await hostOn('waiting')
    const { client, socket } = await host.connect()
    const events = await client.events.subscribe()
    await events.next()
    const waiting = events.next().then(
      () => 'answered',
      () => 'ended'
    )
    const closed = new Promise((resolve) => socket.once('close', resolve))
    await killCore(host)
    await closed
    expect(await waiting).toBe('ended')
    const again = await host.connect()
    expect((await (await again.client.events.subscribe()).next()).value).toMatchObject({ type: 'ready' })
  })
})
