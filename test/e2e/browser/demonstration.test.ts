import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { keepPicture, launchBrowser } from '../appDriver'
import { openDemonstration } from '../openDemonstration'

const folder = mkdtempSync(path.join(tmpdir(), 'countersign-demo-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the demonstration case', () => {
  it('opens with one click on the first screen, with differences of several kinds', async () => {
    const app = await launchBrowser(folder)
    try {
      const { page } = app
      await openDemonstration(page)
      await page.getByRole('button', { name: 'Workbench' }).click()
      await page.getByRole('region', { name: 'On footage' }).getByText('Strike · head ×3').first().waitFor()
      await page.getByRole('region', { name: 'On footage' }).getByText('Strike · head ×3').first().click()
      await page.waitForTimeout(1500)
      await keepPicture(app, 'demonstration')
      await page.getByRole('button', { name: /^Differences/ }).click()
      const list = page.getByRole('navigation', { name: 'Differences' })
      for (const kind of ['Count', 'Force type', 'Time', 'Not in report']) await list.getByText(kind, { exact: true }).first().waitFor()
      expect(app.pageErrors).toEqual([])
    } finally {
      await app.close()
    }
  })
})
