import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { generateVideo } from '../../core/media/generateVideo'
import { keepPicture, launchBrowser, type AppDriver } from '../appDriver'
import { skipTour, toLibrary } from '../firstSteps'
import { holdLine, type HeldLine } from '../heldLine'
import { keepScreen, outOfReach } from '../screens'
import { keepSnapshot } from '../snapshots'

const folder = mkdtempSync(path.join(tmpdir(), 'countersign-screens-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const emptyCase = '24-118377'

describe('every screen', () => {
  it('can be read in both themes, and nothing on it is cut off, whatever state it is in', { timeout: 300_000 }, async () => {
    const app = await launchBrowser(folder)
    try {
      await app.page.emulateMedia({ reducedMotion: 'reduce' })
      const line = await holdLine(app.page)
      await firstStart(app, app.address, line)
      await emptyCaseScreens(app)
      await libraryScreens(app, line)
      await loadingScreens(app, line)
      await workbenchScreens(app)
      await comparisonScreens(app)
      await matrixScreens(app)
      await activityScreens(app)
      await narrowScreens(app)
      await problemScreens(app, line)
    } catch (error) {
      await keepPicture(app, 'failed')
      throw error
    } finally {
      await app.close()
    }
  })
})

const goTo = (page: Page, view: RegExp) => page.getByRole('button', { name: view }).first().click()
const demonstration = /^Open the demonstration case/

async function firstStart(app: AppDriver, address: string, line: HeldLine): Promise<void> {
  const { page } = app
  line.hold()
  await page.goto(address)
  await page.getByText('Opening Countersign…').waitFor()
  await keepScreen(app, 'opening')
  await page.getByText('The core does not answer yet').waitFor()
  await keepScreen(app, 'no-answer')
  line.release()
  await page.getByText('No cases yet').waitFor()
  await keepScreen(app, 'library-empty', 'light')
  await goTo(page, demonstration)
  await page.getByText('Drawing the footage').waitFor()
  await keepScreen(app, 'library-demonstration-under-way')
}

/** While the demonstration is drawn: a case that holds nothing yet. */
async function emptyCaseScreens(app: AppDriver): Promise<void> {
  const { page } = app
  await goTo(page, /^New case/)
  await keepScreen(app, 'new-case', 'dark')
  await page.getByRole('button', { name: 'Create the case' }).click()
  await keepScreen(app, 'new-case-refused')
  await fillCase(page, emptyCase, 'Dwight Street at the bridge, north side')
  for (const [view, name] of [
    [/^People/, 'people-empty'],
    [/^Files/, 'setup-empty'],
    [/^Workbench/, 'workbench-empty'],
    [/^Differences/, 'differences-empty'],
    [/^Matrix/, 'matrix-empty'],
    [/^Activity/, 'activity-empty']
  ] as const) {
    await goTo(page, view)
    await page.waitForTimeout(300)
    await keepScreen(app, name, name.length % 2 === 0 ? 'light' : 'dark')
  }
  await toLibrary(page)
  await goTo(page, /^New case/)
  await fillCase(page, '24-119046', 'Worthington Street, parking lot behind the theatre, second level')
  await toLibrary(page)
}

async function fillCase(page: Page, incidentNumber: string, place: string): Promise<void> {
  await page.getByLabel('Incident number').fill(incidentNumber)
  await page.getByLabel('Place').fill(place)
  await page.getByLabel('Start').fill('2024-10-14T21:14:00')
  await page.getByLabel('End').fill('2024-10-14T21:24:00')
  await page.getByRole('button', { name: 'Create the case' }).click()
  await page.getByRole('button', { name: 'All cases' }).waitFor()
}

async function libraryScreens(app: AppDriver, line: HeldLine): Promise<void> {
  const { page } = app
  await page.getByRole('region', { name: 'Making the demonstration case' }).waitFor({ state: 'detached', timeout: 100_000 })
  if (!(await page.getByRole('button', { name: 'All cases' }).isVisible())) await goTo(page, demonstration)
  for (const step of ['The footage and its timeline', 'One key tags a moment', 'The two accounts, side by side']) {
    await page.getByRole('dialog', { name: step }).getByRole('button', { name: 'Next' }).click()
  }
  await page.getByRole('dialog', { name: 'Differences, for a person to judge' }).waitFor()
  await keepScreen(app, 'tour', 'dark')
  await skipTour(page)
  await goTo(page, /^Workbench/)
  await page.getByText('Strike · head ×3').first().waitFor()
  line.hold()
  await toLibrary(page)
  await page.getByText('Loading the cases…').waitFor()
  await keepScreen(app, 'library-loading')
  line.release()
  await page.getByText(emptyCase).waitFor()
  await keepScreen(app, 'library', 'dark')
  await page
    .getByRole('region', { name: 'Filters' })
    .getByRole('button', { name: /^Strike to the head/ })
    .click()
  await keepScreen(app, 'library-filtered')
  await page.getByRole('button', { name: 'Show all cases' }).click()
  const search = page.getByRole('combobox').first()
  await search.fill('strike')
  await page.getByText(/places in 1 case/).waitFor()
  await keepSnapshot(app, 'search', 'light')
  await search.fill('')
  await goTo(page, /^Codebook/)
  await page.getByRole('heading', { level: 1, name: 'Codebook' }).waitFor()
  await keepSnapshot(app, 'codebook', 'light')
  await goTo(page, /^Diagnostics/)
  await page.getByText('Data folder').waitFor()
  await keepScreen(app, 'diagnostics', 'dark')
  await goTo(page, /^Settings/)
  await page.getByRole('heading', { name: 'Keys' }).waitFor()
  await keepScreen(app, 'settings', 'dark')
  await page.keyboard.press('Control+K')
  await page.keyboard.type('design system')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Design system' }).waitFor()
  await keepScreen(app, 'gallery', 'light')
  await goTo(page, /^Cases/)
  const row = page.getByRole('button', { name: emptyCase, exact: true })
  await row.waitFor()
  line.hold()
  await row.click()
  await page.getByText('Opening the case…').waitFor()
  await keepScreen(app, 'case-opening')
  line.release()
}

async function loadingScreens(app: AppDriver, line: HeldLine): Promise<void> {
  const { page } = app
  const files = path.join(folder, 'files')
  mkdirSync(files)
  const video = path.join(files, 'AXON_Body_4_Video_2024-10-14_2114_officer-with-a-long-name_X60A1234B.mp4')
  generateVideo(video, { seconds: 20 })
  await goTo(page, /^Files/)
  await app.chooseFiles([video, video], () => page.getByRole('button', { name: 'Load footage' }).first().click())
  await page.getByRole('button', { name: 'Load 2 files' }).waitFor()
  await keepScreen(app, 'load-files')
  line.hold()
  await page.getByRole('button', { name: 'Load 2 files' }).click()
  const loading = page.getByRole('region', { name: 'Loading' })
  await expect
    .poll(
      async () => {
        line.passOne()
        return await loading.getByText('%').count()
      },
      { interval: 20, timeout: 20_000 }
    )
    .toBeGreaterThan(0)
  await keepScreen(app, 'setup-loading')
  line.release()
  await page
    .getByText(/in the case already/)
    .first()
    .waitFor()
  await keepScreen(app, 'setup-load-refused')
  await toLibrary(page)
  await page.getByRole('button', { name: '24-118302', exact: true }).click()
  await goTo(page, /^Files/)
  await keepSnapshot(app, 'setup', 'dark')
  await page.getByRole('button', { name: 'Show the details' }).first().click()
  await keepScreen(app, 'setup')
  await page.getByRole('button', { name: 'Add a person' }).first().click()
  await keepScreen(app, 'add-person')
  await page.keyboard.press('Escape')
}

async function workbenchScreens(app: AppDriver): Promise<void> {
  const { page } = app
  await goTo(page, /^Workbench/)
  const footage = page.getByRole('region', { name: 'On footage' })
  await page.locator('video').first().waitFor()
  await footage
    .getByText(/^Takedown/)
    .first()
    .click()
  await page.waitForTimeout(700)
  await keepScreen(app, 'two-accounts', 'dark')
  await page.keyboard.press('?')
  await keepScreen(app, 'help', 'light')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+K')
  await page.getByPlaceholder(/What do you want/).waitFor()
  await keepScreen(app, 'palette', 'dark')
  // A browser has no second window, so nobody is offered one.
  await page.keyboard.type('own window')
  await page.getByText('Nothing here goes by that name.').waitFor()
  await page.keyboard.press('Escape')
  await foldedScreens(app)
  await footage.getByText('Strike · head ×3').first().click()
  await page.keyboard.press('t')
  await page.getByRole('group', { name: 'Keys for: Type of force' }).waitFor()
  await keepScreen(app, 'workbench-coder')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Enter')
  await page.getByRole('complementary', { name: /^Tag Strike/ }).waitFor()
  await page.waitForTimeout(500)
  await keepScreen(app, 'workbench-force', 'light')
  await page.keyboard.press('Escape')
  await page.keyboard.press('n')
  await page.waitForTimeout(300)
  await keepScreen(app, 'workbench-open-range')
  await page.keyboard.press('Control+Z')
  await page.getByText(/^Undone/).waitFor()
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await page.keyboard.press('x')
  const editor = page.getByRole('complementary', { name: /^Tag Failure/ })
  await editor.waitFor()
  await page.waitForTimeout(300)
  await keepScreen(app, 'workbench-failure')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.getByRole('document', { name: 'Report text' }).locator('mark').first().click()
  await page.getByLabel('Passage', { exact: true }).waitFor()
  await keepScreen(app, 'passage')
  await page.keyboard.press('Escape')
}

/** The window when most of it is given to one thing. */
async function foldedScreens(app: AppDriver): Promise<void> {
  const { page } = app
  for (const [key, name] of [
    ['Alt+8', 'workbench-footage-folded'],
    ['Alt+9', 'workbench-reports-folded'],
    ['Shift+W', 'workbench-reading'],
    ['Shift+P', 'workbench-pages']
  ] as const) {
    await page.keyboard.press(key)
    await page.waitForTimeout(400)
    await keepScreen(app, name, name === 'workbench-footage-folded' ? 'light' : undefined)
    await page.keyboard.press(key)
  }
}

async function comparisonScreens(app: AppDriver): Promise<void> {
  const { page } = app
  await goTo(page, /^Differences/)
  const list = page.getByRole('navigation', { name: 'Differences' })
  await list.getByText('Count', { exact: true }).first().click()
  await page.waitForTimeout(700)
  await keepScreen(app, 'differences', 'dark')
  await list.getByText('Not in report', { exact: true }).first().click()
  await page.waitForTimeout(500)
  await keepScreen(app, 'differences-not-in-report', 'light')
  await page.keyboard.press('Shift+D')
  await page.getByRole('dialog').waitFor()
  await keepScreen(app, 'enter-difference')
  await page.keyboard.press('Escape')
  await page.getByTestId('difference-list').evaluate((scroller) => scroller.scrollTo(0, scroller.scrollHeight))
  await list.getByRole('button').last().click()
  await page.waitForTimeout(500)
  await keepScreen(app, 'not-compared')
}

async function matrixScreens(app: AppDriver): Promise<void> {
  const { page } = app
  const grid = page.getByRole('grid', { name: 'Matrix' })
  const cell = (name: RegExp) => grid.getByRole('gridcell', { name })
  await goTo(page, /^Matrix/)
  await grid.waitFor()
  await cell(/^Warning or command 21:14:14, Footage: Shown/).click()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Shift+N')
  await cell(/^Warning or command 21:14:14, Use-of-force report .*: Not mentioned/).waitFor()
  await page.keyboard.press('Control+Z')
  await cell(/^Warning or command 21:14:14, Use-of-force report .*: Not compared/).waitFor()
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await cell(/^Strike · head ×3 .*, Use-of-force report .*: Differs/).click()
  await page.keyboard.press('d')
  await page.getByRole('region', { name: 'Difference shown' }).getByText('Count', { exact: true }).waitFor()
  await page.keyboard.press('Alt+3')
  await grid.waitFor()
  // The place is kept, and the keys work at once.
  await page.waitForTimeout(100)
  await page.keyboard.press('ArrowDown')
  await page.getByRole('region', { name: 'Selected cell' }).getByText('Failure to intervene').waitFor()
  await page.keyboard.press('ArrowUp')
  await keepScreen(app, 'matrix', 'dark')
  await page.getByRole('radio', { name: 'Both ways' }).click()
  await keepScreen(app, 'matrix-both-ways')
  await page.getByRole('radio', { name: 'Duty to intervene' }).click()
  await keepScreen(app, 'matrix-duty', 'light')
  await page.getByRole('radio', { name: 'Events' }).click()
  await cell(/^Strike · head ×3 .*, Use-of-force report .*: Differs/).click()
  await page.keyboard.press('Enter')
  await page.getByRole('document', { name: 'Report text' }).getByText('I delivered one strike').waitFor()
}

async function activityScreens(app: AppDriver): Promise<void> {
  const { page } = app
  await goTo(page, /^Activity/)
  await page
    .getByRole('button', { name: /Verify/ })
    .first()
    .click()
  await page
    .getByText(/intact/i)
    .first()
    .waitFor()
  await keepScreen(app, 'activity')
  // What was looked at is told by its seconds, which no two runs have alike.
  await page.getByLabel('About').selectOption('Tags')
  await keepSnapshot(app, 'activity', 'light')
  await goTo(page, /^People/)
  await page.getByRole('heading', { name: 'Force' }).waitFor()
  await keepSnapshot(app, 'people', 'light')
}

/** Each view as at 200 %. */
async function narrowScreens({ page }: AppDriver): Promise<void> {
  await page.setViewportSize({ width: 720, height: 450 })
  const views = ['Alt+1', 'Alt+2', 'Alt+3', 'Alt+4', 'Alt+5', 'Alt+6', 'Alt+0', 'Codebook', 'Settings', 'Diagnostics']
  for (const view of views) {
    if (view.startsWith('Alt')) await page.keyboard.press(view)
    else await page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: view }).click()
    await page.waitForTimeout(200)
    expect.soft(await outOfReach(page), `${view} at 200 %`).toEqual([])
  }
  await page.setViewportSize({ width: 1440, height: 900 })
  await toLibrary(page)
  await page.getByRole('button', { name: '24-118302', exact: true }).click()
}

async function problemScreens(app: AppDriver, line: HeldLine): Promise<void> {
  const { page } = app
  await goTo(page, /^Files/)
  await page.route('**/upload?*', (route) => route.fulfill({ status: 500, body: '' }))
  await app.chooseFiles([path.join(folder, 'files', readdirSync(path.join(folder, 'files'))[0] ?? '')], () =>
    page.getByRole('button', { name: 'Load footage' }).first().click()
  )
  await page.getByText(/The server refused the request/).waitFor()
  await keepScreen(app, 'notice')
  renameSync(path.join(folder, 'demonstration'), path.join(folder, 'elsewhere'))
  await page.reload()
  await toLibrary(page)
  await page.getByRole('button', { name: '24-118302', exact: true }).click()
  await page.waitForTimeout(2500)
  await keepScreen(app, 'footage-moved')
  renameSync(path.join(folder, 'elsewhere'), path.join(folder, 'demonstration'))
  line.cut()
  await page.getByRole('alert').filter({ hasText: 'The core stopped' }).waitFor()
  await keepScreen(app, 'core-lost')
}
