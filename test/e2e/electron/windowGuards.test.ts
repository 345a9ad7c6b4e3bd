import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { generateVideo } from '../../core/media/generateVideo'
import { launchBrowser, launchElectron, projectRoot, startBrowserHost } from '../appDriver'
import { makeCaseWithFootage, verifyLedger } from '../commandLine'
import { checkWindowGuards } from '../windowGuards'

const folder = mkdtempSync(path.join(tmpdir(), 'countersign-electron-guards-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the window in real Electron', () => {
  checkWindowGuards((dataFolder) => launchElectron(dataFolder))

  it('is sandboxed, isolated and without Node, and each media id reaches its own file alone', async () => {
    const dataFolder = path.join(folder, 'media')
    const short = path.join(folder, 'short.mp4')
    const long = path.join(folder, 'long.mp4')
    generateVideo(short, { seconds: 1 })
    generateVideo(long, { seconds: 3 })
    const { footage, case: opened } = await makeCaseWithFootage(dataFolder, [short, long])
    const app = await launchElectron(dataFolder)
    try {
      const settings = await app.electron.evaluate(({ BrowserWindow }) => {
        const contents: unknown = BrowserWindow.getAllWindows()[0]?.webContents
        const read: unknown = Reflect.get(Object(contents), 'getLastWebPreferences')
        return typeof read === 'function' ? (Reflect.apply(read, contents, []) as unknown) : null
      })
      expect(settings).toMatchObject({ contextIsolation: true, nodeIntegration: false, sandbox: true, webviewTag: false })
      const ask = (address: string, range?: string) =>
        app.electron.evaluate(
          async ({ net }, { url, wanted }) => {
            const response = await net.fetch(url, wanted === null ? {} : { headers: { Range: wanted } })
            const bytes = await response.arrayBuffer()
            const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
            const sha256 = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')
            return { status: response.status, sizeBytes: bytes.byteLength, sha256 }
          },
          { url: address, wanted: range ?? null }
        )
      for (const { id, mediaId, sizeBytes, fileName } of footage) {
        const sha256 = createHash('sha256')
          .update(readFileSync(path.join(folder, fileName)))
          .digest('hex')
        expect(await ask(`media://local/${mediaId}`)).toEqual({ status: 200, sizeBytes, sha256 })
        // The record is not the file.
        expect(await ask(`media://local/${id}`)).toMatchObject({ status: 404 })
      }
      const first = footage[0]?.mediaId ?? ''
      expect(await ask(`media://local/${first}`, 'bytes=10-19')).toMatchObject({ status: 206, sizeBytes: 10 })
      expect((await ask(`media://local/${first}`, 'bytes=99999999-')).status).toBe(416)
      for (const address of [
        `media://local/${opened.id}`,
        `media://other/${first}`,
        'media://local/..%2F..%2Fetc%2Fpasswd',
        'media://local//etc/passwd',
        'app://countersign/..%2f..%2fpackage.json',
        'app://countersign/%2e%2e/%2e%2e/package.json',
        'app://evil/index.html',
        'media://local/%E0%A4%A',
        'app://countersign/%2fetc%2fpasswd',
        'app://countersign/assets',
        'app://countersign/index.html%00.js',
        'app://countersign/%E0%A4%A'
      ]) {
        expect((await ask(address)).status, address).toBe(404)
      }
    } finally {
      await app.close()
    }
  })

  it('says so and ends where the browser host holds the data folder, which goes on', async () => {
    const dataFolder = path.join(folder, 'held')
    const holder = await launchBrowser(dataFolder)
    try {
      await holder.page.getByRole('button', { name: 'New case' }).first().waitFor()
      const refused = await startElectronAgain(dataFolder)
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

  it('says so at a second start on the same data folder, in any host, and harms nothing', async () => {
    const dataFolder = path.join(folder, 'twice')
    const first = await launchElectron(dataFolder)
    try {
      await first.page.getByRole('button', { name: 'New case' }).first().waitFor()
      const second = await startElectronAgain(dataFolder)
      expect(second).toMatchObject({ exitCode: 1 })
      expect(second.stderr).toContain('already running')
      await expect(startBrowserHost(dataFolder)).rejects.toThrow('already running')
      await first.page.getByRole('button', { name: 'Diagnostics' }).click()
      await first.page.getByText(dataFolder).first().waitFor()
    } finally {
      await first.close()
    }
    expect(await verifyLedger(dataFolder)).toMatchObject({ isIntact: true })
  })
})

function startElectronAgain(dataFolder: string): Promise<{ exitCode: number | null; stderr: string }> {
  const child = spawn(process.env['COUNTERSIGN_ELECTRON'] ?? 'electron', ['--no-sandbox', projectRoot], {
    env: { ...process.env, COUNTERSIGN_HOME: dataFolder, COUNTERSIGN_NODE: process.execPath, CI: '1' },
    stdio: ['ignore', 'ignore', 'pipe']
  })
  let stderr = ''
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  return new Promise((resolve) => child.once('exit', (exitCode) => resolve({ exitCode, stderr })))
}
