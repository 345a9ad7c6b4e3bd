import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createCanvas, loadImage, type SKRSContext2D } from '@napi-rs/canvas'
import pixelmatch from 'pixelmatch'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { projectRoot, type AppDriver } from './appDriver'

export type Theme = 'light' | 'dark'

const kept = path.join(import.meta.dirname, 'snapshots')
const size = { width: 1440, height: 900 }
/** Half the size is enough to see an icon that is gone, and keeps the repository small. */
const width = size.width / 2
const height = size.height / 2
/** Pixels that may differ where the letters are drawn as they were then: less than a small icon has. */
const mostStray = 12
/** The share of pixels that may differ where another machine draws letters its own way. */
const mostOfOtherMachine = 0.04
/** The share of the pictures themselves, of video and of pages, that may differ: decoders do by a hair. */
const mostOfPictures = 0.1
/** So far apart are the shades that are kept, of 255. */
const shades = 5
const isAccepting = process.env['COUNTERSIGN_ACCEPT_SNAPSHOTS'] !== undefined

const pictures = 'video, img, canvas'
/** Who reviews, what the ledger counts, which jobs run: the footer after its legend. And how much was watched, by the second. */
const alwaysMasked = 'main ~ footer > :not(ul), [data-testid=watched-share], [aria-label^="Lane watched"]'
/** What a machine or a day puts on a screen. */
const masked: Readonly<Record<string, string>> = {
  activity: '[role=listbox] time, [role=listbox] [title], [role=listbox] [aria-hidden], dd, [role=status]:has(> svg)',
  'activity-empty': '[role=listbox] time, [role=listbox] [title], [role=listbox] [aria-hidden], dd',
  diagnostics: 'dd, main section p, main ul',
  // The demonstration is being drawn behind it.
  'new-case': '[aria-label^="Making"]',
  // How much was watched.
  library: '[role=cell]:nth-child(6)',
  setup: 'div:has(> button[aria-expanded]:first-child) p',
  // They play.
  tour: 'video',
  differences: 'video',
  'differences-not-in-report': 'video'
}

/**
 * Compares the window in one theme with the picture of it that is kept under test/e2e/snapshots. What differs is drawn into
 * test-results/snapshots. With COUNTERSIGN_ACCEPT_SNAPSHOTS set the picture is kept as it is now.
 */
export async function keepSnapshot({ page }: AppDriver, name: string, theme: Theme): Promise<void> {
  const chosen = await page.evaluate(() => document.documentElement.dataset['theme'])
  await page.evaluate((wanted) => (document.documentElement.dataset['theme'] = wanted), theme)
  await page.setViewportSize(size)
  await page.mouse.move(size.width / 2, size.height - 2)
  await page.waitForTimeout(60)
  await compareSnapshot(page, name)
  await page.evaluate((before) => (document.documentElement.dataset['theme'] = before), chosen)
}

/** Compares the window as it is, 1440 × 900, with the picture of that name; `picture` is one of it just taken. */
export async function compareSnapshot(page: Page, name: string, picture?: Buffer): Promise<void> {
  const file = path.join(kept, `${name}.png`)
  const isSameDrawing = await isDrawnAsThen(page)
  // What is kept is what stands in the end, however slow the machine.
  if (isAccepting) await page.waitForTimeout(800)
  let now = await drawNow(page, name, isAccepting ? undefined : picture)
  if (isAccepting) {
    mkdirSync(kept, { recursive: true })
    writeFileSync(file, now.context.canvas.toBuffer('image/png'))
    return
  }
  expect(existsSync(file), `${file} is there; COUNTERSIGN_ACCEPT_SNAPSHOTS=1 makes it`).toBe(true)
  const before = await drawn(file)
  let found = differing(before, now, isSameDrawing)
  // A list that is still being laid out, or a frame still being sought.
  for (let tries = 0; tries < 3 && !found.isAlike; tries += 1) {
    await page.waitForTimeout(250)
    now = await drawNow(page, name)
    found = differing(before, now, isSameDrawing)
  }
  if (!found.isAlike) keepDifference(name, now.context, found.image)
  expect.soft(found.isAlike, `${name} looks as in ${file}: ${found.words}; what differs is in test-results/snapshots`).toBe(true)
}

interface Drawn {
  context: SKRSContext2D
  /** The places of pictures, in pixels of the window. */
  soft: Box[]
  /** Places that are not compared. */
  hidden: Box[]
}

interface Box {
  x: number
  y: number
  width: number
  height: number
}

async function drawNow(page: Page, name: string, picture?: Buffer): Promise<Drawn> {
  const context = await drawn(picture ?? (await page.screenshot({ animations: 'disabled', caret: 'hide' })))
  const hidden = await boxesOf(page, [alwaysMasked, masked[name]].filter((one) => one !== undefined).join(', '))
  // Few shades, which differ by less than is seen, take half the room.
  const image = context.getImageData(0, 0, width, height)
  for (let at = 0; at < image.data.length; at += 1) image.data[at] = Math.round((image.data[at] ?? 0) / shades) * shades
  context.putImageData(image, 0, 0)
  paint(context, hidden)
  return { context, hidden, soft: await boxesOf(page, pictures) }
}

