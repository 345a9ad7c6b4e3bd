import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import type { CaseId } from '#shared/model/ids'
import type { CaseSnapshot } from '#shared/model/entities'
import { caseDraft, ended, openTestCore } from '../../core/openTestCore'
import { generateVideo } from '../../core/media/generateVideo'
import { keepPicture, launchBrowser, type AppDriver } from '../appDriver'
import { readCase } from '../commandLine'
import { axeFindings } from '../screens'

const folder = mkdtempSync(path.join(tmpdir(), 'countersign-coding-'))
const dataFolder = path.join(folder, 'data')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A case with people, forty seconds of footage, and a warning. */
async function makeCase(): Promise<CaseId> {
  const video = path.join(folder, 'street.mp4')
  generateVideo(video, {
    seconds: 40,
    size: '640x360',
    options: ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-g', '25', '-c:a', 'aac', '-shortest']
  })
  const core = await openTestCore({ dataFolder })
  const warning = 'Shows a death.'
  const { id: caseId } = await core.client.cases.create({ ...caseDraft, warning, isGraphic: true })
  for (const [name, role] of [
    ['A. Rivera', 'officer'],
    ['R. Weaver', 'officer'],
    ['M. Doe', 'subject']
  ] as const)
    await core.client.people.create({ caseId, draft: { role, name, rank: '', badgeNumber: '', shiftEndsAt: null } })
  const [grant] = await core.hostClient.grantFiles({ paths: [video] })
  const draft = { wearerId: null, cameraLabel: 'front', startsAt: null }
  await ended(core, (await core.client.footage.load({ caseId, grantId: grant?.grantId ?? expect.fail('no grant'), draft })).id)
  await core.close()
  return caseId
}

const saved = (page: Page) => page.getByText('Saved', { exact: true }).waitFor()
const blurOf = (page: Page) =>
  page
    .locator('video')
    .first()
    .evaluate((video) => getComputedStyle(video).filter)
const isPlaying = (page: Page) =>
  page
    .locator('video')
    .first()
    .evaluate((video) => !(video instanceof HTMLVideoElement && video.paused))

async function keepBoth(app: AppDriver, name: string): Promise<void> {
  for (const theme of ['light', 'dark']) {
    await app.page.evaluate((wanted) => (document.documentElement.dataset['theme'] = wanted), theme)
    for (const [width, height] of [
      [1920, 1080],
      [1440, 900]
    ] as const) {
      await app.page.setViewportSize({ width, height })
      await app.page.waitForTimeout(250)
      await keepPicture(app, `${name}-${theme}-${width}`)
    }
  }
}

