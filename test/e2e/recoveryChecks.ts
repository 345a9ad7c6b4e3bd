import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, expect, it } from 'vitest'
import { z } from 'zod'
import { isActive } from '#shared/domain/records'
import { generateVideo } from '../core/media/generateVideo'
import { caseDraft } from '../core/openTestCore'
import { keepPicture, type AppDriver } from './appDriver'
import { toLibrary } from './firstSteps'
import { makeCaseWithFootage, readCase, verifyLedger } from './commandLine'

const idsSchema = z.array(z.string())
/** How many tags the series is to have made before the core is killed in its midst. */
const killAfterTags = 4
/** More than any machine presses until the window hears of it. */
const mostPressed = 300

/** What the page may print while the core is away: a picture or a frame list that could not be had then. */
const expectedWhileAway =
  /^Failed to load resource: (the server responded with a status of 503|net::ERR_(FAILED|CONNECTION_\w+|EMPTY_RESPONSE))/

/** Tests that no tag that was acknowledged is lost when the core is killed, and that the window recovers by itself. */
export function checkRecovery(launch: (dataFolder: string) => Promise<AppDriver>): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'countersign-recovery-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('loses no acknowledged tag when the core is killed in a series of keys, and recovers by itself', async () => {
    const video = path.join(folder, 'street.mp4')
    generateVideo(video, { seconds: 20 })
    const dataFolder = path.join(folder, 'data')
    const { case: opened } = await makeCaseWithFootage(dataFolder, [video])

    const first = await launch(dataFolder)
    let shown: string[]
    try {
      shown = await killWhileTagging(first)
    } finally {
      await first.close()
    }

    const second = await launch(dataFolder)
    try {
      await openWorkbench(second.page)
      await expect.poll(() => tagsOnScreen(second.page)).toEqual(shown)
      expect(second.pageErrors).toEqual([])
    } finally {
      await second.close()
    }
    const kept = (await readCase(dataFolder, opened.id)).tags.filter(isActive).map(({ id }) => id)
    expect(kept.toSorted()).toEqual(shown)
    expect(await verifyLedger(dataFolder)).toMatchObject({ isIntact: true })
  })
}

/** Tags by keys, kills the core meanwhile, waits for the recovery and tags once more. Answers with the tags on screen, in order of id. */
async function killWhileTagging(app: AppDriver): Promise<string[]> {
  const { page, pageErrors } = app
  await openWorkbench(page)
  await watchTags(page)
  await tagHere(page)
  await page.getByText('Saved', { exact: true }).waitFor()
  const coreBefore = app.coreProcessId()
  expect(pageErrors).toEqual([])

  const series = pressSeries(page)
  await expect.poll(async () => (await tagsOnScreen(page)).length, { interval: 10, timeout: 15_000 }).toBeGreaterThanOrEqual(killAfterTags)
  const acknowledged = await tagsOnScreen(page)
  process.kill(coreBefore, 'SIGKILL')
  const pressed = await series
  // The banner may be gone again by now; the page noted whether it was there.
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset['lostSeen'])).toBe('yes')
  await page.getByRole('alert').filter({ hasText: 'The core stopped' }).waitFor({ state: 'detached' })
  await page.getByText('Saved', { exact: true }).waitFor()
  await keepPicture(app, 'recovered')

  expect(app.coreProcessId()).not.toBe(coreBefore)
  const everShown = await page.evaluate(() => document.documentElement.dataset['tagsSeen']?.split(' ').filter((id) => id !== '') ?? [])
  const recovered = await tagsOnScreen(page)
  expect(recovered).toEqual(expect.arrayContaining(acknowledged))
  expect(recovered).toEqual(expect.arrayContaining(everShown))
  // The series was really cut: what was pressed while the core was away is not there, and the window said so.
  expect(recovered.length).toBeLessThan(pressed + 1)
  await page
    .getByText(/was not done|is being started again|closed/i)
    .first()
    .waitFor()

  await page.keyboard.press('End')
  await tagHere(page)
  await expect.poll(async () => (await tagsOnScreen(page)).length).toBe(recovered.length + 1)
  await page.getByText('Saved', { exact: true }).waitFor()
  expect(pageErrors.filter((text) => !expectedWhileAway.test(text))).toEqual([])
  return tagsOnScreen(page)
}

async function openWorkbench(page: Page): Promise<void> {
  await toLibrary(page)
  await page.getByRole('button', { name: caseDraft.incidentNumber, exact: true }).click()
  await page.getByRole('toolbar', { name: 'Tag the frame on screen' }).getByRole('button', { name: /force/i, disabled: false }).waitFor()
}

/** The key of force twice on one frame: a tag at this moment. */
async function tagHere(page: Page): Promise<void> {
  await page.keyboard.press('f')
  await page.keyboard.press('f')
}

/** Tags one frame after the other until the window says that the core is away, and once more then. Answers with how many were pressed. */
async function pressSeries(page: Page): Promise<number> {
  let pressed = 0
  let isAway: boolean
  do {
    isAway = await page.evaluate(() => document.documentElement.dataset['lostSeen'] === 'yes')
    await page.keyboard.press('.')
    await tagHere(page)
    pressed += 1
    if (pressed > mostPressed) throw new Error('The window never said that the core is away.')
  } while (!isAway)
  return pressed
}

/** Notes in the page every tag that was ever drawn, and whether the window said that the core was away. */
async function watchTags(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen = new Set<string>()
    const look = () => {
      for (const card of document.querySelectorAll<HTMLElement>('[data-tag]')) seen.add(card.dataset['tag'] ?? '')
      document.documentElement.dataset['tagsSeen'] = [...seen].join(' ')
      const isLost = [...document.querySelectorAll('[role=alert]')].some((alert) => alert.textContent.includes('The core stopped'))
      if (isLost) document.documentElement.dataset['lostSeen'] = 'yes'
    }
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true })
    look()
  })
}

async function tagsOnScreen(page: Page): Promise<string[]> {
  const ids = await page
    .getByRole('region', { name: 'On footage' })
    .locator('[data-tag]')
    .evaluateAll((cards) => cards.map((card) => card.getAttribute('data-tag')))
  return idsSchema.parse(ids).toSorted()
}
