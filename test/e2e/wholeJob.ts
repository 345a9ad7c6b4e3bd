import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { generateVideo } from '../core/media/generateVideo'
import { testVideo } from '../core/media/testFootage'
import { makeDocx, paragraph } from '../core/reports/extraction/makeDocx'
import { makePdf } from '../core/reports/extraction/makePdf'
import { keepPicture, type AppDriver } from './appDriver'
import { chooseOption, chooseRadio, pressButton, selectWordsByKeys, tabTo, writeIn, writeTime } from './keyboard'
import { settleByKeys } from './settledMatrix'

const useOfForce = [
  'USE OF FORCE REPORT',
  'I told the male several times to put his hands behind his back. He swung at me with a closed fist.',
  'I then took him to the ground. I delivered one strike to his upper body, after which he complied.',
  'EMS was called at 2139 hours and evaluated him at the scene.'
]
const supplement = ['SUPPLEMENT', 'I arrived and assisted with handcuffing. I saw nothing else of note.']
const witness = 'I saw three punches to the head. The other officer just stood there.\n'

/** The files that the job is done on: a real recording where there is one, and three reports of three formats. */
export async function prepareFiles(folder: string): Promise<{ video: string; reports: string[] }> {
  mkdirSync(folder, { recursive: true })
  const real = testVideo('people/one-by-one-person-detection.mp4')
  const video = real ?? path.join(folder, 'street.mp4')
  if (real === null) generateVideo(video, { seconds: 60 })
  const reports = ['use-of-force.pdf', 'supplement.docx', 'witness.txt'].map((name) => path.join(folder, name))
  const [pdf = '', docx = '', txt = ''] = reports
  writeFileSync(pdf, await makePdf({ content: useOfForce.map((text) => ({ text, margin: [0, 0, 0, 12] })) }))
  writeFileSync(docx, makeDocx(supplement.map(paragraph).join('')))
  writeFileSync(txt, witness)
  return { video, reports }
}

const sha256 = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')
const saved = (page: Page) => page.getByText('Saved', { exact: true }).waitFor()

/** Steps 1 and 2: a case with its people and footage. */
export async function makeCase(app: AppDriver, video: string): Promise<void> {
  const { page } = app
  await pressButton(page, page.getByRole('button', { name: 'New case' }))
  await keepPicture(app, '01-new-case')
  await writeIn(page, page.getByLabel('Incident number'), '24-118302')
  await writeIn(page, page.getByLabel('Place'), 'Main Street, 400 block')
  await writeTime(page, page.getByLabel('Start'), '2024-10-12T21:14:00')
  await writeTime(page, page.getByLabel('End'), '2024-10-12T21:24:00')
  await pressButton(page, page.getByRole('button', { name: 'Create the case' }))
  await addPerson(page, 'Officer', 'A. Rivera', { rank: 'Officer', badge: '2114' })
  await addPerson(page, 'Officer', 'B. Novak', { rank: 'Officer', badge: '2087' })
  await addPerson(page, 'Subject', 'M. Doe')
  await addPerson(page, 'Witness', 'L. Park')
  const before = sha256(video)
  const footage = page.getByRole('region', { name: 'Footage' })
  await app.chooseFiles([video], () => pressButton(page, footage.getByRole('button', { name: /Load footage/ })))
  await chooseOption(page, page.getByLabel('Worn by'), 'Rivera')
  await writeTime(page, page.getByLabel('First frame at'), '2024-10-12T21:14:30')
  await pressButton(page, page.getByRole('button', { name: 'Load 1 file' }))
  await footage.getByText(path.basename(video)).first().waitFor()
  await pressButton(page, page.getByRole('button', { name: 'Show the details' }))
  await page.getByText(before).waitFor()
  // The same file again says so.
  await app.chooseFiles([video], () => pressButton(page, footage.getByRole('button', { name: /Load footage/ })))
  await pressButton(page, page.getByRole('button', { name: 'Load 1 file' }))
  await page
    .getByText(/in the case already/)
    .first()
    .waitFor()
  await keepPicture(app, '02-people-and-files')
  expect(sha256(video)).toBe(before)
}