async function drawn(picture: string | Buffer): Promise<SKRSContext2D> {
  const context = createCanvas(width, height).getContext('2d')
  context.drawImage(await loadImage(picture), 0, 0, width, height)
  return context
}

/** Where the things that a selector names stand. What has no height only makes room: what follows it in its line moves, and is meant too. */
function boxesOf(page: Page, selector: string): Promise<Box[]> {
  return page.evaluate(
    (wanted) =>
      [...document.querySelectorAll(wanted)].map((element) => {
        const own = element.getBoundingClientRect()
        const around = own.height === 0 ? (element.parentElement ?? element).getBoundingClientRect() : own
        return { x: own.x, y: around.y, width: around.right - own.x, height: around.height }
      }),
    selector
  )
}

function paint(context: SKRSContext2D, boxes: readonly Box[]): void {
  context.fillStyle = '#808080'
  for (const box of boxes) {
    const [x, y] = [Math.floor(box.x / 2), Math.floor(box.y / 2)]
    context.fillRect(x, y, Math.ceil((box.x + box.width) / 2) - x, Math.ceil((box.y + box.height) / 2) - y)
  }
}

function differing(before: SKRSContext2D, now: Drawn, isSameDrawing: boolean): { isAlike: boolean; words: string; image: SKRSContext2D } {
  paint(before, now.hidden)
  const image = createCanvas(width, height).getContext('2d')
  const found = image.createImageData(width, height)
  const pixelsOf = (context: SKRSContext2D) => context.getImageData(0, 0, width, height).data
  pixelmatch(pixelsOf(before), pixelsOf(now.context), found.data, width, height, {
    threshold: isSameDrawing ? 0.08 : 0.2,
    includeAA: isSameDrawing,
    diffMask: true,
    aaColor: [0, 0, 0]
  })
  const inPictures = createCanvas(width, height).getContext('2d')
  paint(inPictures, now.soft)
  const soft = pixelsOf(inPictures)
  const counts = { stray: 0, inPictures: 0, ofPictures: 0 }
  for (let at = 0; at < width * height; at += 1) {
    const differs = (found.data[at * 4] ?? 0) > 0
    const isSoft = (soft[at * 4 + 3] ?? 0) > 0
    if (isSoft) counts.ofPictures += 1
    if (differs) counts[isSoft ? 'inPictures' : 'stray'] += 1
  }
  image.putImageData(found, 0, 0)
  const most = isSameDrawing ? mostStray : mostOfOtherMachine * width * height
  const isAlike = counts.stray <= most && counts.inPictures <= mostOfPictures * counts.ofPictures
  return { isAlike, image, words: `${counts.stray} pixels differ, and ${counts.inPictures} of ${counts.ofPictures} in pictures` }
}

function keepDifference(name: string, now: SKRSContext2D, difference: SKRSContext2D): void {
  const folder = path.join(projectRoot, 'test-results', 'snapshots')
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, `${name}-difference.png`), difference.canvas.toBuffer('image/png'))
  writeFileSync(path.join(folder, `${name}-now.png`), now.canvas.toBuffer('image/png'))
}

const drawnWithFile = path.join(kept, 'drawnWith.json')
let drawnAsThen: Promise<boolean> | null = null

/** Whether this browser draws letters as the one did that the kept pictures are from: the same browser, the same fonts. */
function isDrawnAsThen(page: Page): Promise<boolean> {
  drawnAsThen ??= (async () => {
    const now = await page.evaluate(async () => {
      const context = document.createElement('canvas').getContext('2d')
      const words = 'Countersign 21:14:37.500 · ≠ ✓ “Äß”'
      const widths: number[] = []
      for (const token of ['--font-sans', '--font-mono']) {
        const font = `100px ${getComputedStyle(document.documentElement).getPropertyValue(token)}`
        // One that comes with the app is there only once it is asked for.
        await document.fonts.load(font, words)
        if (context === null) continue
        context.font = font
        widths.push(context.measureText(words).width)
      }
      return { browser: /Chrome\/\d+/.exec(navigator.userAgent)?.[0] ?? '', widths }
    })
    const words = JSON.stringify(now, null, 2)
    if (isAccepting) {
      mkdirSync(kept, { recursive: true })
      writeFileSync(drawnWithFile, `${words}\n`)
    }
    const isSame = existsSync(drawnWithFile) && JSON.stringify(JSON.parse(readFileSync(drawnWithFile, 'utf8')), null, 2) === words
    if (!isSame) console.info(`Snapshots are compared loosely: this browser or its fonts are not those of ${drawnWithFile}.`)
    return isSame
  })()
  return drawnAsThen
}
