import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { provenanceSchema } from '#shared/model/clip'
import { keepPicture, launchBrowser, type AppDriver } from '../appDriver'
import { copyDemonstration, openMadeDemonstration } from '../madeDemonstration'

const folder = mkdtempSync(path.join(tmpdir(), 'countersign-clips-e2e-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Plays a served file to its end, fast, and answers with its size and how far it came. */
async function playThrough(page: Page, address: string): Promise<{ width: number; height: number; endS: number; problem: string | null }> {
  return page.evaluate(async (src) => {
    const video = document.createElement('video')
    video.muted = true
    video.playbackRate = 4
    video.src = src
    const problem = await new Promise<string | null>((resolve) => {
      video.onended = () => resolve(null)
      video.onerror = () => resolve(video.error?.message ?? 'unknown')
      void video.play()
    })
    return { width: video.videoWidth, height: video.videoHeight, endS: video.currentTime, problem }
  }, address)
}

async function pictures(app: AppDriver, name: string): Promise<void> {
  const { page } = app
  for (const [width, height] of [
    [1440, 900],
    [1920, 1080]
  ] as const) {
    await page.setViewportSize({ width, height })
    await page.waitForTimeout(300)
    await keepPicture(app, `${name}-${width}`)
  }
}

describe('clips', () => {
  it('are planned, written and saved with their record, and play in the window', async () => {
    await copyDemonstration(folder)
    const app = await launchBrowser(folder)
    try {
      const { page } = app
      await openMadeDemonstration(page)
      await page.getByRole('button', { name: 'Workbench' }).click()
      await page.getByRole('region', { name: 'On footage' }).getByText('Strike · head ×3').first().click()
      await page.waitForTimeout(1000)
      await page.keyboard.press('Shift+C')
      const dialog = page.getByRole('dialog', { name: 'Write a clip' })
      await dialog.getByText(/\d+ frames: /).waitFor()
      await pictures(app, 'clip-plan-dark')
      await dialog.getByRole('radio', { name: 'With a banner' }).click()
      await dialog.getByText(/covers nothing/).waitFor()
      await dialog.getByRole('radio', { name: 'Exact' }).click()
      await dialog.getByText(/\d+ frames: .*copied/).waitFor()
      await dialog.getByRole('button', { name: 'Write the clip' }).click()
      await dialog.getByText('The clip is written.').waitFor({ timeout: 60_000 })
      await dialog.getByText('SHA-256').waitFor()
      await pictures(app, 'clip-written-dark')

      const downloads: { url: string; path: string }[] = []
      page.on('download', (download) => {
        void download.path().then((file) => downloads.push({ url: download.url(), path: file }))
      })
      await dialog.getByRole('button', { name: 'Save the clip and its record' }).click()
      await expect.poll(() => downloads.length, { timeout: 20_000 }).toBe(2)
      const texts = downloads.map((download) => readFileSync(download.path))
      const record = texts.find((bytes) => bytes[0] === '{'.charCodeAt(0))
      const clip = texts.find((bytes) => bytes !== record)
      const { output, real, isFrameExact } = provenanceSchema.parse(JSON.parse(record?.toString() ?? ''))
      expect(isFrameExact).toBe(true)
      expect(
        createHash('sha256')
          .update(clip ?? '')
          .digest('hex')
      ).toBe(output.sha256)
      const clipUrl = downloads.find((download) => readFileSync(download.path).equals(clip ?? Buffer.alloc(0)))?.url ?? ''
      const played = await playThrough(page, new URL(clipUrl).pathname)
      expect(played).toMatchObject({ width: 1280, height: 720, problem: null })
      expect(played.endS).toBeCloseTo((real.outUs - real.inUs) / 1e6, 1)

      await dialog.getByRole('button', { name: 'Close' }).last().click()
      await page.setViewportSize({ width: 1440, height: 900 })
      await page.getByRole('button', { name: 'Light theme' }).click()
      await page.keyboard.press('Shift+C')
      await dialog.getByText(/\d+ frames: /).waitFor()
      await pictures(app, 'clip-plan-light')
      await page.keyboard.press('Escape')
      await page.keyboard.press('Shift+S')
      await expect.poll(() => downloads.length, { timeout: 20_000 }).toBe(4)
      expect(app.pageErrors).toEqual([])
    } catch (error) {
      await keepPicture(app, 'clips-failed')
      throw error
    } finally {
      await app.close()
    }
  }, 300_000)
})
