import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { generateVideo } from '../../core/media/generateVideo'
import { launchElectron, projectRoot, startBrowserHost } from '../appDriver'
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
            return { status: response.status, sizeBytes: (await response.arrayBuffer()).byteLength }
          },
          { url: address, wanted: range ?? null }
        )
      for (const { mediaId, sizeBytes } of footage) expect(await ask(`media://local/${mediaId}`)).toEqual({ status: 200, sizeBytes })
      const first = footage[0]?.mediaId ?? ''
      expect(await ask(`media://local/${first}`, 'bytes=10-19')).toEqual({ status: 206, sizeBytes: 10 })
      expect((await ask(`media://local/${first}`, 'bytes=99999999-')).status).toBe(416)
      for (const address of [
        `media://local/${opened.id}`,
        `media://other/${first}`,
        'media://local/..%2F..%2Fetc%2Fpasswd',
        'media://local//etc/passwd',
        'app://countersign/..%2f..%2fpackage.json',
        'app://countersign/%2e%2e/%2e%2e/package.json',
        'app://evil/index.html'
      ]) {
        expect((await ask(address)).status, address).toBeGreaterThanOrEqual(400)
      }
    } finally {
      await app.close()
    }
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
