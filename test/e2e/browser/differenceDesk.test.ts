import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { emptyTagDetails } from '#shared/domain/suggestTagDetails'
import type { CaseId } from '#shared/model/ids'
import { caseDraft, ended, openTestCore } from '../../core/openTestCore'
import { generateVideo } from '../../core/media/generateVideo'
import { makePdf } from '../../core/reports/extraction/makePdf'
import { keepPicture, launchBrowser, type AppDriver } from '../appDriver'
import { readCase } from '../commandLine'
import { axeFindings } from '../screens'

const folder = mkdtempSync(path.join(tmpdir(), 'countersign-desk-'))
const dataFolder = path.join(folder, 'data')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const count = 11
const sentence = (n: number) => `Blow number ${n} landed on the left arm of the subject, as I saw it.`

/** A case with eleven differences, each between a moment on footage and a sentence of a report with pages. */
async function makeCase(): Promise<CaseId> {
  const video = path.join(folder, 'street.mp4')
  generateVideo(video, {
    seconds: 40,
    size: '640x360',
    options: ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-g', '25', '-c:a', 'aac', '-shortest']
  })
  const file = path.join(folder, 'report.pdf')
  const numbers = Array.from({ length: count }, (_, index) => index + 1)
  writeFileSync(file, await makePdf({ content: ['USE OF FORCE REPORT', ...numbers.flatMap((n) => [sentence(n), ' ', ' '])] }))
  const core = await openTestCore({ dataFolder })
  const { client } = core
  const { id: caseId } = await client.cases.create(caseDraft)
  const [grant] = await core.hostClient.grantFiles({ paths: [video] })
  const footageDraft = { wearerId: null, cameraLabel: 'front', startsAt: null }
  await ended(core, (await client.footage.load({ caseId, grantId: grant?.grantId ?? expect.fail('no grant'), draft: footageDraft })).id)
  const [reportGrant] = await core.hostClient.grantFiles({ paths: [file] })
  const draft = { type: 'use-of-force', authorId: null, authorName: 'R. Weaver', capacity: 'involved-officer', writtenAt: null } as const
  await ended(core, (await client.reports.load({ caseId, grantId: reportGrant?.grantId ?? expect.fail('no grant'), draft })).id)
  const { footage, reports } = await client.cases.get({ caseId })
  const [camera, report] = [footage[0] ?? expect.fail('no footage'), reports[0] ?? expect.fail('no report')]
  const { text } = await client.reports.text({ reportId: report.id, sha256: report.sha256 })
  for (const n of numbers) {
    const details = { ...emptyTagDetails('resistance') }
    const tag = await client.tags.create({
      caseId,
      draft: { footageId: camera.id, startUs: n * 3e6, endUs: null, details, note: '', clauseIds: [] }
    })
    const start = text.indexOf(`Blow number ${n} `)
    const span = { reportId: report.id, start, end: start + `Blow number ${n} landed`.length }
    await client.differences.enter({
      caseId,
      kind: 'count',
      tagIds: [tag.id],
      passageIds: [],
      span,
      description: `Blow ${n} is on the other arm.`
    })
  }
  await core.close()
  return caseId
}

const progress = (page: Page, settled: number) => page.getByText(`${settled} of ${count} settled`, { exact: true }).waitFor()

async function keepBoth(app: AppDriver, name: string): Promise<void> {
  for (const theme of ['light', 'dark']) {
    await app.page.evaluate((wanted) => (document.documentElement.dataset['theme'] = wanted), theme)
    for (const [width, height] of [
      [1920, 1080],
      [1440, 900]
    ] as const) {
      await app.page.setViewportSize({ width, height })
      await app.page.waitForTimeout(400)
      await keepPicture(app, `${name}-${theme}-${width}`)
    }
  }
}

describe('the difference desk', () => {
  it('has ten differences settled by keyboard alone, each beside its moment and its page, and says what comes next', async () => {
    const caseId = await makeCase()
    const app = await launchBrowser(dataFolder)
    const { page } = app
    try {
      await page.getByRole('button', { name: caseDraft.incidentNumber }).first().waitFor()
      // From here on there is no mouse.
      await page.getByRole('button', { name: caseDraft.incidentNumber }).first().focus()
      await page.keyboard.press('Enter')
      await page.getByText(/^frame \d/).waitFor()
      await page.keyboard.press('Alt+2')
      await progress(page, 0)
      await page.locator('[data-pending]:not([data-awaited])').first().waitFor()
      expect(await page.locator('[data-pending]:not([data-awaited])').first().boundingBox()).not.toBeNull()
      const spoken = page.getByRole('status').filter({ hasText: 'settled' })
      const reason = page.getByLabel('Reason', { exact: true })

      // The first reason is written; a half-written one outlives the window.
      await page.keyboard.press('4')
      await page.keyboard.type('Another arm, the same blow')
      await page.waitForTimeout(600)
      await page.reload()
      await progress(page, 0)
      await expect.poll(() => reason.inputValue()).toBe('Another arm, the same blow')
      await page.keyboard.press('r')
      await page.keyboard.press('End')
      await page.keyboard.type('.')
      await page.keyboard.press('Control+Enter')
      await progress(page, 1)
      await spoken.filter({ hasText: /^Settled as material: .*1 of 11 settled\. Next: Blow/ }).waitFor()

      // The others with the reason given before.
      for (let settled = 2; settled <= 10; settled += 1) {
        await page.keyboard.press(settled % 2 === 0 ? '3' : '2')
        await page.keyboard.press('ArrowUp')
        await page.keyboard.press('Control+Enter')
        await progress(page, settled)
      }
      await page.locator('[data-pending]:not([data-awaited])').first().waitFor()
      await page.waitForTimeout(400)
      await keepBoth(app, 'difference-desk')
      expect.soft(await axeFindings(page)).toEqual([])

      // What was settled last is taken back, and shown again.
      await page.keyboard.press('Control+z')
      await progress(page, 9)
      await page
        .getByRole('status')
        .filter({ hasText: /^Open again, as you undid it/ })
        .waitFor()
      await page.keyboard.press('3')
      await page.keyboard.press('ArrowUp')
      await page.keyboard.press('Control+Enter')
      await progress(page, 10)

      // The matrix beside it: two keys to the details of a cell and back.
      await page.keyboard.press('Alt+3')
      const cell = page.locator('[role=grid] [tabindex="0"]')
      await cell.and(page.locator(':focus')).waitFor()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('F2')
      await page.getByRole('region', { name: 'Selected cell' }).and(page.locator(':focus')).waitFor()
      await page.keyboard.press('F2')
      await cell.and(page.locator(':focus')).waitFor()
      await keepBoth(app, 'matrix-legend')
      expect.soft(await axeFindings(page)).toEqual([])
      await page.keyboard.press('Alt+2')
      await page.keyboard.press('Shift+P')
      await page.getByRole('radio', { name: 'Text', exact: true }).and(page.locator('[aria-checked=true]')).waitFor()
      await keepPicture(app, 'difference-desk-text')
      expect(app.pageErrors).toEqual([])
    } catch (error) {
      await keepPicture(app, 'difference-desk-failed')
      throw error
    } finally {
      await app.close()
    }
    const { dispositions } = await readCase(dataFolder, caseId)
    const settled = dispositions.filter(({ withdrawn }) => withdrawn === null)
    expect(settled.map(({ reason: given }) => given)).toEqual(Array.from({ length: 10 }, () => 'Another arm, the same blow.'))
    expect(settled.filter(({ status }) => status === 'open')).toEqual([])
  })
})
