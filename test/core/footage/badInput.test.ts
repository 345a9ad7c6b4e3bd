import { execFileSync } from 'node:child_process'
import { appendFileSync, mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { damageOf } from '#shared/domain/damage'
import { footageIdSchema } from '#shared/model/ids'
import { generateVideo } from '../media/generateVideo'
import { testVideos } from '../media/testFootage'
import { caseDraft, ended, loadFootage, openTestCore, temporaryFolder } from '../openTestCore'

const mayRefuse = ['footage_not_video', 'footage_unreadable', 'footage_already_loaded', 'ffmpeg_failed', 'footage_changed']
const mjpeg = ['-c:v', 'mjpeg', '-q:v', '4', '-c:a', 'pcm_s16le']

/** Names of what a core wrote that a person or a player would take for a whole proxy. */
const proxiesIn = (dataFolder: string): string[] =>
  readdirSync(dataFolder, { recursive: true, encoding: 'utf8' }).filter((name) => /proxy(-\d+)?\.mp4$/.test(name))

describe('bad footage', () => {
  it('is loaded or refused with a reason, every damaged file, and the case is unharmed', { timeout: 240_000 }, async (context) => {
    const damaged = testVideos().filter(({ name }) => name.startsWith('damaged'))
    if (damaged.length === 0) context.skip('no third-party videos')
    const core = await openTestCore()
    const { id: caseId } = await core.client.cases.create(caseDraft)
    for (const { name, path: file } of damaged) {
      const job = await loadFootage(core, caseId, file)
      if (job.status === 'done') continue
      expect(mayRefuse, `${name}: ${job.problem?.what ?? ''}`).toContain(job.problem?.code)
      process.stdout.write(`${job.problem?.code ?? ''}  ${name}\n`)
    }
    for (const one of (await core.client.cases.get({ caseId })).footage) {
      process.stdout.write(`${one.isPlayableFromSource ? 'source' : 'proxy'}  ${one.fileName}: ${damageOf(one.probe).length} places\n`)
    }
    expect((await core.client.ledger.verify()).isIntact).toBe(true)
  })

  it('that grows while it is read is refused', async () => {
    const core = await openTestCore()
    const { id: caseId } = await core.client.cases.create(caseDraft)
    const file = path.join(temporaryFolder(), 'growing.mkv')
    generateVideo(file, { seconds: 20 })
    const timer = setInterval(() => appendFileSync(file, Buffer.alloc(4096)), 5)
    const job = await loadFootage(core, caseId, file).finally(() => clearInterval(timer))
    expect(job).toMatchObject({ status: 'failed', problem: { code: 'footage_changed' } })
    expect((await core.client.cases.get({ caseId })).footage).toEqual([])
  })

  it('that ends early is told where', async () => {
    const core = await openTestCore()
    const { id: caseId } = await core.client.cases.create(caseDraft)
    const file = path.join(temporaryFolder(), 'cut.mp4')
    generateVideo(file, { seconds: 6, options: ['-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-movflags', '+faststart'] })
    truncateSync(file, Math.floor(statSync(file).size / 2))
    await loadFootage(core, caseId, file)
    const [footage] = (await core.client.cases.get({ caseId })).footage
    if (footage === undefined) throw new Error('not loaded')
    const places = await core.client.footage.damage({ footageId: footage.id })
    expect(places.some(({ fromUs }) => fromUs !== null && fromUs > 500_000 && fromUs < 5_500_000)).toBe(true)
  })

  it('of a hundred tracks loads', async () => {
    const core = await openTestCore()
    const { id: caseId } = await core.client.cases.create(caseDraft)
    const one = path.join(temporaryFolder(), 'one.mkv')
    generateVideo(one, { seconds: 1 })
    const file = path.join(temporaryFolder(), 'hundred.mkv')
    const maps = Array.from({ length: 99 }, () => ['-map', '0:a'])
    execFileSync(process.env['FFMPEG_BIN'] ?? 'ffmpeg', [
      '-v',
      'error',
      '-nostdin',
      '-i',
      one,
      '-map',
      '0:v',
      ...maps.flat(),
      '-c',
      'copy',
      '-y',
      file
    ])
    expect(await loadFootage(core, caseId, file)).toMatchObject({ status: 'done', problem: null })
    const [footage] = (await core.client.cases.get({ caseId })).footage
    expect(footage?.probe.audioTrackCount).toBe(99)
  })

  it('whose header claims thirty years is as long as its frames', async () => {
    const core = await openTestCore()
    const { id: caseId } = await core.client.cases.create(caseDraft)
    const file = path.join(temporaryFolder(), 'years.mp4')
    generateVideo(file, { seconds: 2, sound: false })
    const bytes = readFileSync(file)
    // In 1/1000 s and in 4 bytes, mvhd can say no more than fifty days; a clock of 1 s makes it thirty years.
    for (const box of ['mvhd', 'mdhd']) {
      const place = bytes.indexOf(box)
      if (box === 'mvhd') bytes.writeUInt32BE(1, place + 16)
      bytes.writeUInt32BE(946_080_000, place + 20)
    }
    writeFileSync(file, bytes)
    await loadFootage(core, caseId, file)
    const [footage] = (await core.client.cases.get({ caseId })).footage
    expect(footage?.probe.durationUs).toBeLessThan(60_000_000)
  })

  it.skipIf(process.platform === 'win32')('whose proxy is cut off by a killed ffmpeg leaves no proxy under its name', async () => {
    const core = await openTestCore()
    const { id: caseId } = await core.client.cases.create(caseDraft)
    const file = path.join(temporaryFolder(), 'long.avi')
    generateVideo(file, { seconds: 20, size: '1280x720', options: mjpeg })
    await loadFootage(core, caseId, file)
    const job = (await core.client.jobs.list()).find(({ kind }) => kind === 'make-proxy')
    if (job === undefined) throw new Error('no proxy was begun')
    await killFfmpeg('growing.m3u8')
    expect(await ended(core, job.id)).toMatchObject({ status: 'failed', problem: { code: 'ffmpeg_failed' } })
    expect(proxiesIn(core.dataFolder)).toEqual([])
    expect(readdirSync(path.join(core.dataFolder, 'growing'))).toEqual([])
    expect((await core.client.ledger.verify()).isIntact).toBe(true)
  })

  it.skipIf(process.platform === 'win32')(
    'whose filmstrip is cut off by a killed ffmpeg says so, leaves no picture, and has all of them at the next asking',
    async () => {
      const core = await openTestCore()
      const { id: caseId } = await core.client.cases.create(caseDraft)
      const file = path.join(temporaryFolder(), 'half a minute.mp4')
      generateVideo(file, { seconds: 30, size: '1280x720', sound: false })
      const { resultId } = await loadFootage(core, caseId, file)
      const footageId = footageIdSchema.parse(resultId)
      const ask = async () => (await core.client.footage.makeOverview({ footageId })).find(({ kind }) => kind === 'make-filmstrip')
      const job = await ask()
      if (job === undefined) return expect.fail('no filmstrip was begun')
      const picturesIn = (): string[] =>
        readdirSync(path.join(core.dataFolder, 'derived'), { recursive: true, encoding: 'utf8' }).filter((name) =>
          /sheet|filmstrip/.test(name)
        )
      // Some of the pictures stand under their names already.
      await expect.poll(() => picturesIn().some((name) => name.endsWith('.jpg')), { timeout: 30_000, interval: 5 }).toBe(true)
      await killFfmpeg('sheet-%03d.jpg')
      expect(await ended(core, job.id)).toMatchObject({ status: 'failed', problem: { code: 'ffmpeg_failed' } })
      expect(picturesIn()).toEqual([])
      const { filmstrip } = await core.client.footage.overview({ footageId })
      expect(filmstrip).toMatchObject({ state: 'failed', timesUs: [], sheetMediaIds: [], problem: { code: 'ffmpeg_failed' } })
      expect((await core.client.ledger.verify()).isIntact).toBe(true)

      const again = await ask()
      expect(again && (await ended(core, again.id))).toMatchObject({ status: 'done', problem: null })
      const { filmstrip: whole } = await core.client.footage.overview({ footageId })
      expect(whole).toMatchObject({ state: 'ready', problem: null })
      expect(whole.timesUs).toHaveLength(30)
      expect(picturesIn().filter((name) => name.endsWith('.jpg'))).toHaveLength(whole.sheetMediaIds.length)
    }
  )

  it('whose proxy fills the disk says so, and leaves none', async (context) => {
    const dataFolder = path.join(temporaryFolder(), 'small')
    mkdirSync(dataFolder)
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'countersign-test', dataFolder], { stdio: 'ignore' })
    } catch {
      return context.skip('no right to mount a small disk')
    }
    try {
      const core = await openTestCore({ dataFolder })
      const { id: caseId } = await core.client.cases.create(caseDraft)
      const file = path.join(temporaryFolder(), 'long.avi')
      generateVideo(file, { seconds: 12, size: '1280x720', options: mjpeg })
      expect((await loadFootage(core, caseId, file)).status).toBe('done')
      const job = (await core.client.jobs.list()).find(({ kind }) => kind === 'make-proxy')
      expect(job && (await ended(core, job.id))).toMatchObject({ status: 'failed', problem: { code: 'disk_full' } })
      expect(proxiesIn(dataFolder)).toEqual([])
      expect((await core.client.ledger.verify()).isIntact).toBe(true)
      await core.close()
    } finally {
      execFileSync('umount', [dataFolder])
    }
  })
})

/** Kills the ffmpeg that this process runs with `word` among its arguments, once there is one. */
async function killFfmpeg(word: string): Promise<void> {
  const find = (): number | null => {
    const text = execFileSync('ps', ['-eo', 'pid,ppid,args'], { encoding: 'utf8' })
    for (const line of text.split('\n')) {
      const [, id, parent, words = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []
      if (Number(parent) === process.pid && words.includes(word)) return Number(id)
    }
    return null
  }
  await expect.poll(find, { timeout: 20_000 }).not.toBeNull()
  process.kill(find() ?? NaN, 'SIGKILL')
}
