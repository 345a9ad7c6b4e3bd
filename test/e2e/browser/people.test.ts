import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { codebookSchema } from '#shared/model/codebookSchema'
import { launchBrowser } from '../appDriver'
import { copyDemonstration, openMadeDemonstration } from '../madeDemonstration'
import { keepScreen } from '../screens'

const folder = mkdtempSync(path.join(tmpdir(), 'countersign-people-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('people, codebook, activity and diagnostics', () => {
  it('are read and opened by keyboard alone', async () => {
    await copyDemonstration(folder)
    const app = await launchBrowser(folder)
    try {
      const { page } = app
      const { keyboard } = page
      const inPalette = async (words: string) => {
        await keyboard.press('Control+K')
        await page.getByRole('dialog').getByRole('option').first().waitFor()
        await keyboard.type(words)
        await keyboard.press('Enter')
      }
      await openMadeDemonstration(page)

      // Each person's facts, one after the other; a fact opens its moment, and coming back shows the same person.
      await keyboard.press('Alt+4')
      const shown = page.getByRole('region', { name: 'Person shown' })
      await shown.getByText('Report by end of shift').waitFor()
      await keepScreen(app, 'people')
      await keyboard.press('ArrowDown')
      const second = (await shown.getByRole('heading', { level: 1 }).innerText()).trim()
      const moment = shown.getByRole('button', { name: /^21:14/ }).first()
      for (let presses = 0; presses < 20 && !(await moment.evaluate((button) => button === document.activeElement)); presses += 1) {
        await keyboard.press('Tab')
      }
      await keyboard.press('Enter')
      await page.getByRole('region', { name: 'On footage' }).waitFor()
      await keyboard.press('Alt+4')
      await shown.getByRole('heading', { level: 1, name: second }).waitFor()
      await keyboard.press('e')
      const form = page.getByRole('dialog', { name: 'Change a person' })
      // What is half written outlives the window.
      await form.getByLabel('Name').fill('Renamed Offi')
      await page.waitForTimeout(600)
      await page.reload()
      await shown.getByRole('heading', { level: 1 }).waitFor()
      await keyboard.press('ArrowDown')
      await shown.getByRole('heading', { level: 1, name: second }).waitFor()
      await keyboard.press('e')
      await expect.poll(() => form.getByLabel('Name').inputValue()).toBe('Renamed Offi')
      await form.getByLabel('Name').fill('Renamed Officer')
      await keyboard.press('Enter')
      await shown.getByRole('heading', { level: 1, name: 'Renamed Officer' }).waitFor()

      // The ledger tells of it, opens it, and undoes it.
      await keyboard.press('Alt+6')
      const ledger = page.getByRole('listbox', { name: 'Ledger' })
      await ledger.getByRole('option', { name: /Person changed/ }).waitFor()
      await keepScreen(app, 'activity')
      const entry = page.getByRole('region', { name: 'Entry shown' })
      await entry.getByRole('button', { name: /^Undo/ }).waitFor()
      await ledger.focus()
      await keyboard.press('ArrowDown')
      await entry.getByText(/nothing to undo|last change first|Only the person|undone already/).waitFor()
      await keyboard.press('Home')
      await keyboard.press('Enter')
      await shown.getByRole('heading', { level: 1, name: 'Renamed Officer' }).waitFor()
      await keyboard.press('Alt+6')
      await keyboard.press('Control+Z')
      await entry.getByText('Undo', { exact: true }).first().waitFor()

      await keyboard.press('Alt+5')
      await page.getByRole('region', { name: 'Footage' }).waitFor()
      await keepScreen(app, 'files')

      // The codebook is searched by its words, and saved for an agency to begin with.
      await inPalette('Show the codebook')
      await page.getByRole('heading', { level: 1, name: 'Codebook' }).waitFor()
      await page.getByText('It ships with the app.', { exact: false }).waitFor()
      await keepScreen(app, 'codebook')
      await keyboard.press('/')
      await keyboard.type('nightstick')
      await page.getByText(/^2 entries hold “nightstick”|^1 entry holds “nightstick”/).waitFor()
      await page.getByRole('rowheader', { name: 'Impact weapon (baton)' }).waitFor()
      await keyboard.press('Escape')
      const saved = path.join(folder, 'saved-codebook.json')
      await app.saveFile(saved, () => inPalette('Save the shipped codebook'))
      expect(codebookSchema.parse(JSON.parse(readFileSync(saved, 'utf8'))).id).toBe('worcester-206')

      await inPalette('Show diagnostics')
      await page
        .getByText(/Chromium \d/)
        .first()
        .waitFor()
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
      await page.getByRole('button', { name: 'Copy as text' }).press('Enter')
      await page.getByText('Copied as text.').waitFor()
      expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/Data folder: .*countersign-people-/)
      await keepScreen(app, 'diagnostics')
      expect(app.pageErrors).toEqual([])
    } finally {
      await app.close()
    }
  })
})
