import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { keepPicture, launchElectron } from '../appDriver'

const folder = mkdtempSync(path.join(tmpdir(), 'countersign-overview-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Four minutes: no sound for the first 30 s, as of a pre-event buffer, and a microphone that is muted for a minute. */
function generateFootage(file: string): void {
  const level = `volume='if(between(t,80,140),0,0.05+0.4*abs(sin(t/7)))':eval=frame`
  execFileSync(process.env['FFMPEG_BIN'] ?? 'ffmpeg', [
    ...['-v', 'error', '-nostdin', '-f', 'lavfi', '-i', 'testsrc2=s=640x360:r=30:d=240'],
    ...['-itsoffset', '30', '-f', 'lavfi', '-i', 'anoisesrc=d=210:a=0.5:c=pink', '-af', level],
    ...['-c:v', 'libx264', '-preset', 'ultrafast', '-g', '60', '-pix_fmt', 'yuv420p', '-c:a', 'aac', '-y', file]
  ])
}

describe('the overview on the timeline, in real Electron', () => {
  it('shows the pictures and the sound of the whole recording, at a glance and zoomed in to single frames', async () => {
    const file = path.join(folder, 'camera.mp4')
    generateFootage(file)
    const app = await launchElectron(path.join(folder, 'data'), [file])
    try {
      const { page } = app
      await page.getByRole('button', { name: 'New case' }).first().click()
      await page.getByLabel('Incident number').fill('24-1')
      await page.getByLabel('Place').fill('Elm Street')
      await page.getByLabel('Start').fill('2024-10-12T21:14:00')
      await page.getByLabel('End').fill('2024-10-12T21:24:00')
      await page.getByRole('button', { name: 'Create the case' }).click()
      const named = page.getByRole('region', { name: 'Files from the command line' })
      await named.getByRole('button', { name: /Load/ }).first().click()
      await page.getByRole('button', { name: 'Load 1 file' }).click()
      await page.getByRole('region', { name: 'Footage' }).getByText('camera.mp4').first().waitFor()
      await page.getByRole('button', { name: /^Workbench/ }).click()
      await page.locator('[data-filmstrip]').waitFor()
      await keepPicture(app, 'overview-being-made')
      await page.locator('[data-filmstrip="ready"]').waitFor({ timeout: 60_000 })
      await page.locator('[data-waveform="ready"]').waitFor({ timeout: 60_000 })
      expect(Number(await page.locator('[data-filmstrip]').getAttribute('data-pictures'))).toBeGreaterThan(100)
      await page.getByRole('img', { name: /^Sound of the footage; 1 muted or silent stretches, 1 without recorded sound$/ }).waitFor()

      const strip = page.locator('[data-filmstrip] canvas')
      const sound = page.locator('[data-waveform] canvas')
      const box = (await sound.boundingBox()) ?? expect.fail('the sound is not drawn')
      await page.mouse.move(box.x + box.width * 0.45, box.y + box.height / 2)
      await page.getByText(/^muted or silent for 00:0[01]:/).waitFor()
      for (const theme of ['dark', 'light']) {
        for (const [width, height] of [
          [1440, 900],
          [1920, 1080]
        ] as const) {
          await page.setViewportSize({ width, height })
          await page.waitForTimeout(300)
          await keepPicture(app, `overview-${theme}-${width}`)
        }
        await page.setViewportSize({ width: 1440, height: 900 })
        await page.getByRole('button', { name: theme === 'dark' ? 'Light theme' : 'Dark theme' }).click()
        await page.mouse.move(box.x + box.width * 0.45, box.y + box.height / 2)
      }

      // From the whole recording to single frames: no step of the wheel keeps the window from drawing.
      const frames = page.evaluate(async () => {
        const gaps: number[] = []
        let before = performance.now()
        const until = before + 3000
        while (before < until) {
          const now = await new Promise<number>((resolve) => requestAnimationFrame(() => resolve(performance.now())))
          gaps.push(now - before)
          before = now
        }
        return Math.max(...gaps)
      })
      await page.keyboard.down('Control')
      for (let step = 0; step < 40; step++) await page.mouse.wheel(0, -120)
      await page.keyboard.up('Control')
      expect(await frames).toBeLessThan(700)
      await keepPicture(app, 'overview-single-frames')
      await strip.hover()
      expect(app.pageErrors).toEqual([])
    } finally {
      await app.close()
    }
  })
})
