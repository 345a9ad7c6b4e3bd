import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { keepPicture, type AppDriver } from './appDriver'
import { writeIn } from './keyboard'

const saved = (page: Page) => page.getByText('Saved', { exact: true }).waitFor()
const cell = (page: Page, name: RegExp) => page.getByRole('grid', { name: 'Matrix' }).getByRole('gridcell', { name })

/** Goes to a cell of the matrix with the arrows, from the selected one on. */
async function goToCell(page: Page, name: RegExp): Promise<void> {
  const wanted = cell(page, name).first()
  await wanted.waitFor()
  const placeOf = (found: Element | null) => {
    const part = found instanceof HTMLElement ? found.closest<HTMLElement>('[data-row]') : null
    return { row: Number(part?.dataset['row'] ?? NaN), column: Number(part?.dataset['column'] ?? NaN) }
  }
  const focusedPlace = () => page.evaluateHandle(() => document.activeElement).then((handle) => handle.evaluate(placeOf))
  await expect.poll(async () => (await focusedPlace()).row, { timeout: 5000 }).not.toBeNaN()
  for (let steps = 0; steps < 60; steps += 1) {
    const to = await wanted.evaluate(placeOf)
    const at = await focusedPlace()
    if (at.row === to.row && at.column === to.column) return
    if (at.row !== to.row) await page.keyboard.press(at.row < to.row ? 'ArrowDown' : 'ArrowUp')
    else await page.keyboard.press(at.column < to.column ? 'ArrowRight' : 'ArrowLeft')
  }
  throw new Error(`The arrows do not lead to ${String(name)}`)
}

/**
 * From the matrix of a case that is compared in part to one in which a person has looked at every cell, and every difference is settled:
 * one cell is linked with the sentence that the app suggests, the others are looked for in vain. By the keyboard alone.
 */
export async function settleMatrix(app: AppDriver): Promise<void> {
  const { page } = app
  await page.keyboard.press('Alt+3')
  const strikeInWitness = /^Strike .*Park.*: Not compared/
  await cell(page, strikeInWitness).waitFor()
  await keepPicture(app, '08-matrix-not-compared')
  await goToCell(page, strikeInWitness)
  await page.keyboard.press('Enter')

  // The workbench shows the moment beside the witness statement, and says which sentence may tell of it, and why.
  const suggestions = page.getByRole('region', { name: 'Sentences that may speak of this tag' })
  await suggestions.getByText(/three punches to the head/).waitFor()
  await suggestions.getByText(/Both are strike · Both name the head · Both count 3/).waitFor()
  await page.keyboard.press('q')
  await page.getByRole('toolbar', { name: 'Selected words' }).waitFor()
  await page.keyboard.press('1')
  await saved(page)
  await page.keyboard.press('Alt+3')
  await cell(page, /^Strike .*Park.*: Agrees/).waitFor()

  const open = cell(page, /: Not compared/)
  for (let left = await open.count(); left > 0; left -= 1) {
    await goToCell(page, /: Not compared/)
    await page.keyboard.press('Shift+N')
    await saved(page)
    await expect.poll(() => open.count(), { timeout: 10_000 }).toBe(left - 1)
  }
  await settleDifferences(page)

  await page.keyboard.press('Alt+3')
  await goToCell(page, /^Strike .*Rivera.*: Contradicts/)
  const ground = page.getByRole('region', { name: 'Selected cell' })
  await ground.getByText('material', { exact: true }).first().waitFor()
  expect(await ground.getByText('open', { exact: true }).count()).toBe(0)
  await cell(page, /^Strike .*Novak.*: Not mentioned/).waitFor()
  expect(await open.count(), 'cells that nobody has looked at').toBe(0)
  await keepPicture(app, '09-matrix-settled')
}

/** Settles the difference shown as material, by the desk's own keys. */
export async function settleByKeys(page: Page, reason: string): Promise<void> {
  await page.keyboard.press('4')
  await writeIn(page, page.getByRole('region', { name: 'Disposition' }).getByLabel('Reason'), reason)
  await page.keyboard.press('Control+Enter')
}

/** Settles one difference after the other. */
async function settleDifferences(page: Page): Promise<void> {
  await page.keyboard.press('Alt+2')
  const form = page.getByRole('region', { name: 'Disposition' })
  const openOnes = page.getByRole('button', { name: /^Differences \d+/ })
  await page.getByRole('navigation', { name: 'Differences' }).waitFor()
  const isDone = async () => (await openOnes.count()) === 0
  for (let turn = 0; turn < 30 && !(await isDone()); turn += 1) {
    await settleByKeys(page, 'Both accounts were looked at side by side.')
    // The next open one comes by itself, without a reason yet.
    await expect.poll(async () => (await isDone()) || (await form.getByLabel('Reason').inputValue()) === '', { timeout: 10_000 }).toBe(true)
  }
  expect(await openOnes.count(), 'open differences').toBe(0)
}
