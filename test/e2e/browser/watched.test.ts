import { copyFileSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { generateVideo } from '../../core/media/generateVideo'
import { keepPicture, launchBrowser, type AppDriver } from '../appDriver'
import { toLibrary } from '../firstSteps'
import { axeFindings } from '../screens'

const folder = mkdtempSync(path.join(tmpdir(), 'countersign-watched-'))
const video = path.join(folder, 'street.mp4')
beforeAll(() =>
  generateVideo(video, {
    seconds: 40,
    size: '640x360',
    options: ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-g', '25', '-c:a', 'aac', '-shortest']
  })
)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function makeCase({ page, chooseFiles }: AppDriver): Promise<void> {
  await page.getByRole('button', { name: 'New case' }).first().click()
  await page.getByLabel('Incident number').fill('24-7')
  await page.getByLabel('Place').fill('Elm Street')
  await page.getByLabel('Start').fill('2024-10-12T21:14:00')
  await page.getByLabel('End').fill('2024-10-12T21:24:00')
  await page.getByRole('button', { name: 'Create the case' }).click()
  const section = page.getByRole('region', { name: 'Footage' })
  await chooseFiles([video], () =>
    section
      .getByRole('button', { name: /Load footage/ })
      .first()
      .click()
  )
  await page.getByRole('button', { name: 'Load 1 file' }).click()
  await section.getByText('street.mp4').first().waitFor()
}

const share = async (page: Page) => Number(/(\d+) %/.exec(await page.getByTestId('watched-share').innerText())?.[1])
const gaps = (page: Page) => page.getByRole('button', { name: /^Not watched from/ })

/** Pictures of what is on screen, in both themes and both sizes. */
async function keepBoth(app: AppDriver, name: string): Promise<void> {
  for (const theme of ['dark', 'light']) {
    for (const [width, height] of [
      [1440, 900],
      [1920, 1080]
    ] as const) {
      await app.page.setViewportSize({ width, height })
      await app.page.waitForTimeout(300)
      await keepPicture(app, `${name}-${theme}-${width}`)
    }
    await app.page.getByRole('button', { name: theme === 'dark' ? 'Light theme' : 'Dark theme' }).click()
  }
  await app.page.setViewportSize({ width: 1440, height: 900 })
}

describe('what a reviewer watches', () => {
  it('is shown as a share, as a lane, and as the stretches that are left', async () => {
    const app = await launchBrowser(path.join(folder, 'data'))
    const { page } = app
    try {
      await makeCase(app)
      await page.getByRole('button', { name: 'Workbench' }).click()
      await page.getByText('watched 0 %').waitFor()
      await page.getByRole('button', { name: 'Play', exact: true }).click()
      await page.waitForTimeout(5000)
      await page.keyboard.press('Space')
      await expect.poll(() => share(page), { timeout: 15_000 }).toBeGreaterThanOrEqual(5)
      expect(await share(page)).toBeLessThan(25)
      // A machine that is too busy to show every frame leaves gaps of its own, and they are told.
      const left = await gaps(page).count()
      expect(left).toBeGreaterThanOrEqual(1)
      const normal = await share(page)

      // A jump is not watching: what lies between stays a stretch of its own.
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('ArrowRight')
      for (let press = 0; press < 4; press++) await page.keyboard.press(']')
      await page.keyboard.press('m')
      await page.keyboard.press('Space')
      await page.waitForTimeout(2500)
      await page.keyboard.press('Space')
      await expect.poll(() => gaps(page).count(), { timeout: 15_000 }).toBeGreaterThan(left)
      expect(await share(page)).toBeGreaterThan(normal)
      const lane = await page.getByRole('group', { name: /^Lane watched/ }).getAttribute('aria-label')
      expect(Number(/(\d+) % at normal speed/.exec(lane ?? '')?.[1])).toBe(normal)
      expect(await axeFindings(page)).toEqual([])
      await keepBoth(app, 'watched')

      await page.keyboard.press('Home')
      await page.keyboard.press('u')
      const at = await page.getByTestId('footage-time').innerText()
      await page
        .getByRole('button', { name: `Not watched from ${at.slice(0, 8)}` })
        .first()
        .waitFor()

      await page.getByRole('button', { name: 'Activity' }).click()
      const rows = page.getByRole('option').filter({ hasText: /Watch.*street\.mp4/ })
      await expect.poll(() => rows.count()).toBeGreaterThanOrEqual(2)
      await page.getByRole('button', { name: 'All cases' }).click()
      expect(await page.getByRole('row', { name: /24-7/ }).innerText()).toMatch(/\d+ %/)
      expect(await axeFindings(page)).toEqual([])
      await keepPicture(app, 'watched-library')
      expect(app.pageErrors).toEqual([])
    } catch (error) {
      await keepPicture(app, 'watched-failed')
      throw error
    } finally {
      await app.close()
    }
  })

  it('verifies a file, says when it is missing, and finds it again by its hash', async () => {
    const app = await launchBrowser(path.join(folder, 'data'))
    const { page } = app
    try {
      await toLibrary(page)
      await page.getByRole('button', { name: 'Diagnostics' }).click()
      await page.getByText('1 not hashed again since loaded').waitFor()
      await page.getByRole('button', { name: 'Verify all now' }).click()
      await page.getByText('1 of 1 intact').waitFor()
      await page.getByRole('button', { name: 'Cases', exact: true }).click()
      await page.getByRole('button', { name: '24-7', exact: true }).click()
      await page.getByRole('button', { name: /^Files/ }).click()
      await page.getByRole('button', { name: 'Show the details' }).click()
      const place = await page.getByText(/received.*street\.mp4$/).innerText()
      const elsewhere = path.join(folder, 'elsewhere')
      mkdirSync(elsewhere)
      renameSync(place, path.join(elsewhere, 'moved.mp4'))
      await page.getByRole('button', { name: 'Verify the file' }).click()
      await page
        .getByText(/^Missing: no file can be read/)
        .first()
        .waitFor()
      await page.getByRole('button', { name: '1 file missing' }).waitFor()
      expect(await axeFindings(page)).toEqual([])
      await keepBoth(app, 'missing')

      copyFileSync(process.execPath, path.join(elsewhere, 'other.mp4'))
      await app.chooseFiles([path.join(elsewhere, 'other.mp4')], () => page.getByRole('button', { name: 'Find the file…' }).click())
      await page
        .getByText(/other\.mp4 is not the file/)
        .first()
        .waitFor({ timeout: 30_000 })
      await keepPicture(app, 'other-file')
      await page.getByRole('button', { name: 'Workbench' }).click()
      await page.getByRole('button', { name: 'Find the file…' }).waitFor()
      await keepPicture(app, 'missing-workbench')
      await app.chooseFiles([elsewhere], () => page.getByRole('button', { name: 'Search a folder…' }).click())
      await page.getByRole('button', { name: 'Play', exact: true }).and(page.locator(':enabled')).waitFor({ timeout: 30_000 })
      await expect.poll(() => page.getByRole('button', { name: '1 file missing' }).count()).toBe(0)
      await page.getByText(/1 job failed/).click()
      const longWork = page.getByRole('dialog', { name: 'Long work' })
      await longWork.getByText('Find footage again').waitFor()
      await keepPicture(app, 'long-work')
      await longWork.getByRole('button', { name: 'All long work of the last day' }).click()
      await page.getByText('1 of 1 intact').waitFor()
      await page.getByLabel('Verify every file').selectOption({ label: 'Every 30 days' })
      await page.getByText(/next due/).waitFor()
      expect(await axeFindings(page)).toEqual([])
      await keepBoth(app, 'diagnostics')
    } catch (error) {
      await keepPicture(app, 'missing-failed')
      throw error
    } finally {
      await app.close()
    }
  })
})