async function addPerson(page: Page, role: string, name: string, officer?: { rank: string; badge: string }): Promise<void> {
  await pressButton(page, page.getByRole('button', { name: 'Add a person' }))
  const dialog = page.getByRole('dialog')
  await chooseRadio(page, dialog, role)
  await writeIn(page, dialog.getByLabel('Name'), name)
  if (officer !== undefined) {
    await writeIn(page, dialog.getByLabel('Rank'), officer.rank)
    await writeIn(page, dialog.getByLabel('Badge number'), officer.badge)
    await writeTime(page, dialog.getByLabel('Shift ended at'), '2024-10-12T23:00:00')
  }
  await pressButton(page, dialog.getByRole('button', { name: 'Add', exact: true }))
  await dialog.waitFor({ state: 'hidden' })
}

/** Step 5, first half: three reports of three formats. */
export async function loadReports(app: AppDriver, reports: readonly string[]): Promise<void> {
  const { page } = app
  const section = page.getByRole('region', { name: 'Reports' })
  await app.chooseFiles([...reports], () => pressButton(page, section.getByRole('button', { name: /Load report/ })))
  const dialog = page.getByRole('dialog')
  for (const [file, type, author] of [
    ['use-of-force.pdf', 'Use-of-force report', 'Rivera'],
    ['supplement.docx', 'Supplement', 'Novak'],
    ['witness.txt', 'Witness statement', 'Park']
  ] as const) {
    const item = dialog.getByRole('region', { name: file })
    await chooseOption(page, item.getByLabel('Type'), type)
    await chooseOption(page, item.getByLabel('Written by'), author)
    await writeTime(page, item.getByLabel('Written at'), '2024-10-13T01:10:00')
  }
  await keepPicture(app, '03-load-reports')
  await pressButton(page, dialog.getByRole('button', { name: 'Load 3 files' }))
  for (const report of reports) await section.getByText(path.basename(report)).first().waitFor()
}

/** Steps 3 and 4: play, step, tag by keys, edit, withdraw, undo, redo. */
export async function playAndTag(app: AppDriver): Promise<void> {
  const { page } = app
  await page.keyboard.press('Alt+1')
  const video = page.locator('video').first()
  await page.getByRole('button', { name: 'Play', exact: true }).waitFor()
  await expect.poll(() => video.evaluate((element: HTMLVideoElement) => element.readyState), { timeout: 15_000 }).toBeGreaterThan(1)
  const mediaTime = () => video.evaluate((element: HTMLVideoElement) => element.currentTime)
  await page.keyboard.press('Space')
  await expect.poll(mediaTime, { timeout: 10_000 }).toBeGreaterThan(1)
  await page.keyboard.press('l')
  await page.keyboard.press('k')
  await page.getByRole('button', { name: 'Play', exact: true }).waitFor()
  await page.keyboard.press('Home')
  await expect.poll(mediaTime).toBeLessThan(0.2)
  await page.keyboard.press('.')
  await page.getByText('frame 1', { exact: true }).waitFor()
  await page.keyboard.press('.')
  await page.getByText('frame 2', { exact: true }).waitFor()
  await page.keyboard.press(',')
  await page.getByText('frame 1', { exact: true }).waitFor()

  // A warning as a moment.
  await page.keyboard.press('w')
  await page.getByRole('complementary', { name: /Tag Warning/ }).waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowRight')
  await codeStrike(page)
  await keepPicture(app, '04-workbench-tagging')

  // A tag made by mistake: withdrawn by undo, brought back by redo, withdrawn again for a reason.
  const cards = page.getByRole('region', { name: 'On footage' }).getByText('Escalation', { exact: true })
  await page.keyboard.press('Escape')
  await page.keyboard.press('e')
  await cards.first().waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+z')
  await cards.first().waitFor({ state: 'detached' })
  await page.keyboard.press('Control+Shift+z')
  await selectTag(page, /^Escalation/)
  await page.keyboard.press('Enter')
  await pressButton(page, page.getByRole('button', { name: 'Withdraw this tag' }))
  await writeIn(page, page.getByRole('dialog').getByLabel(/reason/i), 'Pressed by mistake')
  await pressButton(page, page.getByRole('dialog').getByRole('button', { name: /^Withdraw/ }))
  await cards.first().waitFor({ state: 'detached' })

  // Speed, and the sound.
  await page.keyboard.press(']')
  await page.getByRole('button', { name: /^Speed/ }).waitFor()
  await page.keyboard.press('[')
  await page.keyboard.press('m')
  await page.getByRole('button', { name: 'Sound on' }).waitFor()
  await page.keyboard.press('m')
}