describe('coding while playing', () => {
  it('marks ranges by holding keys, says more of a tag by one key each, and blurs what is graphic until it is asked for', async () => {
    const caseId = await makeCase()
    const app = await launchBrowser(dataFolder)
    const { page } = app
    try {
      await page.getByRole('button', { name: caseDraft.incidentNumber }).first().click()
      await page.getByText(/^frame \d/).waitFor()

      // A warning and a blurred picture, until it is asked for.
      await page.getByRole('region', { name: 'Warning for this case' }).getByText('Shows a death.').waitFor()
      expect(await blurOf(page)).toContain('blur')
      await keepBoth(app, 'coding-blurred')
      expect.soft(await axeFindings(page)).toEqual([])
      await page.keyboard.press('Shift+B')
      await expect.poll(() => blurOf(page)).toBe('none')
      await page.keyboard.press('Shift+B')
      await expect.poll(() => blurOf(page)).toContain('blur')
      await page
        .getByRole('button', { name: /^Show it/ })
        .last()
        .click()
      await expect.poll(() => blurOf(page)).toBe('none')
      await page.getByRole('button', { name: 'Put the warning away' }).click()

      // Held while it plays, with a second key within: both ranges end where their keys come up.
      await page.keyboard.press('Space')
      await expect.poll(() => isPlaying(page)).toBe(true)
      await page.waitForTimeout(500)
      await page.keyboard.down('f')
      await page.waitForTimeout(500)
      await page.keyboard.down('n')
      for (let repeat = 0; repeat < 3; repeat += 1) await page.keyboard.down('n')
      await page.waitForTimeout(700)
      await page.keyboard.up('f')
      await page.waitForTimeout(300)
      await page.keyboard.up('n')
      await saved(page)
      // A tap stays open until the next press.
      await page.keyboard.press('w')
      await page.getByText(/open · W ends it/).waitFor()
      await page.waitForTimeout(500)
      await page.keyboard.press('w')
      // The window loses the keys while one is held.
      await page.keyboard.down('f')
      await page.waitForTimeout(900)
      await page.evaluate(() => window.dispatchEvent(new Event('blur')))
      await page.waitForTimeout(400)
      await page.keyboard.up('f')
      await expect.poll(() => page.getByText(/ends it, Esc keeps a moment/).count()).toBe(0)

      // More of it, one key each, and the footage plays on.
      const strip = page.getByRole('toolbar', { name: 'Say more of: Force' })
      await strip.waitFor()
      await page.keyboard.press('t')
      const types = page.getByRole('group', { name: 'Keys for: Type of force' })
      const key = await types
        .getByRole('button', { name: /Strike/ })
        .locator('kbd')
        .innerText()
      await keepBoth(app, 'coding-types')
      await page.keyboard.press(key.toLowerCase())
      await page.getByRole('group', { name: 'Keys for: Body area' }).waitFor()
      await page.keyboard.press('1')
      await page.getByRole('group', { name: 'Keys for: Who' }).waitFor()
      await page.keyboard.press('2')
      await page.getByRole('group', { name: 'Keys for: On whom' }).waitFor()
      await page.keyboard.press('1')
      await expect.poll(() => page.getByRole('status').filter({ hasText: 'On whom: M. Doe' }).count()).toBe(1)
      // Back from who to the body area, and out.
      await page.keyboard.press('p')
      await page.keyboard.press('Backspace')
      await page.getByRole('group', { name: 'Keys for: Body area' }).waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('group', { name: 'Keys for: Body area' }).waitFor({ state: 'hidden' })
      await strip.getByText('R. Weaver').waitFor()
      expect(await isPlaying(page)).toBe(true)
      await page.keyboard.press('Space')
      await saved(page)
      await keepBoth(app, 'coding-coded')
      expect.soft(await axeFindings(page)).toEqual([])
      // Lanes without tags fold away, and the lanes with tags stay.
      await page.keyboard.press('Shift+E')
      await page.getByRole('group', { name: /^Lane camera/ }).waitFor({ state: 'hidden' })
      await page.getByRole('group', { name: 'Lane force, 2 tags' }).waitFor()
      await keepBoth(app, 'coding-folded')
      expect(app.pageErrors).toEqual([])
    } finally {
      await app.close()
    }
    checkTags(await readCase(dataFolder, caseId))
  }, 120_000)
})

function checkTags({ tags }: CaseSnapshot): void {
  const found = tags.toSorted((one, other) => one.startUs - other.startUs)
  expect(found.map((tag) => tag.details.kind)).toEqual(['force', 'intervention-needed', 'warning', 'force'])
  const [held, within, tapped, lost] = found
  const lengthMs = (tag: (typeof found)[number] | undefined) => ((tag?.endUs ?? 0) - (tag?.startUs ?? 0)) / 1000
  // As long as the keys were down, on a machine that may be slow to show pictures.
  expect(lengthMs(held)).toBeGreaterThan(500)
  expect(lengthMs(within)).toBeGreaterThan(300)
  expect(within?.endUs).toBeGreaterThan(held?.endUs ?? Infinity)
  expect(lengthMs(tapped)).toBeGreaterThan(100)
  expect(lengthMs(lost)).toBeGreaterThan(300)
  expect(lost?.details).toMatchObject({
    forceType: 'strike',
    bodyArea: 'head',
    actorIds: [expect.any(String)],
    targetIds: [expect.any(String)]
  })
}
