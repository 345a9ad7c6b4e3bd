import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Footage } from '#shared/model/footage'
import { generateVideo } from '../core/media/generateVideo'
import { startBrowserHost, type BrowserHostProcess, type Line } from './browserHostProcess'
import { upload, uploadedCase } from './uploadedCase'

const folder = mkdtempSync(path.join(tmpdir(), 'countersign-media-'))
const dataFolder = path.join(folder, 'data')
const sample = path.join(folder, 'a camera.mp4')
let host: BrowserHostProcess
let line: Line
let footage: Footage
let caseId: string

beforeAll(async () => {
  generateVideo(sample, { seconds: 1 })
  host = await startBrowserHost(dataFolder)
  line = await host.connect()
  const loaded = await uploadedCase(host, line.client, sample)
  footage = loaded.footage
  caseId = loaded.caseId
})
afterAll(async () => {
  await host.stop()
  rmSync(folder, { recursive: true, force: true })
})

describe('media', () => {
  const media = (headers: Record<string, string> = {}, suffix = '') => host.ask(`/media/${footage.mediaId}${suffix}`, { headers })
  const bytes = () => readFileSync(sample)

  it('is the whole file, as it is', async () => {
    const answer = await media()
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toBe('video/mp4')
    expect(answer.headers['accept-ranges']).toBe('bytes')
    expect(answer.body.equals(bytes())).toBe(true)
  })

  it.each([
    ['bytes=0-0', 0, 1],
    ['bytes=100-199', 100, 200],
    ['bytes=100-', 100, undefined],
    ['bytes=-10', -10, undefined],
    ['bytes=10-99999999999', 10, undefined]
  ])('is served in the range %s', async (range, start, end) => {
    const answer = await media({ Range: range })
    const expected = bytes().subarray(start, end)
    expect(answer.status).toBe(206)
    expect(answer.body.equals(expected)).toBe(true)
    expect(answer.headers['content-length']).toBe(String(expected.length))
  })

  it('refuses a range past its end, and says how long it is', async () => {
    const answer = await media({ Range: 'bytes=99999999999-' })
    expect(answer.status).toBe(416)
    expect(answer.headers['content-range']).toBe(`bytes */${footage.sizeBytes}`)
    expect(answer.body).toHaveLength(0)
  })

  it('is whole where the range cannot be understood', async () => {
    const answer = await media({ Range: 'lines=1-2' })
    expect(answer.status).toBe(200)
    expect(answer.body.equals(bytes())).toBe(true)
  })

  it('is offered under its name for a download', async () => {
    expect((await media({}, '?download=1')).headers['content-disposition']).toBe("attachment; filename*=UTF-8''a%20camera.mp4")
  })

  it.each([
    ['the id of a footage', () => footage.id],
    ['the id of a case', () => caseId],
    ['an id that nobody gave', () => uuidv7()],
    ['no id', () => ''],
    ['a path', () => '../../etc/passwd'],
    ['an encoded path', () => '..%2f..%2fetc%2fpasswd'],
    ['a path encoded twice', () => '%252e%252e%252fetc%252fpasswd'],
    ['a path behind the id', () => `${footage.mediaId}/../../../etc/passwd`],
    ['an encoded path behind the id', () => `${footage.mediaId}%2f..%2f..%2fetc%2fpasswd`],
    ['the path of the data itself', () => '..%2fcountersign.sqlite']
  ])('is not found under %s', async (_what, id) => {
    const answer = await host.ask(`/media/${id()}`)
    expect(answer.status).toBe(404)
    expect(answer.body.toString()).not.toContain('root:')
  })

  it('is gone where its file is another one now, or away, and served again once the file is back', async () => {
    renameSync(footage.sourcePath, `${footage.sourcePath}.away`)
    expect((await media()).status).toBe(410)
    writeFileSync(footage.sourcePath, 'another file')
    expect((await media()).status).toBe(410)
    renameSync(`${footage.sourcePath}.away`, footage.sourcePath)
    expect((await media()).status).toBe(200)
  })

  it('is not shown without the token', async () => {
    expect((await host.ask(`/media/${footage.mediaId}`, { headers: { Cookie: undefined } })).status).toBe(403)
  })

  it('reaches its own file alone: another footage has another id and other bytes', async () => {
    const second = path.join(folder, 'second.mp4')
    generateVideo(second, { seconds: 1, size: '160x90' })
    const other = await uploadedCase(host, line.client, second)
    expect(other.footage.mediaId).not.toBe(footage.mediaId)
    expect((await host.ask(`/media/${other.footage.mediaId}`)).body.equals(readFileSync(second))).toBe(true)
    expect((await media()).body.equals(bytes())).toBe(true)
  })
})

describe('an upload', () => {
  const received = () => readdirSync(path.join(dataFolder, 'received'), { recursive: true, withFileTypes: true })
  const sha256 = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')

  it('keeps the bytes', () => {
    expect(footage.sha256).toBe(sha256(sample))
    expect(footage.fileName).toBe('a camera.mp4')
    expect(sha256(footage.sourcePath)).toBe(footage.sha256)
    expect(path.relative(dataFolder, footage.sourcePath)).toMatch(/^received/)
  })

  it.each([
    ['../../x.mp4', 'x.mp4'],
    ['/etc/cron.d/x.mp4', 'x.mp4'],
    ['..', 'unnamed'],
    ['.', 'unnamed'],
    ['', 'unnamed'],
    ['a\0b.mp4', 'ab.mp4'],
    ['<b>é 🎥.mp4', '<b>é 🎥.mp4'],
    [`${'й'.repeat(400)}.mp4`, `${'й'.repeat(125)}.mp4`]
  ])('named %j stays inside the data folder as %s', async (name, kept) => {
    const before = new Set(received().map((entry) => path.join(entry.parentPath, entry.name)))
    const grant = await upload(host, sample, name)
    expect(grant).toMatchObject({ fileName: kept, sizeBytes: readFileSync(sample).length })
    const added = received().filter((entry) => entry.isFile() && !before.has(path.join(entry.parentPath, entry.name)))
    expect(added.map((entry) => entry.name)).toEqual([kept])
    expect(existsSync(path.join(folder, 'x.mp4'))).toBe(false)
    expect(readdirSync(folder).sort()).toEqual(expect.arrayContaining(['a camera.mp4', 'data']))
  })

  it('that is cut off leaves nothing', async () => {
    const before = received().length
    const raw = connect({ host: '127.0.0.1', port: Number(host.host.split(':')[1]) })
    const own = { Host: host.host, Cookie: host.cookie, Origin: `http://${host.host}`, 'Content-Length': '1000000' }
    const head = Object.entries(own).map(([name, value]) => `${name}: ${value}\r\n`)
    raw.write(`PUT /upload?name=cut.mp4 HTTP/1.1\r\n${head.join('')}\r\nhalf`)
    await expect.poll(() => received().length, { timeout: 10_000 }).toBeGreaterThan(before)
    raw.destroy()
    await expect.poll(() => received().length, { timeout: 10_000 }).toBe(before)
  })
})
