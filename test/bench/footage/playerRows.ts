import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { launchBrowser } from '../../e2e/appDriver'
import { makeCaseWithFootage } from '../../e2e/commandLine'
import type { BenchRow, Round } from '../benchRow'

const seeksInARound = 25

/** What `npm run bench -- footage` measures of the player. */
export const playerRows: BenchRow[] = [
  {
    name: 'seek to a random point, p95, in the app beside a bare <video>',
    limit: 1.2,
    runs: 3,
    unit: 'ms',
    run: measureSeeks
  }
]

/** Two minutes of 1080p30 with a keyframe every two seconds. */
function makeRecording(folder: string): string {
  const clip = path.join(folder, 'clip.mp4')
  const file = path.join(folder, 'recording.mp4')
  const ffmpeg = (...args: string[]) => execFileSync(process.env['FFMPEG_BIN'] ?? 'ffmpeg', ['-v', 'error', '-nostdin', '-y', ...args])
  ffmpeg(
    ...['-f', 'lavfi', '-i', 'testsrc2=s=1920x1080:r=30:d=20', '-f', 'lavfi', '-i', 'sine=d=20', '-c:v', 'libx264', '-preset', 'veryfast'],
    ...['-crf', '32', '-g', '60', '-pix_fmt', 'yuv420p', '-c:a', 'aac', '-shortest', clip]
  )
  ffmpeg('-stream_loop', '5', '-i', clip, '-c', 'copy', file)
  return file
}

/** Seeks a bare video and the app's player in turn, in one page of real Chromium, both from the same server and of the same size. */
async function measureSeeks(runs: number): Promise<Round[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'countersign-bench-seek-'))
  const dataFolder = path.join(folder, 'data')
  try {
    const { case: made, footage } = await makeCaseWithFootage(dataFolder, [makeRecording(folder)])
    const durationS = (footage[0]?.probe.durationUs ?? 0) / 1e6
    const app = await launchBrowser(dataFolder)
    try {
      const { page } = app
      await page.getByRole('button', { name: made.incidentNumber }).first().click()
      await page
        .getByRole('button', { name: /^Workbench/ })
        .first()
        .click()
      await page.locator('video').waitFor()
      await page.waitForTimeout(2000)
      await page.evaluate(addBareVideo)
      const rounds: Round[] = []
      for (let run = 0; run <= runs; run += 1) {
        const round = await seekInTurn(page, durationS)
        // The first one warms up.
        if (run > 0) rounds.push(round)
      }
      return rounds
    } finally {
      await app.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function seekInTurn(page: Page, durationS: number): Promise<Round> {
  const lane = await page.getByRole('group', { name: /^Lane camera/ }).boundingBox()
  if (lane === null) throw new Error('The timeline has no lanes.')
  const bare: number[] = []
  const ours: number[] = []
  for (let seek = 0; seek < seeksInARound; seek += 1) {
    bare.push(await page.evaluate(seekBareVideo, (0.02 + 0.96 * Math.random()) * durationS))
    await page.evaluate(watchPlayer)
    await page.mouse.click(lane.x + lane.width * (0.2 + 0.78 * Math.random()), lane.y + lane.height / 2)
    ours.push(await page.evaluate(playerTook))
  }
  return { yardstick: percentile95(bare), ours: percentile95(ours) }
}

function percentile95(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? NaN
}

/** Runs in the page: a video as large as the player's, of the same source, with nothing around it. */
async function addBareVideo(): Promise<void> {
  const player = document.querySelector('video')
  if (player === null) throw new Error('The player shows no video.')
  const video = document.createElement('video')
  const { width, height } = player.getBoundingClientRect()
  video.id = 'bare'
  video.src = player.currentSrc
  video.muted = true
  video.preload = 'auto'
  // Away from the timeline, which is clicked.
  Object.assign(video.style, { position: 'fixed', right: '0', top: '0', width: `${width}px`, height: `${height}px`, zIndex: '1000' })
  document.body.append(video)
  await new Promise((resolve) => video.addEventListener('canplaythrough', resolve, { once: true }))
}

/** Runs in the page: milliseconds from asking for a time to the picture that came last. */
async function seekBareVideo(seconds: number): Promise<number> {
  const video = document.querySelector<HTMLVideoElement>('#bare')
  if (video === null) throw new Error('There is no bare video.')
  const shown = new Promise<number>((resolve) => video.requestVideoFrameCallback((nowMs) => resolve(nowMs)))
  const startMs = performance.now()
  video.currentTime = seconds
  const tookMs = (await shown) - startMs
  await new Promise((resolve) => setTimeout(resolve, 150))
  return tookMs
}

/** Runs in the page: notes when the pointer goes down, and when the player's pictures come. */
function watchPlayer(): void {
  const video = document.querySelector<HTMLVideoElement>('video:not(#bare)')
  if (video === null) throw new Error('The player shows no video.')
  const { dataset } = document.body
  delete dataset['shownMs']
  const onPicture = (nowMs: number) => {
    dataset['shownMs'] = String(nowMs)
    video.requestVideoFrameCallback(onPicture)
  }
  addEventListener(
    'pointerdown',
    () => {
      dataset['startMs'] = String(performance.now())
      video.requestVideoFrameCallback(onPicture)
    },
    { capture: true, once: true }
  )
}

/** Runs in the page: milliseconds from the click to the last picture, once no other came for a while. */
async function playerTook(): Promise<number> {
  const { dataset } = document.body
  const untilMs = performance.now() + 10_000
  for (let last = ''; performance.now() < untilMs; last = dataset['shownMs'] ?? '') {
    if (last !== '' && last === dataset['shownMs']) return Number(last) - Number(dataset['startMs'])
    await new Promise((resolve) => setTimeout(resolve, 150))
  }
  throw new Error('No picture came after a click on the timeline.')
}
