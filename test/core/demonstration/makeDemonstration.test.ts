import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createMediaTools, isPlayableInChromium, type MediaTools } from '#core/media/index'
import { fictionNotice, links, makeDemonstration, statements, type DemonstrationFiles } from '#core/demonstration/index'
import { moments } from '#core/demonstration/demonstrationScript'
import { findQuote } from '#core/demonstration/findQuote'
import { novakReport } from '#core/demonstration/reportTexts'
import { parseDocx } from '#core/reports/extraction/parseDocx'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'countersign-demonstration-'))
const signal = new AbortController().signal
const steps: number[] = []
let mediaTools: MediaTools
let files: DemonstrationFiles
let tookSeconds: number

beforeAll(async () => {
  mediaTools = await createMediaTools({ env: process.env, log: () => undefined })
  const startedMs = performance.now()
  files = await makeDemonstration({ mediaTools, folder, env: process.env, signal, onProgress: (progress) => steps.push(progress) })
  tookSeconds = (performance.now() - startedMs) / 1000
}, 180_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('two recordings that play as they are, with sound', async () => {
  for (const [path, seconds] of [
    [files.footage['footage:a'], 75],
    [files.footage['footage:b'], 60]
  ] as const) {
    const probe = await mediaTools.probe(path, signal)
    expect(probe).toMatchObject({ videoCodec: 'h264', audioCodec: 'aac', widthPx: 1280, heightPx: 720, isVariableFrameRate: false })
    expect(isPlayableInChromium(probe)).toBe(true)
    expect(Math.abs(probe.durationUs / 1e6 - seconds)).toBeLessThan(0.1)
    const { timesUs, damage } = await mediaTools.readFrameTimes(path, signal)
    expect(timesUs.length).toBe(seconds * 25)
    expect([...timesUs.slice(0, 3)]).toEqual([0, 40_000, 80_000])
    expect(damage).toEqual([])
  }
  process.stdout.write(`the demonstration took ${tookSeconds.toFixed(1)} s\n`)
})

test('what happens can be seen and heard at its second', async () => {
  const sound = await mediaTools.readSound(files.footage['footage:a'], 8000, signal)
  const loudness = (from: number, to: number) => Math.hypot(...sound.subarray(from * 8000, to * 8000)) / Math.sqrt((to - from) * 8000)
  const quiet = loudness(58, 60)
  for (const second of moments.strikes) expect(loudness(second, second + 0.2)).toBeGreaterThan(3 * quiet)
  if (files.limits.length === 0) expect(loudness(moments.warning + 0.2, moments.warning + 1.2)).toBeGreaterThan(3 * quiet)

  // Round the head, the arm that is drawn back and comes down changes the picture more than lights and breath do in the same time.
  const head = { x: 400, y: 120, widthPx: 220, heightPx: 200 }
  for (const second of moments.strikes) {
    const strike = change(picture(second - 0.2, head), picture(second, head))
    const calm = change(picture(second - 1.2, head), picture(second - 1, head))
    expect(strike, `strike at ${second} s against ${calm}`).toBeGreaterThan(2.5 * calm)
  }
  expect(change(picture(24), picture(30))).toBeGreaterThan(8)
})

test('three reports that say that they are fictional, with every quote', async () => {
  const texts = {
    'report:rivera': await pdfText(files.reports['report:rivera']),
    'report:novak': await docxText(files.reports['report:novak']),
    'report:park': readFileSync(files.reports['report:park'], 'utf8')
  }
  for (const text of Object.values(texts)) expect(text).toContain(fictionNotice)
  for (const { report, quote } of [...statements, ...links]) findQuote(texts[report], quote)
})

test('the Word report is read in the order in which it is written, its table as lines', async () => {
  expect(await docxText(files.reports['report:novak'])).toBe(
    [
      fictionNotice,
      novakReport.title,
      novakReport.boxes.map(([name, value]) => `${name}\t${value}`).join('\n'),
      ...novakReport.narrative
    ].join('\n\n')
  )
})

test('nothing else is left in the folder, and progress only grows', () => {
  expect(readdirSync(folder).sort()).toEqual([
    'demonstration-camera-a.mp4',
    'demonstration-camera-b.mp4',
    'demonstration-supplement-novak.docx',
    'demonstration-use-of-force-rivera.pdf',
    'demonstration-witness-park.txt'
  ])
  expect(steps.at(-1)).toBe(1)
  expect(steps.every((step, index) => step >= (steps[index - 1] ?? 0))).toBe(true)
})

test('without a voice it says so', async () => {
  const own = join(folder, 'voiceless')
  const made = await makeDemonstration({ mediaTools: { ...mediaTools, encodeDrawn: async () => undefined }, folder: own, env: {}, signal })
  expect(made.limits).toEqual([expect.stringContaining('no voice')])
  rmSync(own, { recursive: true, force: true })
})

test('cancelled, it stops and leaves nothing', async () => {
  const own = join(folder, 'cancelled')
  const abort = new AbortController()
  const made = makeDemonstration({ mediaTools, folder: own, env: {}, signal: abort.signal, onProgress: () => abort.abort() })
  await expect(made).rejects.toEqual(expect.objectContaining({ problem: expect.objectContaining({ code: 'job_cancelled' }) }))
  expect(existsSync(own) ? readdirSync(own) : []).toEqual([])
  rmSync(own, { recursive: true, force: true })
})

/** Camera A's picture at a second, or a part of it (in a frame of 640 x 360), 64 x 36 in grey. */
function picture(second: number, part = { x: 0, y: 0, widthPx: 640, heightPx: 360 }): Buffer {
  const input = ['-v', 'error', '-ss', String(second), '-i', files.footage['footage:a']]
  const filter = `scale=640:360,crop=${part.widthPx}:${part.heightPx}:${part.x}:${part.y},scale=64:36,format=gray`
  return execFileSync(mediaTools.tools().ffmpeg?.path ?? '', [...input, '-frames:v', '1', '-vf', filter, '-f', 'rawvideo', '-'])
}

/** How much two pictures differ, in grey levels a pixel. */
function change(one: Buffer, other: Buffer): number {
  return one.reduce((sum, pixel, index) => sum + Math.abs(pixel - (other[index] ?? 0)), 0) / one.length
}

async function docxText(path: string): Promise<string> {
  return (await parseDocx(readFileSync(path), path)).text
}

async function pdfText(path: string): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 }).promise
  const content = await (await document.getPage(1)).getTextContent()
  return content.items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
}
