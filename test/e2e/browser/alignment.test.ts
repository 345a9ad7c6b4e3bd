import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { keepPicture, launchBrowser } from '../appDriver'
import { axeFindings } from '../screens'
import { copyDemonstration, openMadeDemonstration } from '../madeDemonstration'

const folder = mkdtempSync(path.join(tmpdir(), 'countersign-align-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('aligning cameras', () => {
  it('is found by sound, accepted, moved, and matched by hand, and the tags stay', async () => {
    await copyDemonstration(folder)
    const app = await launchBrowser(folder)
    try {
      const { page } = app
      await openMadeDemonstration(page)
      await page.getByRole('button', { name: 'Workbench' }).click()
      const tags = page.getByRole('region', { name: 'On footage' })
      await tags.getByText('Strike · head ×3').first().waitFor()
      const tagsBefore = await tags.locator('time').allInnerTexts()

      await page.getByRole('button', { name: 'Align cameras' }).click()
      const dialog = page.getByRole('dialog', { name: 'Align cameras' })
      await dialog.getByRole('button', { name: 'Find by sound' }).click()
      await dialog.getByText(/^Match: it begins/).waitFor({ timeout: 60_000 })
      await dialog.getByRole('button', { name: 'Accept' }).click()
      await dialog.getByText('Accepted').waitFor()
      await dialog.getByText(/^by sound with Camera A.*high confidence$/).waitFor()
      expect(await axeFindings(page)).toEqual([])
      for (const theme of ['dark', 'light']) {
        for (const [width, height] of [
          [1440, 900],
          [1920, 1080]
        ] as const) {
          await page.setViewportSize({ width, height })
          await page.waitForTimeout(200)
          await keepPicture(app, `align-${theme}-${width}`)
        }
        await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'light'))
      }
      await page.setViewportSize({ width: 1440, height: 900 })
      await dialog.getByRole('button', { name: '+1 ms' }).click()
      await dialog.getByText(/moved by hand by \+1 ms/).waitFor()
      await dialog.getByRole('button', { name: 'Take the alignment back' }).click()
      await dialog.getByText('not aligned by sound or by hand').waitFor()
      await dialog.getByRole('button', { name: 'Done' }).click()

      await page.keyboard.press('Shift+M')
      await page.keyboard.press('2')
      await page.waitForTimeout(1500)
      await page.keyboard.press('Shift+M')
      await page.getByText(/^Marked .* on Camera B/).waitFor()
      await page.getByRole('button', { name: 'Align cameras' }).click()
      await keepPicture(app, 'align-by-hand')
      await dialog.getByRole('button', { name: 'Align by this pair' }).click()
      await dialog.getByText('by hand: one matching moment').waitFor()
      await dialog.getByRole('button', { name: 'Take the alignment back' }).click()
      await dialog.getByRole('button', { name: 'Done' }).click()
      expect(await tags.locator('time').allInnerTexts()).toEqual(tagsBefore)
      expect(app.pageErrors).toEqual([])
    } finally {
      await app.close()
    }
  })
})
