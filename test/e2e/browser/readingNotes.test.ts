import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { makeDocx, paragraph } from '../../core/reports/extraction/makeDocx'
import { keepPicture, launchBrowser } from '../appDriver'
import { selectWords } from '../selectWords'
import { copyDemonstration, openMadeDemonstration } from '../madeDemonstration'

const folder = mkdtempSync(path.join(tmpdir(), 'countersign-notes-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const words = 'I delivered one strike'
const comments = {
  name: 'word/comments.xml',
  bytes: `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="1">${paragraph('Really?')}</w:comment></w:comments>`
}

describe('a report of which not all is text', () => {
  it('says so beside its text, and takes a difference on its words without a link', async () => {
    mkdirSync(path.join(folder, 'files'))
    const file = path.join(folder, 'files', 'supplement-with-remarks.docx')
    writeFileSync(file, makeDocx(paragraph('SUPPLEMENT') + paragraph(`${words} to his upper body.`) + '<w:altChunk/>', [comments]))
    await copyDemonstration(path.join(folder, 'data'))
    const app = await launchBrowser(path.join(folder, 'data'))
    try {
      const { page } = app
      await openMadeDemonstration(page)
      await page.getByRole('button', { name: /^Files/ }).click()
      const section = page.getByRole('region', { name: 'Reports' })
      const load = section.getByRole('button', { name: /Load report/ }).first()
      await app.chooseFiles([file], () => load.click())
      const item = page.getByRole('dialog').getByRole('region', { name: path.basename(file) })
      await item.getByLabel('Type').selectOption({ label: 'Supplement' })
      await item.getByLabel('Written by').selectOption({ index: 1 })
      await item.getByLabel('Written at').fill('2024-10-13T05:10:00')
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^Load 1/ })
        .click()
      await section.getByText(path.basename(file)).first().waitFor()

      await page.getByRole('button', { name: 'Workbench', exact: true }).click()
      const chooser = page.getByRole('region', { name: 'The two accounts' }).getByRole('combobox').first()
      const notes = page.getByRole('complementary', { name: 'Not in this text' })
      const count = await chooser.locator('option').count()
      for (let index = 0; index < count && (await notes.count()) === 0; index++) {
        await chooser.selectOption({ index })
        await page.waitForTimeout(500)
      }
      await notes.getByText('It has 1 comment in the margin, left out of the text.').waitFor()
      await notes.getByText('Another file is embedded in it, whose words are not read.').waitFor()
      for (const theme of ['dark', 'light']) {
        for (const [width, height] of [
          [1920, 1080],
          [1440, 900]
        ] as const) {
          await page.setViewportSize({ width, height })
          await page.waitForTimeout(300)
          await keepPicture(app, `reading-notes-${theme}-${width}`)
        }
        await page.getByRole('button', { name: theme === 'dark' ? 'Light theme' : 'Dark theme' }).click()
      }

      await selectWords(page, words)
      await page.getByRole('button', { name: 'Enter a difference' }).click()
      const dialog = page.getByRole('dialog', { name: 'Enter a difference' })
      expect(await dialog.getByRole('checkbox', { name: `“${words}”` }).isChecked()).toBe(true)
      await dialog.getByLabel('What differs').fill('The footage shows three.')
      await keepPicture(app, 'enter-difference')
      await dialog.getByRole('button', { name: 'Enter the difference' }).click()
      await dialog.waitFor({ state: 'hidden' })
      await page.getByRole('navigation', { name: 'Differences' }).getByText('The footage shows three.').first().waitFor()
      await page.getByRole('button', { name: 'Workbench', exact: true }).click()
      await page.getByRole('document', { name: 'Report text' }).getByText('The footage shows three.').waitFor()
      await keepPicture(app, 'entered-difference')
      expect(await page.getByRole('document', { name: 'Report text' }).locator('mark').count()).toBe(0)
      expect(app.pageErrors).toEqual([])
    } catch (error) {
      await keepPicture(app, 'reading-notes-failed')
      throw error
    } finally {
      await app.close()
    }
  })
})
