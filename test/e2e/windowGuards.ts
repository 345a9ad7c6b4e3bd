import { createServer } from 'node:http'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, expect, it } from 'vitest'
import { z } from 'zod'
import { enteredDifferenceSchema } from '#shared/model/comparison'
import { reportSchema } from '#shared/model/report'
import { personSchema } from '#shared/model/case'
import { jobSchema } from '#shared/model/job'
import { emptyTagDetails } from '#shared/domain/suggestTagDetails'
import { tagSchema } from '#shared/model/tag'
import { generateVideo } from '../core/media/generateVideo'
import { reportDraft } from '../core/openTestCore'
import type { AppDriver } from './appDriver'
import { callMethod, makeCaseWithFootage, readCase } from './commandLine'

const image = '<img src=x onerror="window.intruder=1">'
const words = `${image}<script>window.intruder=1</script><b>bold</b>`
const markSchema = z.object({ intruder: z.unknown().optional() })

/** A server on another port that counts who comes: nobody may. */
async function countVisits(): Promise<{ origin: string; visits: () => number; close: () => void }> {
  let visits = 0
  const server = createServer((_request, response) => {
    visits++
    response.setHeader('Access-Control-Allow-Origin', '*')
    response.end('window.intruder = 1')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return { origin: `http://127.0.0.1:${address.port}`, visits: () => visits, close: () => server.close() }
}

const intruder = async (page: Page) => markSchema.parse(await page.evaluate(() => ({ intruder: Reflect.get(window, 'intruder') }))).intruder

/** Tests that hold in every host: what a page can reach, and that text is text. */
export function checkWindowGuards(launch: (dataFolder: string) => Promise<AppDriver>): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'countersign-guards-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('gives the page no Node, no way out, and nothing from elsewhere', async () => {
    const remote = await countVisits()
    const app = await launch(path.join(folder, 'guards'))
    try {
      const { page } = app
      await page.getByRole('button', { name: 'New case' }).first().waitFor()
      const home = page.url()
      expect(
        await page.evaluate(() =>
          ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron'].filter((name) => name in window)
        )
      ).toEqual([])
      const keys = await page.evaluate(() => {
        const shell: unknown = Reflect.get(window, 'countersignShell')
        return typeof shell === 'object' && shell !== null ? Object.keys(shell).sort() : []
      })
      expect(keys).toEqual(
        app.host === 'electron'
          ? [
              'closeReports',
              'findInFolder',
              'grantDropped',
              'host',
              'onCommand',
              'onCoreRestarted',
              'onReportsClosed',
              'onReportsMoved',
              'openExport',
              'openReports',
              'pickFiles',
              'showMenu',
              'takePendingGrants'
            ]
          : []
      )
      const outcomes = await page.evaluate(async (origin) => {
        const tried: Record<string, string> = {}
        const attempt = async (name: string, run: () => unknown) => {
          try {
            await run()
            tried[name] = 'done'
          } catch {
            tried[name] = 'refused'
          }
        }
        await attempt('fetch', () => fetch(`${origin}/fetch`))
        await attempt('import', () => import(/* @vite-ignore */ `${origin}/script.js`))
        // From a timer of the page's own: what a debugger runs is not held to the page's policy.
        const fromTimer = (run: () => unknown) =>
          new Promise((resolve, reject) =>
            setTimeout(() => {
              try {
                resolve(run())
              } catch (error) {
                reject(error instanceof Error ? error : new Error(String(error)))
              }
            }, 20)
          )
        await attempt('eval', () => fromTimer(() => Reflect.apply(Reflect.get(window, 'eval'), window, ['window.intruder = 1'])))
        await attempt('function', () =>
          fromTimer(() => {
            const made: unknown = Reflect.construct(Function, ['window.intruder = 1'])
            return typeof made === 'function' && (Reflect.apply(made, window, []) as unknown)
          })
        )
        await attempt(
          'socket',
          () =>
            new Promise((resolve, reject) => {
              const socket = new WebSocket(origin.replace('http', 'ws'))
              socket.onopen = resolve
              socket.onerror = reject
            })
        )
        const image = new Image()
        image.src = `${origin}/image.png`
        const frame = document.createElement('iframe')
        frame.src = `${origin}/frame`
        const inline = document.createElement('script')
        inline.textContent = 'window.intruder = 1'
        const far = document.createElement('script')
        far.src = `${origin}/script.js`
        const button = document.createElement('button')
        button.setAttribute('onclick', 'window.intruder = 1')
        const link = document.createElement('a')
        link.href = `${origin}/link`
        link.target = '_blank'
        const script = document.createElement('a')
        script.href = 'javascript:window.intruder=1'
        document.body.append(image, frame, inline, far, button, link, script)
        button.click()
        link.click()
        script.click()
        tried['own window'] = window.open(location.href) === null ? 'refused' : 'done'
        tried['window.open'] = window.open(`${origin}/window`) === null ? 'refused' : 'done'
        await new Promise((resolve) => setTimeout(resolve, 500))
        return tried
      }, remote.origin)
      expect(outcomes).toMatchObject({ fetch: 'refused', import: 'refused', eval: 'refused', function: 'refused', socket: 'refused' })
      expect(await intruder(page)).toBeUndefined()
      expect(outcomes).toMatchObject({ 'window.open': 'refused', 'own window': 'refused' })
      for (const address of [`${remote.origin}/away`, 'file:///etc/passwd', 'https://example.com/']) {
        await page.evaluate((to) => void (location.href = to), address)
        await page.waitForTimeout(300)
        expect(page.url()).toBe(home)
      }
      for (const way of ['replace', 'link', 'refresh', 'form'] as const) {
        await page.evaluate(leaveBy, { way, to: `${remote.origin}/away` })
        await page.waitForTimeout(300)
        expect(page.url(), way).toBe(home)
        // Asked of the page itself: a locator would wait for the end of a navigation that was refused.
        expect(await page.evaluate(() => document.body.innerText), way).toContain('New case')
      }
      expect(page.context().pages()).toHaveLength(1)
      expect(remote.visits()).toBe(0)
    } finally {
      await app.close()
      remote.close()
    }
  })

  it('shows script and HTML in names, files, notes, differences and the search as the text that they are, and breaks no policy', async () => {
    const dataFolder = path.join(folder, 'text')
    const video = path.join(folder, `${image}.mp4`)
    const report = path.join(folder, `${image}.txt`)
    generateVideo(video, { seconds: 2 })
    writeFileSync(report, `${words}\n`)
    const { case: opened } = await makeCaseWithFootage(dataFolder, [video], { incidentNumber: words, place: words })
    const caseId = opened.id
    await callMethod(
      dataFolder,
      'people.create',
      { caseId, draft: { role: 'witness', name: words, rank: '', badgeNumber: '', shiftEndsAt: null } },
      personSchema
    )
    await callMethod(dataFolder, 'reports.load', { caseId, draft: { ...reportDraft, authorName: words } }, jobSchema, [report])
    const { footage, reports } = await readCase(dataFolder, caseId)
    z.array(reportSchema).length(1).parse(reports)
    const details = { ...emptyTagDetails('warning'), words }
    const draft = { footageId: footage[0]?.id, startUs: 0, endUs: null, details, note: words, clauseIds: [] }
    const tag = await callMethod(dataFolder, 'tags.create', { caseId, draft }, tagSchema)
    const entered = { caseId, kind: 'justification', tagIds: [tag.id], passageIds: [], description: words }
    await callMethod(dataFolder, 'differences.enter', entered, enteredDifferenceSchema)
    const app = await launch(dataFolder)
    try {
      const { page } = app
      await collectViolations(page)
      await page.getByRole('button', { name: words, exact: true }).click()
      for (const view of ['People', 'Files', 'Differences', 'Activity', 'Workbench']) {
        await page.getByRole('navigation').getByRole('button', { name: view }).click()
        await expectTextOnly(page)
      }
      const card = page.locator(`[data-tag="${tag.id}"]`)
      await card.getByText(words).first().waitFor()
      await card.getByRole('button').first().click()
      await expectTextOnly(page)
      await page.keyboard.press('Control+K')
      await page.getByRole('dialog').getByText(image).first().waitFor()
      await expectTextOnly(page)
      expect(app.pageErrors).toEqual([])
    } finally {
      await app.close()
    }
  })
}

