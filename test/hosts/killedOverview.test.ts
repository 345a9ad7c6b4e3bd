import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { grantSchema } from '#shared/rpc/hostContract'
import { generateVideo } from '../core/media/generateVideo'
import { caseDraft } from '../core/openTestCore'
import { startBrowserHost } from './browserHostProcess'
import { endedJob } from './uploadedCase'

const folder = mkdtempSync(path.join(tmpdir(), 'countersign-killed-overview-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('an overview whose core was killed half-way is taken up by the next one, and nothing half made is left', async () => {
  const short = path.join(folder, 'short.mp4')
  const long = path.join(folder, 'long.mp4')
  const options = ['-c:v', 'libx264', '-preset', 'ultrafast', '-g', '50', '-pix_fmt', 'yuv420p']
  generateVideo(short, { seconds: 20, size: '640x360', options })
  execFileSync(process.env['FFMPEG_BIN'] ?? 'ffmpeg', ['-v', 'error', '-stream_loop', '90', '-i', short, '-c', 'copy', '-y', long])
  const host = await startBrowserHost(path.join(folder, 'data'), [long])
  onTestFinished(host.stop)
  const first = await host.connect()
  const { id: caseId } = await first.client.cases.create(caseDraft)
  const [grant] = z.array(grantSchema).parse(JSON.parse((await host.ask('/pending')).body.toString()))
  if (grant === undefined) return expect.fail('the file of the command line was not granted')
  const draft = { wearerId: null, cameraLabel: '', startsAt: null }
  const load = await endedJob(first.client, await first.client.footage.load({ caseId, grantId: grant.grantId, draft }))
  const [footage] = (await first.client.cases.get({ caseId })).footage
  if (footage === undefined) return expect.fail(`not loaded: ${JSON.stringify(load.problem)}`)
  const overview = async (client = first.client) => client.footage.overview({ footageId: footage.id })
  await expect.poll(async () => (await overview()).waveform.readToUs, { timeout: 30_000, interval: 5 }).toBeGreaterThan(0)
  const killed = host.coreProcessId()
  process.kill(killed, 'SIGKILL')
  await expect.poll(host.coreProcessId, { timeout: 30_000 }).not.toBe(killed)

  const { client } = await host.connect()
  await expect.poll(async () => (await overview(client)).filmstrip.state, { timeout: 40_000 }).toBe('ready')
  await expect.poll(async () => (await overview(client)).waveform.state, { timeout: 40_000 }).toBe('ready')
  const jobs = (await client.jobs.list()).filter((job) => job.subjectId === footage.id)
  expect(jobs.map(({ status }) => status)).toEqual(['done', 'done'])
  expect(Math.max(...jobs.map(({ interruptions }) => interruptions))).toBe(1)
  expect(readdirSync(path.join(folder, 'data', 'derived', footage.sha256)).filter((name) => name.includes('partial'))).toEqual([])
})
