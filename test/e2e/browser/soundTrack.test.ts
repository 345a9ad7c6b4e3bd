import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { keepPicture, launchBrowser } from '../appDriver'
import { makeFootageCase } from '../footageCase'

const folder = mkdtempSync(path.join(tmpdir(), 'countersign-sound-track-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The loudest tone that the page's video gives out now, in Hz to the nearest hundred; 0 while it is silent. */
async function heardHz(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const video = document.querySelector('video')
    const capture: unknown = video === null ? undefined : Reflect.get(video, 'captureStream')
    const stream: unknown = typeof capture === 'function' ? Reflect.apply(capture, video, []) : null
    if (!(stream instanceof MediaStream) || stream.getAudioTracks().length === 0) return 0
    const context = new AudioContext()
    const analyser = context.createAnalyser()
    context.createMediaStreamSource(stream).connect(analyser)
    await context.resume()
    await new Promise((resolve) => setTimeout(resolve, 400))
    const levels = new Float32Array(analyser.frequencyBinCount)
    analyser.getFloatFrequencyData(levels)
    const loudest = levels.reduce((best, level, index) => (level > (levels[best] ?? -Infinity) ? index : best), 0)
    const tone = (loudest * context.sampleRate) / analyser.fftSize
    const isHeard = (levels[loudest] ?? -Infinity) > -60
    await context.close()
    return isHeard ? Math.round(tone / 100) * 100 : 0
  })
}

describe('the sound tracks of a footage', () => {
  it('are chosen in the window: the other tone is heard, and what played plays on', async () => {
    const file = path.join(folder, 'two tracks.mp4')
    const tones = [500, 2000].flatMap((hz) => ['-f', 'lavfi', '-i', `sine=frequency=${hz}:duration=90`])
    execFileSync(process.env['FFMPEG_BIN'] ?? 'ffmpeg', [
      ...['-v', 'error', '-nostdin', '-f', 'lavfi', '-i', 'color=s=64x64:r=10:d=90', ...tones, '-map', '0', '-map', '1', '-map', '2'],
      ...['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-c:a', 'aac', file]
    ])
    await makeFootageCase(path.join(folder, 'data'), [file], false)
    const app = await launchBrowser(path.join(folder, 'data'))
    const { page } = app
    try {
      await page.getByText('24-118302').first().click()
      await page.getByRole('button', { name: 'Play', exact: true }).click()
      await expect.poll(() => heardHz(page), { timeout: 20_000 }).toBe(500)
      await page.getByRole('button', { name: /^Sound 1 of 2/ }).click()
      await page.getByRole('menuitem', { name: 'Sound 2 of 2' }).click()
      await expect.poll(() => heardHz(page), { timeout: 30_000 }).toBe(2000)
      await page.getByRole('button', { name: 'Pause', exact: true }).waitFor()
      await page.getByRole('button', { name: /^Sound 2 of 2/ }).click()
      await keepPicture(app, 'sound-track-menu')
      await page.getByRole('menuitem', { name: 'Sound 1 of 2' }).click()
      await expect.poll(() => heardHz(page), { timeout: 20_000 }).toBe(500)
      expect(app.pageErrors).toEqual([])
    } catch (error) {
      await keepPicture(app, 'sound-track-failed')
      throw error
    } finally {
      await app.close()
    }
  })
})
