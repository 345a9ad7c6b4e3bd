import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { generateVideo } from '../core/media/generateVideo'
import { testVideo } from '../core/media/testFootage'
import { makeDocx, paragraph } from '../core/reports/extraction/makeDocx'
import { makePdf } from '../core/reports/extraction/makePdf'
import { keepPicture, type AppDriver } from './appDriver'

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
  await page.getByRole('button', { name: 'New case' }).first().click()
  await keepPicture(app, '01-new-case')
  await page.getByLabel('Incident number').fill('24-118302')
  await page.getByLabel('Place').fill('Main Street, 400 block')
  await page.getByLabel('Start').fill('2024-10-12T21:14:00')
  await page.getByLabel('End').fill('2024-10-12T21:24:00')
  await page.getByRole('button', { name: 'Create the case' }).click()
  await addPerson(page, 'Officer', 'A. Rivera', { rank: 'Officer', badge: '2114' })
  await addPerson(page, 'Officer', 'B. Novak', { rank: 'Officer', badge: '2087' })
  await addPerson(page, 'Subject', 'M. Doe')
  await addPerson(page, 'Witness', 'L. Park')
  const before = sha256(video)
  await app.chooseFiles([video], () =>
    page
      .getByRole('region', { name: 'Footage' })
      .getByRole('button', { name: /Load footage/ })
      .first()
      .click()
  )
  await page.getByLabel('Worn by').selectOption({ label: await optionWith(page.getByLabel('Worn by'), 'Rivera') })
  await page.getByLabel('First frame at').fill('2024-10-12T21:14:30')
  await page.getByRole('button', { name: 'Load 1 file' }).click()
  await page
    .getByRole('region', { name: 'Footage' })
    .getByText('one-by-one-person-detection.mp4')
    .or(page.getByRole('region', { name: 'Footage' }).getByText('street.mp4'))
    .first()
    .waitFor()
  await page.getByRole('button', { name: 'Show the details' }).first().click()
  await page.getByText(before).waitFor()
  // The same file again says so.
  await app.chooseFiles([video], () =>
    page
      .getByRole('region', { name: 'Footage' })
      .getByRole('button', { name: /Load footage/ })
      .first()
      .click()
  )
  await page.getByRole('button', { name: 'Load 1 file' }).click()
  await page
    .getByText(/in the case already/)
    .first()
    .waitFor()
  await keepPicture(app, '02-people-and-files')
  expect(sha256(video)).toBe(before)
}

async function optionWith(select: Locator, words: string): Promise<string> {
  await select.waitFor()
  const options = await select.locator('option').allTextContents()
  return options.find((option) => option.includes(words)) ?? words
}

