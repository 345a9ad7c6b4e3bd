import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { generateVideo } from '../../core/media/generateVideo'
import { keepPicture, launchElectron, projectRoot, type AppDriver } from '../appDriver'

const folder = mkdtempSync(path.join(tmpdir(), 'countersign-without-ffmpeg-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const packagesWithFfmpeg = new Set(['ffmpeg-static', '@ffmpeg-installer', '@ffprobe-installer'])

/** The built app as it is where the optional packages could not be installed. */
function appWithoutFfmpeg(): string {
  const appFolder = path.join(folder, 'app')
  mkdirSync(path.join(appFolder, 'node_modules'), { recursive: true })
  for (const part of ['out', 'package.json']) cpSync(path.join(projectRoot, part), path.join(appFolder, part), { recursive: true })
  for (const name of readdirSync(path.join(projectRoot, 'node_modules'))) {
    if (packagesWithFfmpeg.has(name) || name.startsWith('.')) continue
    symlinkSync(path.join(projectRoot, 'node_modules', name), path.join(appFolder, 'node_modules', name))
  }
  return appFolder
}

async function load({ page, chooseFiles }: AppDriver, file: string): Promise<void> {
  const section = page.getByRole('region', { name: 'Footage' })
  await chooseFiles([file], () => section.getByRole('button', { name: /^Load/ }).first().click())
  await page.getByRole('dialog').getByRole('button', { name: 'Load 1 file' }).click()
}

it('without ffmpeg and ffprobe the app loads, plays and tags an MP4, and says what is off', async () => {
  const street = path.join(folder, 'street.mp4')
  const old = path.join(folder, 'old.avi')
  generateVideo(street, { seconds: 4 })
  generateVideo(old, { options: ['-c:v', 'mpeg4', '-c:a', 'mp2'] })
  const built = { folder: appWithoutFfmpeg(), env: { PATH: '', FFMPEG_BIN: '', FFPROBE_BIN: '' } }
  const dataFolder = path.join(folder, 'data')

  const first = await launchElectron(dataFolder, [], built)
  try {
    const { page } = first
    await page.getByRole('button', { name: 'Diagnostics' }).click()
    const limits = page.getByRole('region', { name: 'What does not work here' })
    await limits.getByText(/No ffprobe was found.*only MP4, MOV, MKV, WebM and MPEG-TS can be loaded/).waitFor()
    await limits.getByText(/No ffmpeg was found: no playable copies/).waitFor()
    await limits.getByText(/The findings summary holds no stills/).waitFor()
    await keepPicture(first, 'without-ffmpeg-diagnostics')
    await page.getByRole('button', { name: 'Cases' }).click()
    await page
      .getByRole('button', { name: /demonstration/i })
      .first()
      .click()
    await page
      .getByText(/ffmpeg was not found on this machine/)
      .first()
      .waitFor()
    await keepPicture(first, 'without-ffmpeg-demonstration')

    await page.getByRole('button', { name: 'New case' }).first().click()
    await page.getByLabel('Incident number').fill('24-1')
    await page.getByLabel('Place').fill('Elm Street')
    await page.getByLabel('Start').fill('2024-10-12T21:14:00')
    await page.getByLabel('End').fill('2024-10-12T21:24:00')
    await page.getByRole('button', { name: 'Create the case' }).click()
    await load(first, street)
    await page.getByRole('button', { name: 'Show the details' }).first().click()
    await page.getByText(/^mediabunny \d/).waitFor()
    await load(first, old)
    await page
      .getByText(/old\.avi cannot be read without ffmpeg/)
      .first()
      .waitFor()
    await page
      .getByText(/Install ffmpeg/)
      .first()
      .waitFor()
    await keepPicture(first, 'without-ffmpeg-refused')

    await page.getByRole('button', { name: 'Workbench' }).click()
    const video = page.locator('video').first()
    const mediaTime = () => video.evaluate((element: HTMLVideoElement) => element.currentTime)
    await expect
      .poll(() => video.evaluate((element: HTMLVideoElement) => element.readyState), { timeout: 15_000 })
      .toBeGreaterThanOrEqual(2)
    await page.keyboard.press('Space')
    await expect.poll(mediaTime, { timeout: 15_000 }).toBeGreaterThan(0.5)
    await page.keyboard.press('k')
    await page.keyboard.press('Home')
    await page.keyboard.press('.')
    await page.getByText('frame 1', { exact: true }).waitFor()
    await page.keyboard.press('w')
    await page.getByRole('complementary', { name: /Tag Warning/ }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByText('Saved', { exact: true }).waitFor()
    await keepPicture(first, 'without-ffmpeg-tagged')

    const summary = path.join(folder, 'findings.html')
    await page.getByRole('button', { name: 'Findings summary' }).first().click()
    await first.saveFile(summary, () => page.getByRole('menuitem', { name: 'As a web page (HTML)' }).click())
    const html = () => readFileSync(summary, { encoding: 'utf8', flag: 'a+' })
    await expect.poll(html, { timeout: 30_000 }).toContain('No still: it takes ffmpeg and ffprobe, which were not found on this machine.')
    expect(html()).toMatch(/mediabunny \d/)
    expect(first.pageErrors).toEqual([])
  } finally {
    await first.close()
  }

  const second = await launchElectron(dataFolder, [], built)
  try {
    const { page } = second
    await page.getByText('24-1', { exact: true }).first().click()
    await page.getByRole('button', { name: 'Workbench' }).click()
    await page.getByRole('region', { name: 'On footage' }).getByText('Warning').first().waitFor()
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor()
  } finally {
    await second.close()
  }
})
