import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { keepPicture, launchBrowser, type AppDriver } from '../appDriver'
import { toLibrary } from '../firstSteps'
import { openDemonstration } from '../openDemonstration'
import { keepScreen } from '../screens'

const folder = mkdtempSync(path.join(tmpdir(), 'countersign-demo-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const words = 'I told him to put his hands behind his back'

/** Drags over words of a page, from the first letter to the last, also over the end of a line. */
async function dragOverWords(page: Page, first: string, last: string): Promise<void> {
  const [from, to] = await page.getByRole('document', { name: 'Report pages' }).evaluate(
    (root, ends) =>
      ends.map((end, index) => {
        const runs = [...root.querySelectorAll('[data-start]')].flatMap(({ firstChild }) =>
          firstChild instanceof Text ? [firstChild] : []
        )
        const run = runs.find((one) => one.data.includes(end))
        if (run === undefined) throw new Error(`No run of the page holds: ${end}`)
        const letter = document.createRange()
        const at = run.data.indexOf(end) + (index === 0 ? 0 : end.length - 1)
        letter.setStart(run, at)
        letter.setEnd(run, at + 1)
        run.parentElement?.scrollIntoView({ block: 'center' })
        const { left, right, top, bottom } = letter.getBoundingClientRect()
        return { x: index === 0 ? left + 0.5 : right - 0.5, y: (top + bottom) / 2 }
      }),
    [first, last]
  )
  if (from === undefined || to === undefined) throw new Error('Two ends were asked for.')
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 })
  await page.mouse.move(to.x, to.y, { steps: 4 })
  await page.mouse.up()
}

/** Selects a sentence and a word more on the page, as in the text, and hears which; then lets go. */
async function selectByKeyboard(page: Page): Promise<void> {
  const pages = page.getByRole('document', { name: 'Report pages' })
  const spoken = page.getByRole('status').filter({ hasText: 'Selected on page 1' })
  await pages.focus()
  for (let step = 0; step < 40 && (await spoken.filter({ hasText: 'In response I took him' }).count()) === 0; step += 1)
    await page.keyboard.press('ArrowDown')
  await spoken.filter({ hasText: /: In response I took him to the ground\.$/ }).waitFor()
  await page.keyboard.press('Shift+ArrowRight')
  await spoken.filter({ hasText: /: In response I took him to the ground\. On$/ }).waitFor()
  const sentence = page.getByRole('document', { name: 'Report pages' }).getByText('In response I took him to the ground')
  const [lit, words] = [await pages.locator('[data-pending]').first().boundingBox(), await sentence.first().boundingBox()]
  expect(Math.abs((lit?.y ?? 0) - (words?.y ?? 1000))).toBeLessThan(4)
  await page.keyboard.press('Escape')
  await pages.locator('[data-pending]').waitFor({ state: 'detached' })
}

/** Gives the report most of the window: its pages can be read as on paper, and both are as they were left when the app is opened again. */
async function readInComfort(app: AppDriver): Promise<void> {
  const { page } = app
  const size = page.getByRole('button', { name: /show as large as the paper/ })
  const percent = async () => Number.parseInt(await size.innerText(), 10)
  const usual = await percent()
  await page.keyboard.press('Shift+W')
  await expect.poll(percent, { timeout: 10_000 }).toBeGreaterThan(1.8 * usual)
  await expect.poll(() => page.locator('[data-pending], [data-first-of]:not([data-awaited])').count()).toBeGreaterThan(0)
  await keepScreen(app, 'report-pages-reading')
  await page.getByRole('document', { name: 'Report pages' }).focus()
  await page.keyboard.press('0')
  await page.keyboard.press('0')
  await expect.poll(percent, { timeout: 10_000 }).toBe(100)
  // The window comes back to the case.
  await page.reload()
  await page.getByRole('region', { name: 'On footage' }).getByText('Strike · head ×3').first().waitFor()
  await page.keyboard.press('Shift+P')
  await expect.poll(percent, { timeout: 10_000 }).toBe(100)
  await page.getByRole('button', { name: 'Give the report most of the window', pressed: true }).click()
  await page.getByRole('button', { name: 'As wide as the column' }).click()
  await expect.poll(percent, { timeout: 10_000 }).toBe(usual)
}

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

  it('shows a report page by page, and links words selected there as in its text', async () => {
    const app = await launchBrowser(folder)
    try {
      const { page } = app
      await page.emulateMedia({ reducedMotion: 'reduce' })
      await toLibrary(page)
      await page.getByRole('button', { name: '24-118302', exact: true }).click()
      const footage = page.getByRole('region', { name: 'On footage' })
      await footage.getByText('Strike · head ×3').first().waitFor()
      await page.keyboard.press('Shift+P')
      const pages = page.getByRole('document', { name: 'Report pages' })
      await pages.locator('canvas').first().waitFor()
      await pages.locator('[data-first-of]:not([data-awaited])').first().waitFor()
      await footage
        .getByText(/^Takedown/)
        .first()
        .click()
      await keepScreen(app, 'report-pages')

      const before = await pages.locator('[data-first-of]').count()
      await dragOverWords(page, 'I told him', 'behind his back')
      await page.getByRole('toolbar', { name: 'Selected words' }).waitFor()
      await keepPicture(app, 'report-pages-selected')
      await page.getByRole('button', { name: /^Agrees/ }).click()
      await expect.poll(() => pages.locator('[data-first-of]').count()).toBe(before + 1)
      await pages.getByRole('button', { name: `Agrees with footage: “${words}”` }).press('Enter')
      await page.getByLabel('Passage', { exact: true }).getByText(words).waitFor()
      await page.keyboard.press('Escape')
      await keepPicture(app, 'report-pages-linked')
      await selectByKeyboard(page)
      await readInComfort(app)

      await page.getByRole('radio', { name: 'Text' }).click()
      await page.getByRole('document', { name: 'Report text' }).locator('mark[data-look=agrees]').getByText(words).waitFor()
      expect(app.pageErrors).toEqual([])
    } catch (error) {
      await keepPicture(app, 'report-pages-failed')
      throw error
    } finally {
      await app.close()
    }
  })
})