/** A strike as a range while it plays, as long as its key is down; then what it was, where, who and on whom by one key each. */
async function codeStrike(page: Page): Promise<void> {
  await page.keyboard.press('Space')
  await page.keyboard.down('f')
  await page.waitForTimeout(700)
  await page.keyboard.up('f')
  await page.getByRole('toolbar', { name: 'Say more of: Force' }).waitFor()
  await page.keyboard.press('t')
  for (const [part, answer] of [
    ['Type of force', /Strike/],
    ['Body area', /Head/],
    ['Who', /A\. Rivera/],
    ['On whom', /M\. Doe/]
  ] as const) {
    const answers = page.getByRole('group', { name: `Keys for: ${part}` }).getByRole('button')
    const key = answers.filter({ hasText: answer }).first().locator('kbd')
    await page.keyboard.press((await key.innerText()).toLowerCase())
    await page
      .getByRole('status')
      .filter({ hasText: `${part}: ` })
      .waitFor({ state: 'attached' })
  }
  await page.keyboard.press('k')
  await page.keyboard.press('Enter')
  await writeIn(
    page,
    page
      .getByRole('complementary', { name: /^Tag / })
      .getByLabel(/How often|Count|strikes/i)
      .first(),
    '3'
  )
  await page.keyboard.press('Tab')
  await page.getByRole('complementary', { name: /Strike.*head.*3/i }).waitFor()
  await saved(page)
}

/** Goes back from tag to tag by their keys, and on again, until one is selected. */
async function selectTag(page: Page, name: RegExp): Promise<void> {
  const wanted = page.getByRole('region', { name: 'On footage' }).getByRole('button', { name }).first()
  await wanted.waitFor()
  for (const key of ['Shift+ArrowLeft', 'Shift+ArrowRight']) {
    for (let steps = 0; steps < 6; steps += 1) {
      if ((await wanted.getAttribute('aria-current')) === 'true') return
      await page.keyboard.press(key)
      await page.waitForTimeout(100)
    }
  }
  throw new Error(`The keys for tags do not lead to ${String(name)}`)
}

/** Goes up or down in the reports by their keys until one of a person is shown. */
async function showReport(page: Page, author: string): Promise<void> {
  const shown = page.getByRole('combobox', { name: 'Report shown' })
  const isShown = () =>
    shown.evaluate((select, name) => select instanceof HTMLSelectElement && select.selectedOptions[0]?.text.includes(name) === true, author)
  await shown.waitFor()
  for (const key of ['Alt+PageUp', 'Alt+PageDown']) {
    for (let steps = 0; steps < 3; steps += 1) {
      if (await isShown()) return
      await page.keyboard.press(key)
    }
  }
  expect(await isShown(), `the report of ${author} is shown`).toBe(true)
}

