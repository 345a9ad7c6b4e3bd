import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { generateNumberedVideo, numberBits, squaresAt } from '../../core/media/numberedVideo'
import { keepPicture, launchBrowser, type AppDriver } from '../appDriver'
import { makeFootageCase } from '../footageCase'

const folder = mkdtempSync(path.join(tmpdir(), 'countersign-frames-'))
const fileNamed = (name: string): string => path.join(folder, name)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const h264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-g', '30']
const variable = ["select='not(mod(n,3))+lt(mod(n,11),4)'"]
const kinds = [
  { name: 'a 29.97 source.mp4', framesPerSecond: '30000/1001', options: h264, playedFrom: 'source' },
  { name: 'b variable source.mp4', framesPerSecond: '30', before: variable, options: [...h264, '-bf', '2'], playedFrom: 'source' },
  {
    name: 'c 29.97 proxy.avi',
    framesPerSecond: '30000/1001',
    options: ['-c:v', 'mjpeg', '-q:v', '3', '-c:a', 'pcm_s16le'],
    playedFrom: 'proxy'
  },
  {
    name: 'd variable proxy.mkv',
    framesPerSecond: '30',
    before: variable,
    options: ['-c:v', 'mpeg4', '-q:v', '3', '-bf', '2'],
    playedFrom: 'proxy'
  },
  { name: 'e 59.94 proxy.ts', framesPerSecond: '60000/1001', options: [...h264, '-bf', '2'], playedFrom: 'proxy' }
]

/** The number that is burnt into the picture on screen. Asked again while a seek is under way or the picture is not the one expected. */
async function shownNumber(page: Page, expected: number): Promise<number> {
  return page.evaluate(
    async ({ bits, down, wanted }) => {
      const canvas = document.createElement('canvas')
      const context = canvas.getContext('2d', { willReadFrequently: true })
      const video = document.querySelector('video')
      if (context === null || video === null) throw new Error('no picture')
      let number = -1
      for (let attempt = 0; attempt < 60; attempt += 1) {
        if (!video.seeking && video.readyState >= 2) {
          canvas.width = video.videoWidth
          canvas.height = video.videoHeight
          context.drawImage(video, 0, 0)
          number = 0
          for (let bit = 0; bit < bits; bit += 1) {
            const [light = 0] = context.getImageData(((bit + 0.5) * canvas.width) / bits, down * canvas.height, 1, 1).data
            if (light > 128) number += 2 ** bit
          }
          if (number === wanted) return number
        }
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
      return number
    },
    { bits: numberBits, down: squaresAt, wanted: expected }
  )
}

async function openCase({ page }: AppDriver): Promise<void> {
  await page.getByText('24-118302').first().click()
  await page.getByTestId('footage-time').waitFor()
}

describe('frames in a real browser', () => {
  let frameCounts: number[] = []
  beforeAll(async () => {
    for (const kind of kinds) generateNumberedVideo(fileNamed(kind.name), { seconds: 1.2, ...kind })
    const made = await makeFootageCase(
      fileNamed('data'),
      kinds.map(({ name }) => fileNamed(name)),
      true
    )
    expect(made.problems).toEqual([])
    frameCounts = made.footage.map(() => 0)
  })

  it(
    'shows every frame once, in order, forwards and backwards, on variable and odd rates, from source and proxy',
    { timeout: 240_000 },
    async () => {
      const app = await launchBrowser(fileNamed('data'))
      const { page } = app
      try {
        await openCase(app)
        expect(frameCounts).toHaveLength(kinds.length)
        for (const { name, playedFrom } of kinds) {
          if (name !== kinds[0]?.name) await page.getByRole('button', { name: new RegExp(`${name}.* large$`) }).click()
          await page.getByLabel(`Footage ${name}`, { exact: true }).waitFor()
          await page.waitForFunction(() => document.querySelector('video')?.readyState === 4)
          await page.keyboard.press('Home')
          const seen: number[] = []
          const expected: number[] = []
          for (let number = 0; number < 200; number += 1) {
            const shown = await shownNumber(page, number)
            if (shown === number - 1 && number > 0) break
            seen.push(shown)
            expected.push(number)
            await page.keyboard.press('.')
          }
          expect(seen, `${name} forwards`).toEqual(expected)
          expect(seen.length, name).toBeGreaterThan(15)
          const back: number[] = []
          for (const number of expected.toReversed().slice(1)) {
            await page.keyboard.press(',')
            back.push(await shownNumber(page, number))
          }
          expect(back, `${name} backwards`).toEqual(expected.toReversed().slice(1))
          process.stdout.write(`${name}: ${seen.length} frames, each once, both ways, from ${playedFrom}\n`)
        }
      } finally {
        await app.close()
      }
    }
  )

  it(
    'lets a proxy be watched while it is made, says how far, and goes on with the finished one where it was',
    { timeout: 240_000 },
    async () => {
      const name = 'long.avi'
      const options = ['-c:v', 'mjpeg', '-q:v', '5', '-c:a', 'pcm_s16le']
      generateNumberedVideo(fileNamed(name), {
        seconds: 34,
        framesPerSecond: '30000/1001',
        after: ['scale=1920:1080:flags=neighbor'],
        options
      })
      // A core that closes leaves the proxy to be begun anew by the next one.
      await makeFootageCase(fileNamed('growing data'), [fileNamed(name)], false)
      const app = await launchBrowser(fileNamed('growing data'))
      const { page } = app
      try {
        await openCase(app)
        const note = page.getByText(/A playable copy is being made, /)
        await note.waitFor({ timeout: 60_000 })
        expect(await shownNumber(page, 0)).toBe(0)
        for (let number = 1; number <= 12; number += 1) {
          await page.keyboard.press('.')
          expect(await shownNumber(page, number)).toBe(number)
        }
        await page.keyboard.press('End')
        await page
          .getByText(/is not ready yet/)
          .first()
          .waitFor({ timeout: 5000 })
        await keepPicture(app, 'growing-proxy')
        await page.keyboard.press('Home')
        for (let number = 1; number <= 5; number += 1) await page.keyboard.press('.')
        await page.getByText('frame 5', { exact: true }).waitFor()
        await note.waitFor({ state: 'hidden', timeout: 90_000 })
        await page.getByText('frame 5', { exact: true }).waitFor()
        expect(await shownNumber(page, 5)).toBe(5)
        await page.keyboard.press('End')
        expect(await shownNumber(page, 1018)).toBe(1018)
        expect(app.pageErrors).toEqual([])
      } finally {
        await app.close()
      }
    }
  )
})