async function addPerson(page: Page, role: string, name: string, officer?: { rank: string; badge: string }): Promise<void> {
  await page.getByRole('button', { name: 'Add a person' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: role }).click()
  await dialog.getByLabel('Name').fill(name)
  if (officer !== undefined) {
    await dialog.getByLabel('Rank').fill(officer.rank)
    await dialog.getByLabel('Badge number').fill(officer.badge)
    await dialog.getByLabel('Shift ended at').fill('2024-10-12T23:00:00')
  }
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** Step 5, first half: three reports of three formats. */
export async function loadReports(app: AppDriver, reports: readonly string[]): Promise<void> {
  const { page } = app
  const section = page.getByRole('region', { name: 'Reports' })
  await app.chooseFiles([...reports], () =>
    section
      .getByRole('button', { name: /Load report/ })
      .first()
      .click()
  )
  const dialog = page.getByRole('dialog')
  for (const [file, type, author] of [
    ['use-of-force.pdf', 'Use-of-force report', 'Rivera'],
    ['supplement.docx', 'Supplement', 'Novak'],
    ['witness.txt', 'Witness statement', 'Park']
  ] as const) {
    const item = dialog.getByRole('region', { name: file })
    await item.getByLabel('Type').selectOption({ label: type })
    await item.getByLabel('Written by').selectOption({ label: await optionWith(item.getByLabel('Written by'), author) })
    await item.getByLabel('Written at').fill('2024-10-13T01:10:00')
  }
  await keepPicture(app, '03-load-reports')
  await dialog.getByRole('button', { name: 'Load 3 files' }).click()
  for (const report of reports) await section.getByText(path.basename(report)).first().waitFor()
}

/** Steps 3 and 4: play, step, tag by keys, edit, withdraw, undo, redo. */
export async function playAndTag(app: AppDriver): Promise<void> {
  const { page } = app
  await page.getByRole('button', { name: 'Workbench' }).click()
  await page.getByRole('button', { name: 'Play', exact: true }).waitFor()
  await page
    .locator('video')
    .first()
    .evaluate(
      (video: HTMLVideoElement) =>
        new Promise<void>((resolve) =>
          video.readyState >= 2 ? resolve() : video.addEventListener('loadeddata', () => resolve(), { once: true })
        )
    )
  const mediaTime = () =>
    page
      .locator('video')
      .first()
      .evaluate((video: HTMLVideoElement) => video.currentTime)
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

  // A warning as a moment; then a strike as a range, begun and ended by its key while it plays.
  await page.keyboard.press('w')
  await page.getByRole('complementary', { name: /Tag Warning/ }).waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Space')
  await page.keyboard.press('f')
  await page.waitForTimeout(700)
  await page.keyboard.press('f')
  await page.keyboard.press('k')
  const editor = page.getByRole('complementary', { name: /^Tag / })
  await editor.getByLabel('Type of force').fill('strike')
  await page.getByRole('option', { name: /^Strike/ }).click()
  await editor.getByLabel('Body area').selectOption({ label: 'Head' })
  await editor
    .getByLabel(/How often|Count|strikes/i)
    .first()
    .fill('3')
  await page.keyboard.press('Tab')
  await page.getByRole('complementary', { name: /Strike.*head.*3/i }).waitFor()
  await choosePeople(page, 'Who', ['A. Rivera'])
  await choosePeople(page, 'On whom', ['M. Doe'])
  await saved(page)
  await keepPicture(app, '04-workbench-tagging')

  // A tag made by mistake: withdrawn by undo, brought back by redo, withdrawn again by its own button.
  const cards = page.getByRole('region', { name: 'On footage' }).getByText('Escalation', { exact: true })
  await page.keyboard.press('Escape')
  await page.keyboard.press('e')
  await cards.first().waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+z')
  await cards.first().waitFor({ state: 'detached' })
  await page.keyboard.press('Control+Shift+z')
  await cards.first().click()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Withdraw this tag' }).click()
  await page
    .getByRole('dialog')
    .getByLabel(/reason/i)
    .fill('Pressed by mistake')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Withdraw/ })
    .click()
  await cards.first().waitFor({ state: 'detached' })

  // Speed, and a range that plays again and again.
  await page.keyboard.press(']')
  await page.getByRole('button', { name: /^Speed/ }).waitFor()
  await page.keyboard.press('[')
  await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('m')
  await page.getByRole('button', { name: 'Sound on' }).waitFor()
  await page.keyboard.press('m')
}

async function choosePeople(page: Page, label: string, names: readonly string[]): Promise<void> {
  const group = page.getByRole('complementary', { name: /^Tag / }).getByRole('group', { name: label, exact: true })
  for (const name of names) await group.getByText(name).first().click()
}

/** Selects words of the report shown with the mouse: down before the first letter, up behind the last. */
export async function selectWords(page: Page, words: string): Promise<void> {
  const report = page.getByRole('document', { name: 'Report text' })
  await expect.poll(() => report.innerText(), { timeout: 15_000 }).toContain(words.slice(0, 8))
  const drag = await report.evaluate((root, quote) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    const nodes: Text[] = []
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) if (node instanceof Text) nodes.push(node)
    const start = nodes
      .map((node) => node.data)
      .join('')
      .indexOf(quote)
    if (start < 0) throw new Error(`The report does not hold: ${quote}`)
    const letterAt = (offset: number): DOMRect => {
      let before = 0
      for (const node of nodes) {
        if (offset < before + node.data.length) {
          const range = document.createRange()
          range.setStart(node, offset - before)
          range.setEnd(node, offset - before + 1)
          node.parentElement?.scrollIntoView({ block: 'center' })
          return range.getBoundingClientRect()
        }
        before += node.data.length
      }
      throw new Error('beyond the text')
    }
    letterAt(start)
    const last = letterAt(start + quote.length - 1)
    const first = letterAt(start)
    const lastNow = letterAt(start + quote.length - 1)
    return { fromX: first.left + 1, fromY: first.top + first.height / 2, toX: lastNow.right - 1, toY: last.top + last.height / 2 }
  }, words)
  await page.mouse.move(drag.fromX, drag.fromY)
  await page.mouse.down()
  await page.mouse.move(drag.toX, drag.toY, { steps: 5 })
  await page.mouse.up()
  await page.getByRole('toolbar', { name: 'Selected words' }).waitFor()
}

