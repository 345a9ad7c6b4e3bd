import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { keepPicture, type AppDriver } from './appDriver'

const goTo = (page: Page, view: RegExp) => page.getByRole('button', { name: view }).first().click()
const saved = (page: Page) => page.getByText('Saved', { exact: true }).waitFor()
const cell = (page: Page, name: RegExp) => page.getByRole('grid', { name: 'Matrix' }).getByRole('gridcell', { name })

/**
 * From the matrix of a case that is compared in part to one in which a person has looked at every cell, and every difference is settled:
 * one cell is linked with the sentence that the app suggests, the others are looked for in vain.
 */
export async function settleMatrix(app: AppDriver): Promise<void> {
  const { page } = app
  await goTo(page, /^Matrix/)
  const strikeInWitness = cell(page, /^Strike .*Park.*: Not compared/)
  await strikeInWitness.waitFor()
  await keepPicture(app, '08-matrix-not-compared')
  await strikeInWitness.click()
  await page.keyboard.press('Enter')

  // The workbench shows the moment beside the witness statement, and says which sentence may tell of it, and why.
  const suggestions = page.getByRole('region', { name: 'Sentences that may speak of this tag' })
  await suggestions.getByText(/three punches to the head/).waitFor()
  await suggestions.getByText(/Both are strike · Both name the head · Both count 3/).waitFor()
  await page.keyboard.press('q')
  await page.getByRole('toolbar', { name: 'Selected words' }).waitFor()
  await page.keyboard.press('1')
  await saved(page)
  await goTo(page, /^Matrix/)
  await cell(page, /^Strike .*Park.*: Agrees/).waitFor()

  const open = cell(page, /: Not compared/)
  for (let left = await open.count(); left > 0; left -= 1) {
    await open.first().click()
    await page.keyboard.press('Shift+N')
    await saved(page)
    await expect.poll(() => open.count(), { timeout: 10_000 }).toBe(left - 1)
  }
  await settleDifferences(page)

  await goTo(page, /^Matrix/)
  await cell(page, /^Strike .*Rivera.*: Contradicts/).click()
  const ground = page.getByRole('region', { name: 'Selected cell' })
  await ground.getByText('material', { exact: true }).first().waitFor()
  expect(await ground.getByText('open', { exact: true }).count()).toBe(0)
  await cell(page, /^Strike .*Novak.*: Not mentioned/).waitFor()
  expect(await open.count(), 'cells that nobody has looked at').toBe(0)
  await keepPicture(app, '09-matrix-settled')
}

/** Settles one difference after the other by the desk's own keys. */
async function settleDifferences(page: Page): Promise<void> {
  await goTo(page, /^Differences/)
  const list = page.getByRole('navigation', { name: 'Differences' })
  const form = page.getByRole('region', { name: 'Disposition' })
  const openOnes = page.getByRole('button', { name: /^Differences \d+/ })
  await list.waitFor()
  const isDone = async () => (await openOnes.count()) === 0
  for (let turn = 0; turn < 30 && !(await isDone()); turn += 1) {
    await form.getByText('Material', { exact: true }).click()
    await form.getByLabel('Reason').fill('Both accounts were looked at side by side.')
    await page.keyboard.press('Control+Enter')
    // The next open one comes by itself, without a reason yet.
    await expect.poll(async () => (await isDone()) || (await form.getByLabel('Reason').inputValue()) === '', { timeout: 10_000 }).toBe(true)
  }
  expect(await openOnes.count(), 'open differences').toBe(0)
}
