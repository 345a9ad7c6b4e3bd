import Database from 'better-sqlite3'
import { once } from 'node:events'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Page } from 'playwright-core'
import { launchElectron, type AppDriver } from '../../e2e/appDriver'
import type { BenchRow, Round } from '../benchRow'
import { hoursOfSmall } from '../footage/sources'
import { copyOfBenchCases } from './benchCases'
import { accountFrameTimes, clickToCase, frameTimes, pressToTag, type Movement } from './inPage'

const tagged = '24-005000'
const empty = '24-000000'
const framesInARound = 180
const databaseFile = 'countersign.sqlite'

const moved: Readonly<Record<Movement, string>> = { scroll: 'scrolled', zoom: 'zoomed', drag: 'dragged on' }

/** What `npm run bench -- workbench` measures, in a real Electron. */
export const rows: BenchRow[] = [
  ...(['scroll', 'zoom', 'drag'] as const).map((movement): BenchRow => ({
    name: `p95 of frame times while a timeline of 5,000 tags is ${moved[movement]}, beside an empty one`,
    limit: 1.5,
    runs: 5,
    unit: 'ms',
    run: (runs) => withLargeCase((app) => measureFrames(app.page, movement, runs))
  })),
  {
    name: 'p95 of frame times while two accounts of 500 events are scrolled, beside 5 events',
    limit: 1.5,
    runs: 5,
    unit: 'ms',
    run: measureAccounts
  },
  {
    name: 'frames from a key to its tag on screen, with 5,000 tags, beside the next frame',
    limit: 1,
    runs: 15,
    unit: 'frames',
    run: (runs) =>
      withLargeCase(async (app) => {
        const presses = await pressKeys(app, runs)
        return presses.map(({ frames }) => ({ yardstick: 1, ours: frames }))
      })
  },
  {
    name: 'from a key to its tag on the disk, with 5,000 tags, beside a bare better-sqlite3 insert with synchronous=FULL',
    limit: 3,
    runs: 15,
    unit: 'ms',
    run: (runs) =>
      withLargeCase(async (app) => {
        const presses = await pressKeys(app, runs)
        return presses.map(({ diskMs, insertMs }): Round => ({ yardstick: insertMs, ours: diskMs }))
      })
  },
  {
    name: 'a case opens with 1,000 other cases in the library, beside 10 others',
    limit: 1.2,
    runs: 9,
    unit: 'ms',
    run: measureOpening
  }
]

/** An Electron of its own on a library that holds a case of 5,000 tags and one without any, both of the same recording of an hour. */
async function withLargeCase(run: (app: AppDriver) => Promise<Round[]>): Promise<Round[]> {
  const app = await launchElectron(await copyOfLargeCase())
  try {
    return await run(app)
  } finally {
    await app.close()
  }
}

function copyOfLargeCase(): Promise<string> {
  const file = hoursOfSmall(1, 'mp4')
  return copyOfBenchCases(
    'large',
    [
      { incidentNumber: empty, tagCount: 0, file },
      { incidentNumber: tagged, tagCount: 5000, file }
    ],
    0
  )
}

async function measureFrames(page: Page, movement: Movement, runs: number): Promise<Round[]> {
  const rounds: Round[] = []
  for (let run = 0; run <= runs; run += 1) {
    const times: number[] = []
    for (const incidentNumber of [empty, tagged]) {
      await openCase(page, incidentNumber)
      if (movement === 'drag' && incidentNumber === tagged) await selectTag(page)
      times.push(percentile95(await page.evaluate(frameTimes, { movement, frames: framesInARound })))
    }
    const [yardstick = NaN, ours = NaN] = times
    // The first one warms up.
    if (run > 0) rounds.push({ yardstick, ours })
  }
  return rounds
}

async function measureAccounts(runs: number): Promise<Round[]> {
  const file = hoursOfSmall(1, 'mp4')
  const cases = [5, 500].map((tagCount) => ({
    incidentNumber: `24-${String(tagCount).padStart(6, '0')}`,
    tagCount,
    file,
    sentenceCount: 90
  }))
  const app = await launchElectron(await copyOfBenchCases('accounts', cases, 0))
  try {
    const rounds: Round[] = []
    for (let run = 0; run <= runs; run += 1) {
      const times: number[] = []
      for (const { incidentNumber } of cases) {
        await openCase(app.page, incidentNumber)
        times.push(percentile95(await app.page.evaluate(accountFrameTimes, framesInARound)))
      }
      const [yardstick = NaN, ours = NaN] = times
      // The first one warms up.
      if (run > 0) rounds.push({ yardstick, ours })
    }
    return rounds
  } finally {
    await app.close()
  }
}

/** Selects the tag in the middle of the timeline, so that it shows its handles. */
async function selectTag(page: Page): Promise<void> {
  await page.keyboard.press('Shift+ArrowRight')
  await page.locator('[data-edge="end"]').first().waitFor()
}

/** What a press came to: frames until its tag was on screen, milliseconds until it was on the disk, and those of a bare insert after it. */
interface Press {
  frames: number
  diskMs: number
  insertMs: number
}

