import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../appDriver'
import { makeLongAccounts } from '../longAccounts'
import { copyDemonstration, openMadeDemonstration } from '../madeDemonstration'
import { keepScreen } from '../screens'

const folder = mkdtempSync(path.join(tmpdir(), 'countersign-accounts-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '')
const selectedCard = (page: Page) => page.getByRole('region', { name: 'On footage' }).locator('[data-tag]:has([aria-current=true])')

describe('the two accounts', () => {
  it('are walked by keyboard alone: from event to event, over a link to its words and back', async () => {
    const dataFolder = path.join(folder, 'five')
    await copyDemonstration(dataFolder)
    const app = await launchBrowser(dataFolder)
    try {
      const { page } = app
      const { keyboard } = page
      await page.emulateMedia({ reducedMotion: 'reduce' })
      await openMadeDemonstration(page)
      const accounts = page.getByRole('region', { name: 'The two accounts' })
      await accounts.locator('[data-link]').first().waitFor({ state: 'attached' })
      const spoken = accounts.getByRole('status').first()

      await keyboard.press('Alt+ArrowDown')
      await expect.poll(() => focused(page)).toMatch(/^Warning/)
      expect(await spoken.innerText()).toMatch(/^Event 1 of 5: Warning or command, 21:14:14\. Not compared$/)
      // In the column the plain arrows do the same.
      await keyboard.press('ArrowDown')
      await expect.poll(() => focused(page)).toBe('Takedown')
      await keyboard.press('Shift+ArrowDown')
      await expect.poll(() => focused(page)).toMatch(/^Intervention needed/)
      await keyboard.press('ArrowDown')
      await expect.poll(() => focused(page)).toMatch(/^Strike/)
      await keyboard.press('Alt+ArrowRight')
      await expect.poll(() => focused(page)).toContain('I delivered one strike to his upper body')
      expect(await spoken.innerText()).toMatch(/^Passage: I delivered one strike .* Differs from footage$/)
      // Its box goes at one Escape, and gives the keyboard back to the words.
      const box = page.getByLabel('Passage', { exact: true })
      await keyboard.press('Enter')
      await box.waitFor()
      await expect.poll(() => box.evaluate((element) => element.contains(document.activeElement))).toBe(true)
      await page.waitForTimeout(100)
      await keyboard.press('Escape')
      await box.waitFor({ state: 'detached' })
      await expect.poll(() => focused(page)).toContain('I delivered one strike to his upper body')
      await keyboard.press('Alt+ArrowLeft')
      await expect.poll(() => focused(page)).toMatch(/^Strike/)

      // Only what is not linked; round the end to the first.
      await keyboard.press('Shift+U')
      await expect.poll(() => accounts.locator('[data-tag]').count()).toBe(3)
      await keyboard.press('Shift+U')
      await keyboard.press('Shift+U')
      await expect.poll(() => accounts.locator('[data-tag]').count()).toBe(5)
      await keyboard.press('Shift+ArrowDown')
      await expect.poll(() => selectedCard(page).innerText()).toMatch(/^Warning/)
      await keyboard.press('Enter')
      await page.getByRole('complementary', { name: /^Tag Warning/ }).waitFor()
      expect(app.pageErrors).toEqual([])
    } finally {
      await app.close()
    }
  })

  it('stay clear with many events: bursts fold, few cards and curves are drawn, and counts tell of the others', async () => {
    const dataFolder = path.join(folder, 'many')
    await makeLongAccounts(dataFolder, 150)
    const app = await launchBrowser(dataFolder)
    try {
      const { page } = app
      const { keyboard } = page
      await page.emulateMedia({ reducedMotion: 'reduce' })
      await page.getByRole('button', { name: '24-118302' }).first().click()
      const footage = page.getByRole('region', { name: 'On footage' })
      const groups = footage.locator('[data-event-group]')
      await groups.first().waitFor()
      await groups.first().press('Enter')
      await expect.poll(() => groups.first().getAttribute('aria-expanded')).toBe('true')
      // By minute, then each by itself.
      await keyboard.press('Shift+G')
      await keyboard.press('Shift+G')
      await expect.poll(() => groups.count()).toBe(0)
      expect(await footage.locator('[data-tag]').count()).toBeLessThan(60)
      expect(await page.locator('[data-link]').count()).toBeLessThan(60)
      for (let step = 0; step < 30; step += 1) await keyboard.press('Alt+ArrowDown')
      await page.getByRole('status').filter({ hasText: 'Event 30 of 150' }).waitFor()
      await selectedCard(page).waitFor()
      await footage.getByLabel('List', { exact: true }).selectOption('differences')
      await footage.getByText(/^\d+ of 150$/).waitFor()
      await page.locator('[data-overview=events] [data-sign=contradicts]').first().waitFor()
      await keepScreen(app, 'accounts-many-each')
      expect(app.pageErrors).toEqual([])
    } finally {
      await app.close()
    }
  })
})
