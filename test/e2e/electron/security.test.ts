import { spawn } from 'node:child_process'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { launchBrowser, launchElectron, projectRoot } from '../appDriver'
import { verifyLedger } from '../commandLine'
import { checkPageStays, checkTextStaysText, folderOfTests, makeTwoRecordings } from '../securityChecks'

const folder = folderOfTests('electron-security')

describe('security in Electron', () => {
  checkTextStaysText((dataFolder) => launchElectron(dataFolder))
  checkPageStays((dataFolder) => launchElectron(dataFolder))

  it('serves the very bytes of each media id, and refuses every address that is none of its own', async () => {
    const dataFolder = path.join(folder, 'media')
    const { files } = await makeTwoRecordings(folder, dataFolder)
    const app = await launchElectron(dataFolder)
    try {
      await app.page.getByRole('button', { name: 'New case' }).first().waitFor()
      const ask = (address: string) =>
        app.electron.evaluate(async ({ net }, url) => {
          const response = await net.fetch(url)
          const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await response.arrayBuffer()))
          return { status: response.status, sha256: [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('') }
        }, address)
      for (const { footage, sha256 } of files) {
        expect(await ask(`media://local/${footage.mediaId}`)).toEqual({ status: 200, sha256 })
        // The record is not the file.
        expect((await ask(`media://local/${footage.id}`)).status).toBeGreaterThanOrEqual(400)
      }
      expect(await ask('app://countersign/index.html')).toMatchObject({ status: 200 })
      for (const address of [
        'app://countersign/../../package.json',
        'app://countersign/%2e%2e/%2e%2e/package.json',
        'app://countersign/..%2f..%2fpackage.json',
        'app://countersign/%2fetc%2fpasswd',
        'app://countersign/assets',
        'app://countersign/index.html%00.js',
        'app://countersign/%E0%A4%A',
        'app://evil/index.html',
        'media://local/%E0%A4%A'
      ]) {
        expect((await ask(address)).status, address).toBe(404)
      }
    } finally {
      await app.close()
    }
  })

  it('says so and ends where the browser host holds the data folder', async () => {
    const dataFolder = path.join(folder, 'held')
    const holder = await launchBrowser(dataFolder)
    try {
      await holder.page.getByRole('button', { name: 'New case' }).first().waitFor()
      const refused = await runElectron(dataFolder)
      expect(refused).toMatchObject({ exitCode: 1 })
      expect(refused.stderr).toContain(`Countersign is already running on the data folder ${dataFolder}.`)
      await holder.page.getByRole('button', { name: 'Diagnostics' }).click()
      await holder.page.getByText(dataFolder).first().waitFor()
      expect(holder.pageErrors).toEqual([])
    } finally {
      await holder.close()
    }
    expect(await verifyLedger(dataFolder)).toMatchObject({ isIntact: true })
  })
})

function runElectron(dataFolder: string): Promise<{ exitCode: number | null; stderr: string }> {
  const child = spawn(process.env['COUNTERSIGN_ELECTRON'] ?? 'electron', ['--no-sandbox', projectRoot], {
    env: { ...process.env, COUNTERSIGN_HOME: dataFolder, COUNTERSIGN_NODE: process.execPath, CI: '1' },
    stdio: ['ignore', 'ignore', 'pipe']
  })
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  return new Promise((resolve) => child.once('close', (exitCode) => resolve({ exitCode, stderr })))
}