/** Step 5, second half, and 6: link, mark statements, settle a difference, say what is not there. */
export async function compare(app: AppDriver): Promise<void> {
  const { page } = app
  await showReport(page, 'Rivera')
  await selectTag(page, /^Strike/)
  await selectWordsByKeys(page, 'one strike to his upper body')
  await page.keyboard.press('3')
  await page.getByRole('toolbar', { name: 'Selected words' }).waitFor({ state: 'hidden' })
  // From the passage itself to what can be done about it.
  await pressButton(page, page.getByRole('document', { name: 'Report text' }).getByRole('button', { name: /one strike/ }))
  await pressButton(page, page.getByRole('button', { name: 'Link to another tag, or mark as statement' }))
  await page.keyboard.press('s')
  const panel = page.getByLabel('Statement', { exact: true })
  // What the reader suggests fills the form first; the reviewer corrects it.
  await panel.getByText(/Read from the words/).waitFor()
  await chooseOption(page, panel.getByLabel('Body area'), 'Upper body')
  await writeIn(page, panel.getByLabel('How often'), '1')
  await pressButton(page, panel.getByRole('button', { name: /Mark|Save/ }).last())
  await saved(page)
  await selectWordsByKeys(page, 'He swung at me with a closed fist')
  await page.keyboard.press('s')
  await pressButton(page, panel.getByRole('button', { name: /Mark|Save/ }).last())
  await saved(page)
  await showReport(page, 'Novak')
  await selectTag(page, /^Strike/)
  await page.keyboard.press('Shift+N')
  await page.getByText('Not mentioned in this report').first().waitFor()
  await saved(page)
  await showReport(page, 'Rivera')
  await keepPicture(app, '05-two-accounts')

  await page.keyboard.press('Alt+2')
  const list = page.getByRole('navigation', { name: 'Differences' })
  for (const kind of ['Count', 'Force type', 'Not in report']) await list.getByText(kind, { exact: true }).first().waitFor()
  await list
    .getByText(/Not compared/)
    .first()
    .waitFor()
  const shown = page.getByRole('region', { name: 'Difference shown' })
  for (let steps = 0; steps < 10 && (await shown.getByText('Count', { exact: true }).count()) === 0; steps += 1)
    await page.keyboard.press('j')
  await keepPicture(app, '06-differences')
  await settleByKeys(page, 'The footage shows three strikes; the report tells of one.')
  await saved(page)
}

/** Step 8: the findings summary in both formats. */
export async function writeFindings(app: AppDriver, folder: string): Promise<void> {
  const { page } = app
  for (const [choice, name] of [
    ['As a web page (HTML)', 'findings.html'],
    ['As a PDF', 'findings.pdf']
  ] as const) {
    const file = path.join(folder, name)
    await pressButton(page, page.getByRole('button', { name: 'Findings summary' }))
    await app.saveFile(file, async () => {
      await tabTo(page, page.getByRole('menuitem', { name: choice }), 'ArrowDown')
      await page.keyboard.press('Enter')
    })
    await expect.poll(() => readIfThere(file).length, { timeout: 30_000 }).toBeGreaterThan(1000)
  }
  const html = readIfThere(path.join(folder, 'findings.html')).toString('utf8')
  for (const words of [
    '24-118302',
    'one strike to his upper body',
    'contradicts',
    'The footage shows three strikes; the report tells of one.',
    'data:image/jpeg'
  ]) {
    expect(html).toContain(words)
  }
  expect(readIfThere(path.join(folder, 'findings.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
}

function readIfThere(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch {
    // It is not written yet.
    return Buffer.alloc(0)
  }
}

/** What was done is told of an officer, and in the ledger. */
export async function lookAround(app: AppDriver): Promise<void> {
  const { page } = app
  await page.keyboard.press('Alt+4')
  await page.getByText('B. Novak').first().waitFor()
  await page.keyboard.press('Alt+6')
  await page
    .getByRole('button', { name: /Verify/ })
    .first()
    .waitFor()
}

/** Step 7, after the app was closed and started again: everything is there. */
export async function findEverythingAgain(app: AppDriver): Promise<void> {
  const { page } = app
  // The window comes back to the case; from there on its keys are heard.
  await page.getByRole('button', { name: 'All cases' }).waitFor()
  await page.keyboard.press('Alt+0')
  await pressButton(page, page.getByRole('button', { name: '24-118302', exact: true }))
  await page.keyboard.press('Alt+1')
  await page
    .getByRole('region', { name: 'On footage' })
    .getByText(/^Strike/)
    .first()
    .waitFor()
  await page.keyboard.press('Alt+2')
  await page
    .getByRole('navigation', { name: 'Differences' })
    .getByText(/Settled/)
    .first()
    .waitFor()
  await page.keyboard.press('Alt+6')
  await pressButton(page, page.getByRole('button', { name: /Verify/ }))
  await page
    .getByText(/intact/i)
    .first()
    .waitFor()
  await keepPicture(app, '07-activity')
}
