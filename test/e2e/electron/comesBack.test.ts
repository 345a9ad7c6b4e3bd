import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { ElectronApplication, Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { reportsWindowSchema } from '#shared/model/desk'
import { jobSchema } from '#shared/model/job'
import { generateVideo } from '../../core/media/generateVideo'
import { caseDraft, reportDraft } from '../../core/openTestCore'
import { keepPicture, launchElectron } from '../appDriver'
import { callMethod, makeCaseWithFootage, runCli, verifyLedger } from '../commandLine'
import { selectWords } from '../selectWords'
import { personSchema } from '#shared/model/case'

const folder = mkdtempSync(path.join(tmpdir(), 'countersign-comes-back-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const halfWritten = 'Entered twice; the other one has the right numb'
const tags = (page: Page) => page.getByRole('region', { name: 'On footage' }).locator('[data-tag]')
const reportIn = (page: Page) => page.getByRole('document', { name: 'Report text' })
const placed = { x: 240, y: 60, width: 800, height: 700 }
const deskSchema = z.object({ place: z.object({ reportsWindow: reportsWindowSchema }) })

/** The main window and that of the reports; either may be the first that was found. */
async function windowsOf(electron: ElectronApplication): Promise<[Page, Page]> {
  const pages = electron.windows()
  const main = pages.find((page) => !page.url().endsWith('#reports'))
  const reports = pages.find((page) => page.url().endsWith('#reports'))
  if (main === undefined || reports === undefined) throw new Error('The app has not both of its windows.')
  return [main, reports]
}
const toView = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Views of the case' }).getByRole('button', { name }).click()

async function askToWithdraw(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'More for Officer A' }).click()
  await page.getByRole('menuitem', { name: 'Withdraw' }).click()
}

describe('the app, killed without warning', () => {
  it('comes back to screen, playhead and half-written reason, and undoes what was done before', async () => {
    const video = path.join(folder, 'street.mp4')
    generateVideo(video, { seconds: 20 })
    const dataFolder = path.join(folder, 'data')
    const { case: opened } = await makeCaseWithFootage(dataFolder, [video])
    const draft = { role: 'officer', name: 'Officer A', rank: '', badgeNumber: '', shiftEndsAt: null }
    await callMethod(dataFolder, 'people.create', { caseId: opened.id, draft }, personSchema)

    const first = await launchElectron(dataFolder)
    const { page } = first
    await page.getByRole('button', { name: caseDraft.incidentNumber, exact: true }).click()
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor()
    await page.getByRole('toolbar', { name: 'Tag the frame on screen' }).getByRole('button', { name: /force/i, disabled: false }).waitFor()
    await page.keyboard.press('ArrowRight')
    await page.getByText('00:00:05.000', { exact: true }).waitFor()
    await page.keyboard.press('f')
    await page.keyboard.press('f')
    await expect.poll(() => tags(page).count()).toBe(1)
    await page.keyboard.press('Escape')
    await page.getByText('Saved', { exact: true }).waitFor()
    await toView(page, 'Files')
    await askToWithdraw(page)
    await page.getByRole('dialog').getByLabel('Reason').pressSequentially(halfWritten)
    // What was typed is on the disk within a third of a second; the playhead within a second.
    await page.waitForTimeout(1500)
    const gone = new Promise((resolve) => first.electron.process().once('exit', resolve))
    process.kill(first.coreProcessId(), 'SIGKILL')
    first.electron.process().kill('SIGKILL')
    await gone

    const second = await launchElectron(dataFolder)
    try {
      const again = second.page
      await askToWithdraw(again)
      await expect.poll(() => again.getByRole('dialog').getByLabel('Reason').inputValue()).toBe(halfWritten)
      await keepPicture(second, 'half-written')
      await again.keyboard.press('Escape')
      await toView(again, 'Workbench')
      await again.getByText('00:00:05.000', { exact: true }).waitFor()
      await expect.poll(() => tags(again).count()).toBe(1)
      await again.keyboard.press('Control+Z')
      await expect.poll(() => tags(again).count()).toBe(0)
      await again.keyboard.press('Control+Shift+Z')
      await expect.poll(() => tags(again).count()).toBe(1)
      expect(second.pageErrors).toEqual([])
    } finally {
      await second.close()
    }
    expect(await verifyLedger(dataFolder)).toMatchObject({ isIntact: true })
  })

  it('keeps commands in the menu with the keys that were chosen, and shows the reports in a window of their own', async () => {
    const video = path.join(folder, 'corner.mp4')
    generateVideo(video, { seconds: 20 })
    const dataFolder = path.join(folder, 'two windows')
    const { case: opened } = await makeCaseWithFootage(dataFolder, [video])
    const report = path.join(folder, 'report.txt')
    writeFileSync(report, 'I told him to stop. He did not stop, and I followed him to the corner.\n')
    await callMethod(dataFolder, 'reports.load', { caseId: opened.id, draft: reportDraft }, jobSchema, [report])
    const app = await launchElectron(dataFolder)
    const { page, electron } = app
    const menuItem = (label: string) =>
      electron.evaluate(({ Menu }, wanted) => {
        const items = Menu.getApplicationMenu()?.items.flatMap((one) => one.submenu?.items ?? []) ?? []
        const found = items.find((item) => item.label === wanted)
        return found === undefined ? null : { accelerator: found.accelerator ?? null, enabled: found.enabled }
      }, label)
    const choose = (label: string) =>
      electron.evaluate(({ Menu }, wanted) => {
        const items = Menu.getApplicationMenu()?.items.flatMap((one) => one.submenu?.items ?? []) ?? []
        items.find((item) => item.label === wanted)?.click()
      }, label)
    try {
      await page.getByRole('navigation', { name: 'Screens' }).waitFor()
      await expect.poll(() => menuItem('Play or pause')).toEqual({ accelerator: 'Space', enabled: false })
      await choose('Open the settings')
      await page.getByRole('button', { name: 'Change the key: Sound off or on' }).click()
      await page.keyboard.press('j')
      await page.getByText(/J already means “Shuttle backwards/).waitFor()
      await page.getByRole('button', { name: 'Use it here' }).click()
      await expect.poll(() => menuItem('Sound off or on')).toEqual({ accelerator: 'j', enabled: false })
      await expect.poll(() => menuItem('Shuttle backwards, faster each time')).toEqual({ accelerator: null, enabled: false })
      await choose('Go to all cases')

      await page.getByRole('button', { name: caseDraft.incidentNumber, exact: true }).click()
      await page
        .getByRole('toolbar', { name: 'Tag the frame on screen' })
        .getByRole('button', { name: /force/i, disabled: false })
        .waitFor()
      await page.keyboard.press('j')
      await page.getByRole('button', { name: 'Sound on' }).waitFor()
      await page.keyboard.press('End')
      await page.keyboard.press('w')
      await page.keyboard.press('w')
      await expect.poll(() => tags(page).count()).toBe(1)
      await page.keyboard.press('Escape')
      await page.keyboard.press('Home')
      await page.getByText('00:00:00.000', { exact: true }).waitFor()

      const opening = electron.waitForEvent('window')
      await choose('Reports in their own window')
      const reports = await opening
      // The report alone is there, the events alone are here.
      await reportIn(reports).waitFor()
      await reportIn(page).waitFor({ state: 'detached' })
      expect(await tags(page).count()).toBe(1)
      expect(await tags(reports).count()).toBe(0)
      // What is chosen here is linked to words there, and what is chosen there moves the footage here.
      const card = tags(page).first().getByRole('button').first()
      if ((await card.getAttribute('aria-current')) !== 'true') await card.click()
      await selectWords(reports, 'I told him to stop')
      await reports.keyboard.press('1')
      const words = reports.locator('[data-passages]').first()
      await words.waitFor()
      await expect.poll(() => tags(page).first().innerText()).toMatch(/agrees/i)
      await page.keyboard.press('Home')
      await page.getByText('00:00:00.000', { exact: true }).waitFor()
      await keepPicture(app, 'reports-away')
      await keepPicture({ ...app, page: reports }, 'reports-window')
      await words.click()
      await page.getByText('00:00:00.000', { exact: true }).waitFor({ state: 'detached' })
      await page.getByRole('button', { name: 'Bring them back' }).click()
      await reportIn(page).waitFor()

      // Open again, and moved: so it comes back after the app was killed.
      const again = electron.waitForEvent('window')
      await choose('Reports in their own window')
      await reportIn(await again).waitFor()
      await electron.evaluate(({ BrowserWindow }, bounds) => {
        for (const window of BrowserWindow.getAllWindows()) if (window.webContents.getURL().endsWith('#reports')) window.setBounds(bounds)
      }, placed)
      await page.waitForTimeout(1000)
      expect(app.pageErrors).toEqual([])
    } catch (error) {
      await keepPicture(app, 'failed')
      throw error
    } finally {
      const gone = new Promise((resolve) => electron.process().once('exit', resolve))
      process.kill(app.coreProcessId(), 'SIGKILL')
      electron.process().kill('SIGKILL')
      await gone
    }

    const second = await launchElectron(dataFolder)
    try {
      await expect.poll(() => second.electron.windows().length).toBe(2)
      const [main, reports] = await windowsOf(second.electron)
      await reportIn(reports).waitFor()
      await tags(main).first().waitFor()
      expect(await reportIn(main).count()).toBe(0)
      const bounds = await second.electron.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()
          .filter((window) => window.webContents.getURL().endsWith('#reports'))
          .map((window) => window.getBounds())
      )
      expect(bounds).toEqual([placed])
    } finally {
      await second.close()
    }
    // Whoever ends the app did not put the window away.
    expect(deskSchema.parse(await runCli(dataFolder, ['call', 'desk.get']))).toEqual({
      place: { reportsWindow: { isOpen: true, bounds: placed } }
    })
  })
})
