import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createCanvas, loadImage, type SKRSContext2D } from '@napi-rs/canvas'
import pixelmatch from 'pixelmatch'
import { expect } from 'vitest'
import { projectRoot, type AppDriver } from './appDriver'

const kept = path.join(import.meta.dirname, 'snapshots')
const size = { width: 1440, height: 900 }
/** At half the size a letter that another machine draws otherwise weighs less than a box that moved. */
const width = size.width / 2
const height = size.height / 2
/** The share of pixels that may differ, since fonts do from machine to machine. */
const mostDiffering = 0.04
const isAccepting = process.env['COUNTERSIGN_ACCEPT_SNAPSHOTS'] !== undefined

/**
 * Compares the window in one theme with the picture of it that is kept under test/e2e/snapshots; for screens that are the same on every
 * machine and at every time. What differs is drawn into test-results/snapshots. With COUNTERSIGN_ACCEPT_SNAPSHOTS set the picture is kept
 * as it is now.
 */
export async function keepSnapshot({ page }: AppDriver, name: string, theme: 'light' | 'dark'): Promise<void> {
  const chosen = await page.evaluate(() => document.documentElement.dataset['theme'])
  await page.evaluate((wanted) => (document.documentElement.dataset['theme'] = wanted), theme)
  await page.setViewportSize(size)
  await page.mouse.move(size.width / 2, size.height - 2)
  await page.waitForTimeout(60)
  const now = await drawn(await page.screenshot({ animations: 'disabled', caret: 'hide' }))
  await page.evaluate((before) => (document.documentElement.dataset['theme'] = before), chosen)

  const file = path.join(kept, `${name}.png`)
  if (isAccepting) {
    mkdirSync(kept, { recursive: true })
    writeFileSync(file, now.canvas.toBuffer('image/png'))
    return
  }
  expect(existsSync(file), `${file} is there; COUNTERSIGN_ACCEPT_SNAPSHOTS=1 makes it`).toBe(true)
  const before = await drawn(file)
  const difference = createCanvas(width, height).getContext('2d')
  const found = difference.createImageData(width, height)
  const pixelsOf = (context: SKRSContext2D) => context.getImageData(0, 0, width, height).data
  const share = pixelmatch(pixelsOf(before), pixelsOf(now), found.data, width, height, { threshold: 0.2 }) / (width * height)
  if (share > mostDiffering) {
    const folder = path.join(projectRoot, 'test-results', 'snapshots')
    mkdirSync(folder, { recursive: true })
    difference.putImageData(found, 0, 0)
    writeFileSync(path.join(folder, `${name}-difference.png`), difference.canvas.toBuffer('image/png'))
    writeFileSync(path.join(folder, `${name}-now.png`), now.canvas.toBuffer('image/png'))
  }
  expect.soft(share, `${name} looks as in ${file}; what differs is in test-results/snapshots`).toBeLessThanOrEqual(mostDiffering)
}

async function drawn(picture: string | Buffer): Promise<SKRSContext2D> {
  const context = createCanvas(width, height).getContext('2d')
  context.drawImage(await loadImage(picture), 0, 0, width, height)
  return context
}
