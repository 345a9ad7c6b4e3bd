import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { keepPicture, launchBrowser, type AppDriver } from '../appDriver'
import { makeCameraCase } from '../cameraCase'
import { expectedFrame, frameLengths, frameOf, measureDrift, type KnownCamera } from '../cameraDrift'
import { sampleCameras } from '../cameraProbe'
import { sourceTimeUs } from '../timecodeVideo'

const folder = mkdtempSync(path.join(tmpdir(), 'countersign-cameras-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** After a gesture: until then the page may still tell how the cameras stood before it. */
const answerMs = 500
/** From when all have found together; they still come nearer then. */
const settleMs = 1500
const lookMs = 3000

const following = (page: Page, state: string) => page.locator(`[data-follow="${state}"]`)

/** Measures all cameras that record now, and holds them to one frame of the slower of two. */
async function checkDrift(page: Page, gesture: string, main: KnownCamera, others: readonly KnownCamera[]): Promise<void> {
  await page.waitForTimeout(answerMs)
  await expect.poll(() => following(page, 'together').count(), { timeout: 15_000, message: gesture }).toBe(others.length)
  await page.waitForTimeout(settleMs)
  const samples = await sampleCameras(page, lookMs, 60, frameLengths([main, ...others]))
  const measured = measureDrift(samples, main, others)
  const fresh = samples.filter(({ isFresh }) => isFresh).length
  const ms = (us: number) => (us / 1000).toFixed(1)
  console.info(`${gesture}: ${fresh} of ${samples.length} samples in which all came on screen in time`)
  for (const { name, count, frameUs, meanUs, p95Us, usualGapUs, worstGapUs } of measured) {
    console.info(
      `  ${name}: ${count} samples, drift ${ms(meanUs)} ms, p95 ${ms(p95Us)} ms, gap ${ms(usualGapUs)} ms, at worst ${ms(worstGapUs)} ms, frame ${ms(frameUs)} ms`
    )
    expect.soft(count, `${gesture}, ${name}: samples`).toBeGreaterThan(4)
    expect.soft(Math.abs(meanUs), `${gesture}, ${name}: drift`).toBeLessThan(frameUs)
    // A machine that is busy with other tests brings one picture or another late; the clocks are none the worse for it.
    expect.soft(usualGapUs, `${gesture}, ${name}: gap between the frames on screen`).toBeLessThan(frameUs)
  }
}

/** While all stand still, each shows the very frame of the moment. */
async function checkExactFrames(page: Page, gesture: string, main: KnownCamera, others: readonly KnownCamera[]): Promise<void> {
  const wrong = async () => {
    const sample = (await sampleCameras(page, 100, 50, {})).at(-1)
    const mainFrame = sample === undefined ? null : frameOf(main, sample)
    if (sample === undefined || mainFrame === null) return ['the large camera']
    return others.filter((other) => frameOf(other, sample) !== expectedFrame(main, mainFrame, other)).map(({ name }) => name)
  }
  await expect.poll(wrong, { timeout: 15_000, message: gesture }).toEqual([])
  await expect.poll(() => following(page, 'together').count(), { timeout: 15_000, message: gesture }).toBe(others.length)
}

async function press(page: Page, key: string, times: number): Promise<void> {
  for (let count = 0; count < times; count += 1) await page.keyboard.press(key)
}

async function openWorkbench({ page }: AppDriver, incidentNumber: string): Promise<void> {
  await page.getByRole('button', { name: incidentNumber }).first().click()
  await page
    .getByRole('button', { name: /^Workbench/ })
    .first()
    .click()
  await page.getByRole('navigation', { name: 'Other cameras' }).waitFor()
  // Keys do nothing to a player that has no footage yet.
  await page.getByRole('button', { name: 'Play', exact: true }).click({ trial: true })
}

describe('several cameras in Chromium', () => {
  it('play together within a frame through seeks, other speeds and another offset', { timeout: 400_000 }, async () => {
    const { dataFolder, known, incidentNumber } = await makeCameraCase(path.join(folder, 'four'), 4, 120)
    const [main, ...others] = known
    if (main === undefined) throw new Error('No camera.')
    const app = await launchBrowser(dataFolder)
    const { page } = app
    try {
      await openWorkbench(app, incidentNumber)
      // At the very first moment of the case no other camera records yet.
      await expect.poll(() => following(page, 'before').count()).toBe(3)
      await page
        .getByText(/^Not recording yet: it begins at 21:14:14/)
        .first()
        .waitFor()
      await page.keyboard.press('Space')
      await expect.poll(() => following(page, 'before').count(), { timeout: 10_000 }).toBe(1)
      await checkDrift(page, 'played', main, others.slice(0, 2))
      // The last begins by itself.
      await expect.poll(() => following(page, 'before').count(), { timeout: 20_000 }).toBe(0)
      await press(page, 'ArrowRight', 2)
      await checkDrift(page, 'sought', main, others)
      await press(page, ']', 3)
      await page.getByRole('button', { name: 'Speed 2×' }).waitFor()
      await checkDrift(page, 'twice as fast', main, others)
      await press(page, '[', 5)
      await page.getByRole('button', { name: 'Speed 0.5×' }).waitFor()
      await checkDrift(page, 'half as fast', main, others)
      await page.keyboard.press('Space')
      await checkExactFrames(page, 'paused', main, others)
      await page.keyboard.press('.')
      await checkExactFrames(page, 'one frame on', main, others)
      await page.keyboard.press('ArrowLeft')
      await checkExactFrames(page, 'five seconds back', main, others)
      await press(page, ']', 2)
      await page.keyboard.press('Space')

      // Another offset while they play: the camera moves, the large one plays on.
      await page.getByRole('button', { name: 'Align cameras' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('button', { name: /^ntsc/ }).click()
      for (let press = 0; press < 9; press += 1) {
        await dialog.getByRole('button', { name: '+1 frame' }).click()
        await page.waitForTimeout(150)
      }
      await dialog.getByRole('button', { name: 'Done' }).click()
      const moved = others.map((one) =>
        one.name === 'ntsc' ? { ...one, startMs: one.startMs + (9 * Math.round(sourceTimeUs(one, 1))) / 1000 } : one
      )
      await checkDrift(page, 'another offset', main, moved)

      // Another camera becomes large at the same moment and plays on.
      await page.keyboard.press('4')
      const large = moved[2]
      if (large === undefined) throw new Error('No fourth camera.')
      await checkDrift(page, 'another camera large', large, [main, ...moved.slice(0, 2)])
      await page.keyboard.press('Space')
      await checkExactFrames(page, 'paused on another camera', large, [main, ...moved.slice(0, 2)])
      expect(app.pageErrors).toEqual([])
    } catch (error) {
      await keepPicture(app, 'cameras-failed')
      throw error
    } finally {
      await app.close()
    }
  })

  it('eight of them play together in a grid, and each shows the frame of a pause', { timeout: 300_000 }, async () => {
    const { dataFolder, known, incidentNumber } = await makeCameraCase(path.join(folder, 'eight'), 8, 60)
    const [main, ...others] = known
    if (main === undefined) throw new Error('No camera.')
    const app = await launchBrowser(dataFolder)
    const { page } = app
    try {
      await openWorkbench(app, incidentNumber)
      await page.keyboard.press('g')
      await press(page, 'ArrowRight', 3)
      await checkExactFrames(page, 'sought', main, others)
      for (const size of [
        { width: 1440, height: 900 },
        { width: 1920, height: 1080 }
      ]) {
        await page.setViewportSize(size)
        for (const theme of ['dark', 'light']) {
          await page.evaluate((name) => (document.documentElement.dataset['theme'] = name), theme)
          await page.waitForTimeout(500)
          await keepPicture(app, `cameras-grid-${size.width}-${theme}`)
          await page.keyboard.press('g')
          await page.waitForTimeout(500)
          await keepPicture(app, `cameras-column-${size.width}-${theme}`)
          await page.keyboard.press('g')
        }
      }
      await page.setViewportSize({ width: 1440, height: 900 })
      await page.keyboard.press('Space')
      await checkDrift(page, 'eight played', main, others)
      await page.keyboard.press('Space')
      await checkExactFrames(page, 'eight paused', main, others)
      expect(app.pageErrors).toEqual([])
    } catch (error) {
      await keepPicture(app, 'cameras-failed')
      throw error
    } finally {
      await app.close()
    }
  })
})