/** Runs in the page: tries one way out of it. */
function leaveBy({ way, to }: { way: 'replace' | 'link' | 'refresh' | 'form'; to: string }): void {
  const link = document.createElement('a')
  link.href = to
  const refresh = document.createElement('meta')
  refresh.httpEquiv = 'refresh'
  refresh.content = `0;url=${to}`
  const form = document.createElement('form')
  form.action = to
  document.body.append(link, form)
  if (way === 'replace') location.replace(to)
  if (way === 'link') link.click()
  if (way === 'refresh') document.head.append(refresh)
  if (way === 'form') form.submit()
}

/** What was written is on screen as it was written, no element came of it, nothing ran, and the policy had nothing to refuse. */
async function expectTextOnly(page: Page): Promise<void> {
  await page.locator('main').getByText(image).filter({ visible: true }).first().waitFor()
  expect(await page.locator('img[src="x"]').count()).toBe(0)
  expect(await page.locator('b', { hasText: /^bold$/ }).count()).toBe(0)
  expect(await intruder(page)).toBeUndefined()
  const violations: unknown = await page.evaluate((): unknown => Reflect.get(window, 'policyViolations'))
  expect(violations).toEqual([])
}

async function collectViolations(page: Page): Promise<void> {
  await page.evaluate(() => {
    const violations: string[] = []
    Reflect.set(window, 'policyViolations', violations)
    document.addEventListener('securitypolicyviolation', (event) => violations.push(`${event.effectiveDirective} ${event.blockedURI}`))
  })
}
