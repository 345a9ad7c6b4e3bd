import { expect, it } from 'vitest'
import type { Diagnostics } from '#shared/rpc/diagnostics'
import { describeWindow, diagnosticsText, planValues } from '../../../../renderer/features/diagnostics/planValues'

const agent = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.6723.137 Electron/33.2.1 Safari/537.36'
const diagnostics: Diagnostics = {
  ...{ appVersion: '0.2.0', nodeVersion: '24.1.0', sqliteVersion: '3.50.1', host: 'utilityProcess', platform: 'linux x64' },
  ...{ dataFolder: '/data', freeBytes: 12_340_000_000, schemaVersion: 7, ledgerEntryCount: 1204, ffprobe: null, limits: ['No ffprobe.'] },
  ffmpeg: { path: '/usr/bin/ffmpeg', version: '7.1', origin: 'path', isOldBuild: false },
  codebook: { path: null, ownPath: '/data/codebook.json', problem: 'The codebook in the data folder is not used.' }
}

it('names the Electron and the Chromium of the window, or what it has of them', () => {
  expect(describeWindow(agent)).toBe('Electron 33.2.1 · Chromium 130.0.6723.137')
  expect(describeWindow(agent.replace(/ Electron\S+/, ''))).toBe('Chromium 130.0.6723.137')
  expect(describeWindow(agent.replace(/Chrome/, 'HeadlessChrome'))).toMatch(/Chromium 130/)
  expect(describeWindow('a window of another make')).toBe('a window of another make')
})

it('says as text what the screen says', () => {
  const values = planValues(diagnostics, agent)
  const text = diagnosticsText(values, diagnostics.limits, ['Verify footage: front.mp4, failed'], '12 Oct 2024')
  for (const [name, value] of values) expect(text).toContain(`${name}: ${value}\n`)
  expect(text).toContain('ffmpeg: 7.1 · /usr/bin/ffmpeg · found on the PATH\n')
  expect(text).toContain('Codebook: shipped with the app; the agency’s own was refused\n')
  expect(text).toContain('Free space: 12.3 GB\n')
  expect(text).toContain('What does not work here:\n- No ffprobe.\n')
  expect(text.endsWith('- Verify footage: front.mp4, failed\n')).toBe(true)
})
