import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { generateVideo } from '../../core/media/generateVideo'
import { launchElectron } from '../appDriver'
import { openNewCase } from '../openNewCase'

const folder = mkdtempSync(path.join(tmpdir(), 'countersign-loading-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const fileNamed = (name: string): string => path.join(folder, name)

describe('loading in real Electron', () => {
  it('takes files from the command line, and files that are dropped from outside', async () => {
    generateVideo(fileNamed('named.mp4'), { seconds: 1 })
    generateVideo(fileNamed('dropped.mp4'), { seconds: 2 })
    writeFileSync(fileNamed('dropped.txt'), 'I saw it.\n')
    const app = await launchElectron(fileNamed('data'), [fileNamed('named.mp4')])
    try {
      const { page } = app
      await page
        .getByText(/named on the command line|from the command line/i)
        .first()
        .waitFor()
      await openNewCase(app)
      const named = page.getByRole('region', { name: 'Files from the command line' })
      await named.getByRole('button', { name: /Load/ }).first().click()
      await page.getByRole('button', { name: 'Load 1 file' }).click()
      const footage = page.getByRole('region', { name: 'Footage' })
      await footage.getByText('named.mp4').first().waitFor()

      // A drop as the operating system makes it: the page is handed real files and never their paths.
      const devtools = await page.context().newCDPSession(page)
      const data = { items: [], files: [fileNamed('dropped.mp4'), fileNamed('dropped.txt')], dragOperationsMask: 1 }
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
        await devtools.send('Input.dispatchDragEvent', { type, x: 700, y: 500, data })
      }
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('region', { name: 'dropped.txt' }).getByLabel('Name of the author').fill('L. Park')
      await dialog.getByRole('button', { name: 'Load 2 files' }).click()
      await footage.getByText('dropped.mp4').first().waitFor()
      await page.getByRole('region', { name: 'Reports' }).getByText('dropped.txt').first().waitFor()
      expect(app.pageErrors).toEqual([])
    } finally {
      await app.close()
    }
  })

  it('says what is wrong with a file that is no footage, and changes nothing', async () => {
    writeFileSync(fileNamed('notes.mp4'), 'These are notes.\n'.repeat(50))
    writeFileSync(fileNamed('empty.txt'), '')
    const app = await launchElectron(fileNamed('other data'))
    try {
      const { page } = app
      await openNewCase(app)
      const load = (section: string) => page.getByRole('region', { name: section }).getByRole('button', { name: /^Load/ }).first()
      await app.chooseFiles([fileNamed('notes.mp4')], () => load('Footage').click())
      await page.getByRole('dialog').getByRole('button', { name: 'Load 1 file' }).click()
      await page
        .getByText(/notes\.mp4 cannot be read as video|notes\.mp4 is no video/)
        .first()
        .waitFor()
      await app.chooseFiles([fileNamed('empty.txt')], () => load('Reports').click())
      await page.getByLabel('Name of the author').fill('L. Park')
      await page.getByRole('dialog').getByRole('button', { name: 'Load 1 file' }).click()
      await page
        .getByText(/No words were found in .empty\.txt/)
        .first()
        .waitFor()
      await page.getByText('Nothing that was saved has changed.').first().waitFor()
      await page.getByText('No footage yet').waitFor()
      await page.getByText('No reports yet').waitFor()
    } finally {
      await app.close()
    }
  })
})
