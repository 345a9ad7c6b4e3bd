import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { generateVideo } from '../../core/media/generateVideo'
import { caseDraft, caseWithFootage, loadReport, openTestCore } from '../../core/openTestCore'
import { keepPicture, launchBrowser } from '../appDriver'
import { keepScreen } from '../screens'

const folder = mkdtempSync(path.join(tmpdir(), 'countersign-search-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const dataFolder = path.join(folder, 'data')

const filler = Array.from({ length: 60 }, (_, line) => `${line + 1}. The street was clear and nothing of note was seen.`).join('\n\n')

/** A case with a tag at four seconds and a report with words far down; and a few cases beside it. */
async function seed(): Promise<void> {
  const video = path.join(folder, 'street.mp4')
  const report = path.join(folder, 'report.txt')
  generateVideo(video, { seconds: 6 })
  writeFileSync(report, `Incident report\n\n${filler}\n\nI deployed my taser at the doorway.\n\n${filler}\n`)
  const core = await openTestCore({ dataFolder })
  const { caseId, footageId } = await caseWithFootage(core, video)
  await loadReport(core, caseId, report)
  const details = { kind: 'escalation' as const, actorIds: [], targetIds: [] }
  const draft = { footageId, startUs: 4_000_000, endUs: null, details, note: 'Voices rise behind the parked van', clauseIds: [] }
  await core.client.tags.create({ caseId, draft })
  for (const name of ['Officer Adams', 'Officer Ruiz', 'Officer Young'])
    await core.client.people.create({ caseId, draft: { role: 'officer', name, rank: '', badgeNumber: '', shiftEndsAt: null } })
  for (let index = 0; index < 12; index += 1) {
    await core.client.cases.create({ ...caseDraft, incidentNumber: `24-2${index}`, place: 'Elm Street', dueOn: `2030-01-${index + 10}` })
  }
  await core.close()
}

describe('search and queue', () => {
  it('lead by keys alone to the moment of a tag, to the words of a report and to a person', async () => {
    await seed()
    const app = await launchBrowser(dataFolder)
    const { page } = app
    const keys = page.keyboard
    try {
      await page.getByRole('heading', { name: 'Cases' }).waitFor()
      await page.getByRole('button', { name: '24-20', exact: true }).waitFor()
      await keepScreen(app, 'queue')

      // From the box down into the queue, which is in the order of the due dates; the case without one comes last.
      await keys.press('Control+Shift+F')
      await keys.press('ArrowDown')
      const focused = () => page.evaluate(() => document.activeElement?.textContent)
      await expect.poll(focused).toBe('24-20')
      await keys.press('End')
      await expect.poll(focused).toBe('24-118302')
      await keys.press('Home')
      await expect.poll(focused).toBe('24-20')

      await keys.press('Control+Shift+F')
      await keys.type('van voic')
      await page.getByRole('option', { name: /Voices rise behind the parked van/ }).waitFor()
      await keepScreen(app, 'search')
      await keys.press('Enter')
      await expect.poll(() => page.getByTestId('footage-time').innerText()).toMatch(/^00:00:04/)
      await keepPicture(app, 'search-moment')

      // From inside a case, over the screen that is there.
      await keys.press('Control+Shift+F')
      await page.getByRole('dialog').getByRole('combobox').waitFor()
      await keys.type('taser doorway')
      await page.getByRole('option', { name: /deployed my taser/ }).waitFor()
      await keepPicture(app, 'search-dialog')
      await keys.press('Enter')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      const words = page.locator('[data-pending]').first()
      await expect.poll(() => words.innerText()).toBe('taser')
      await expect.poll(() => words.isVisible()).toBe(true)
      const box = await words.boundingBox()
      expect(box?.y).toBeGreaterThan(50)
      expect(box?.y).toBeLessThan(page.viewportSize()?.height ?? 0)
      await keepPicture(app, 'search-passage')

      // A person is shown among the people of the case, and the keys go on from there.
      await keys.press('Control+Shift+F')
      await page.getByRole('dialog').getByRole('combobox').waitFor()
      await keys.type('young')
      await page.getByRole('option', { name: /Officer Young/ }).waitFor()
      await keys.press('Enter')
      await page.getByRole('heading', { level: 1, name: 'Officer Young' }).waitFor()
      await expect.poll(focused).toContain('Officer Young')
      await keepPicture(app, 'search-person')
      expect(app.pageErrors).toEqual([])
    } catch (error) {
      await keepPicture(app, 'search-failed')
      throw error
    } finally {
      await app.close()
    }
  })
})
