import { createHash } from 'node:crypto'
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { generateVideo } from '../../core/media/generateVideo'
import { keepPicture, launchBrowser } from '../appDriver'
import { openNewCase } from '../openNewCase'

const folder = mkdtempSync(path.join(tmpdir(), 'countersign-browser-loading-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const megabyte = 1024 * 1024

/** A recording that takes a while: what follows the last picture is not read. */
function makeLargeVideo(name: string): string {
  const file = path.join(folder, name)
  generateVideo(file, { seconds: 2 })
  appendFileSync(file, Buffer.alloc(12 * megabyte))
  return file
}

describe('loading in Chromium against the browser host', () => {
  it('shows how far an upload is, and cancels one that waits and one that is on its way without a trace', async () => {
    const dataFolder = path.join(folder, 'data')
    const files = ['kept.mp4', 'halfway.mp4', 'waiting.mp4'].map(makeLargeVideo)
    const app = await launchBrowser(dataFolder)
    try {
      const { page } = app
      await openNewCase(app)
      const devtools = await page.context().newCDPSession(page)
      const slowly = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 4 * megabyte }
      await devtools.send('Network.emulateNetworkConditions', slowly)
      const footage = page.getByRole('region', { name: 'Footage' })
      await app.chooseFiles(files, () => footage.getByRole('button', { name: 'Load footage' }).click())

      const loading = page.getByRole('region', { name: 'Loading' })
      const rowOf = (name: string) => loading.locator('div', { has: page.getByText(name, { exact: true }) })
      const bar = (name: string) => loading.getByRole('progressbar', { name: `Loading ${name}` })
      await rowOf('waiting.mp4').getByText('Waiting for its turn').waitFor()
      await rowOf('waiting.mp4').getByRole('button', { name: 'Cancel' }).click()
      await expect.poll(() => loading.getByText('waiting.mp4').count()).toBe(0)

      await expect.poll(async () => Number(await bar('halfway.mp4').getAttribute('aria-valuenow')), { timeout: 30_000 }).toBeGreaterThan(20)
      const percent = await bar('halfway.mp4').getAttribute('aria-valuenow')
      expect(Number(percent)).toBeLessThan(100)
      await rowOf('halfway.mp4')
        .getByText(/^Copying [2-9]\d %$/)
        .waitFor()
      await keepPicture(app, 'upload')
      const received = () => readdirSync(path.join(dataFolder, 'received'), { recursive: true }).map((name) => path.basename(String(name)))
      expect(received()).toContain('halfway.mp4')
      await rowOf('halfway.mp4').getByRole('button', { name: 'Cancel' }).click()

      await page.getByRole('dialog').getByRole('button', { name: 'Load 1 file' }).click()
      await footage.getByText('kept.mp4').first().waitFor()
      // Its name stands in the row of the job as well, until that has ended.
      await expect.poll(() => loading.count()).toBe(0)
      const left = received()
      expect(left).toHaveLength(2)
      expect(left).toContain('kept.mp4')
      await footage.getByRole('button', { name: 'Show the details' }).click()
      await page
        .getByText(
          createHash('sha256')
            .update(readFileSync(files[0] ?? ''))
            .digest('hex')
        )
        .waitFor()
      expect(app.pageErrors).toEqual([])
    } finally {
      await app.close()
    }
  })
})