/** A hand that codes presses a kind's key hundreds of times; the first ones find the app as it was started. */
const warmingPresses = 10

/** Presses a kind's key again and again, each time with the tag of the press before withdrawn from waiting for its end. */
async function pressKeys({ page, dataFolder }: AppDriver, runs: number): Promise<Press[]> {
  await openCase(page, tagged)
  const bare = openBare(dataFolder)
  const presses: Press[] = []
  try {
    for (let run = 0; run < warmingPresses + runs; run += 1) {
      await page.keyboard.press('.')
      await page.waitForTimeout(400)
      const measured: Awaited<ReturnType<typeof pressToTag>>[] = []
      const { looking, onDisk } = whenTagIsOnDisk(dataFolder)
      await looking
      await listening(page, () => page.keyboard.press('h'), measured, pressToTag)
      const onDiskAtMs = await onDisk
      await page.waitForTimeout(400)
      // In turn and at the same pace, so that what else the machine does meets both alike.
      const insertMs = bare.insert()
      if (run >= warmingPresses)
        presses.push(...measured.map(({ frames, pressedAtMs }) => ({ frames, diskMs: onDiskAtMs - pressedAtMs, insertMs })))
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
      await page.waitForTimeout(200)
    }
  } finally {
    bare.close()
  }
  return presses
}

/** When the next tag is on the disk, in milliseconds since 1970, seen by another reader: SQLite shows it a write only once that is synced. */
function whenTagIsOnDisk(dataFolder: string): { looking: Promise<unknown>; onDisk: Promise<number> } {
  const worker = new Worker(new URL('./watchDisk.ts', import.meta.url), { workerData: path.join(dataFolder, databaseFile) })
  const looking = once(worker, 'message')
  const onDisk = looking.then(async () => {
    const [atMs]: unknown[] = await once(worker, 'message')
    if (typeof atMs !== 'number') throw new Error('The tag did not come to the disk.')
    return atMs
  })
  return { looking, onDisk }
}

/** Has the page wait for a press or a click, then makes it, and keeps what the page measured. */
async function listening<Result>(page: Page, act: () => Promise<unknown>, into: Result[], measure: () => Promise<Result>): Promise<void> {
  await page.evaluate(() => delete document.body.dataset['isListening'])
  const measured = page.evaluate(measure)
  await page.locator('body[data-is-listening]').waitFor()
  await act()
  into.push(await measured)
}

/** Single inserts of a row as long as what a tag writes, each a transaction of its own that is on the disk when it ends; in milliseconds. */
function openBare(folder: string): { insert: () => number; close: () => void } {
  const app = new Database(path.join(folder, databaseFile), { readonly: true })
  // The entry of the ledger, in which the record stands, and the record once more.
  const sizes = app.prepare<[], number>(
    "SELECT max(length(data)) FROM ledger WHERE action = 'tags.create' UNION ALL SELECT max(length(data)) FROM records WHERE entity = 'tag'"
  )
  const length = sizes
    .pluck()
    .all()
    .reduce((sum, one) => sum + one, 0)
  app.close()
  const database = new Database(path.join(folder, 'bare.db'))
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.exec('CREATE TABLE bare (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT')
  const insert = database.prepare('INSERT INTO bare (body) VALUES (?)')
  const body = 'x'.repeat(length)
  return {
    insert: () => {
      const startMs = performance.now()
      insert.run(body)
      return performance.now() - startMs
    },
    close: () => database.close()
  }
}

async function measureOpening(runs: number): Promise<Round[]> {
  const file = hoursOfSmall(1, 'mp4')
  const apps: AppDriver[] = []
  try {
    for (const [name, others] of [
      ['few', 10],
      ['many', 1000]
    ] as const) {
      const dataFolder = await copyOfBenchCases(name, [{ incidentNumber: tagged, tagCount: 100, file }], others)
      apps.push(await launchElectron(dataFolder))
    }
    const rounds: Round[] = []
    for (let run = 0; run <= runs; run += 1) {
      const took: number[] = []
      for (const { page } of apps) {
        await page.keyboard.press('Alt+0')
        await page.waitForTimeout(600)
        await listening(page, () => page.getByRole('button', { name: tagged }).first().click(), took, clickToCase)
      }
      const [yardstick = NaN, ours = NaN] = took
      if (run > 0) rounds.push({ yardstick, ours })
    }
    return rounds
  } finally {
    for (const app of apps) await app.close()
  }
}

async function openCase(page: Page, incidentNumber: string): Promise<void> {
  await page.keyboard.press('Alt+0')
  await page.getByRole('button', { name: incidentNumber }).first().click()
  await page.locator('[data-filmstrip="ready"]').waitFor({ timeout: 60_000 })
  await page.locator('[data-waveform="ready"]').waitFor({ timeout: 60_000 })
  // Until the pictures have come and the frames are quiet.
  await page.waitForTimeout(2500)
}

function percentile95(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? NaN
}