async function showReport(page: Page, words: string): Promise<void> {
  const chooser = page.getByRole('region', { name: 'The two accounts' }).getByRole('combobox').first()
  await chooser.selectOption({ label: await optionWith(chooser, words) })
}

/** Step 5, second half, and 6: link, mark statements, settle a difference, say what is not there. */
export async function compare(app: AppDriver): Promise<void> {
  const { page } = app
  await showReport(page, 'Rivera')
  await page
    .getByRole('region', { name: 'On footage' })
    .getByText(/^Strike/)
    .first()
    .click()
  await selectWords(page, 'one strike to his upper body')
  await page.getByRole('button', { name: /^Contradicts/ }).click()
  await page.getByRole('toolbar', { name: 'Selected words' }).waitFor({ state: 'hidden' })
  await page.getByRole('document', { name: 'Report text' }).getByText('one strike').first().click()
  await page.getByRole('button', { name: 'Link to another tag, or mark as statement' }).click()
  await page.getByRole('button', { name: 'Mark as statement' }).click()
  const panel = page.getByLabel('Statement', { exact: true })
  // What the reader suggests fills the form first; the reviewer corrects it.
  await panel.getByText(/Read from the words/).waitFor()
  await panel.getByLabel('How often').fill('1')
  await panel.getByLabel('Body area').selectOption({ label: 'Upper body' })
  await panel
    .getByRole('button', { name: /Mark|Save/ })
    .last()
    .click()
  await saved(page)
  await selectWords(page, 'He swung at me with a closed fist')
  await page.getByRole('button', { name: 'Mark as statement' }).click()
  await panel
    .getByRole('button', { name: /Mark|Save/ })
    .last()
    .click()
  await saved(page)
  await showReport(page, 'Novak')
  await page
    .getByRole('region', { name: 'On footage' })
    .getByText(/^Strike/)
    .first()
    .click()
  await page.keyboard.press('Shift+N')
  await saved(page)
  await showReport(page, 'Rivera')
  await keepPicture(app, '05-two-accounts')

  await page.getByRole('button', { name: /^Differences/ }).click()
  const list = page.getByRole('navigation', { name: 'Differences' })
  for (const kind of ['Count', 'Force type', 'Not in report']) await list.getByText(kind, { exact: true }).first().waitFor()
  await list
    .getByText(/Not compared/)
    .first()
    .waitFor()
  await list.getByText('Count', { exact: true }).first().click()
  await keepPicture(app, '06-differences')
  const form = page.getByRole('region', { name: 'Disposition' })
  await form.getByText('Material', { exact: true }).click()
  await form.getByLabel('Reason').fill('The footage shows three strikes; the report tells of one.')
  await form.getByRole('button', { name: /^Save/ }).last().click()
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
    await page.getByRole('button', { name: 'Findings summary' }).first().click()
    await app.saveFile(file, () => page.getByRole('menuitem', { name: choice }).click())
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

/** Step 7, after the app was closed and started again: everything is there. */
export async function findEverythingAgain(app: AppDriver): Promise<void> {
  const { page } = app
  await page.getByText('24-118302').first().click()
  await page.getByRole('button', { name: 'Workbench' }).click()
  await page
    .getByRole('region', { name: 'On footage' })
    .getByText(/^Strike/)
    .first()
    .waitFor()
  await page.getByRole('button', { name: /^Differences/ }).click()
  await page
    .getByRole('navigation', { name: 'Differences' })
    .getByText(/Settled/)
    .first()
    .waitFor()
  await page.getByRole('button', { name: 'Activity' }).click()
  await page
    .getByRole('button', { name: /Verify/ })
    .first()
    .click()
  await page
    .getByText(/intact/i)
    .first()
    .waitFor()
  await keepPicture(app, '07-activity')
}
