import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { _electron, chromium, type Page } from 'playwright-core'

/** The app under test, in one of its real hosts. */
export interface AppDriver {
  host: 'electron' | 'browser'
  page: Page
  dataFolder: string
  /** Makes the next file dialog answer with these files while `open` opens it. */
  chooseFiles: (paths: string[], open: () => Promise<void>) => Promise<void>
  /** Where the file lies that `save` lets the app write out. */
  saveFile: (to: string, save: () => Promise<void>) => Promise<void>
  /** The process id of the core. */
  coreProcessId: () => number
  /** Errors that the page printed or threw. */
  pageErrors: string[]
  close: () => Promise<void>
}

export const projectRoot = path.resolve(import.meta.dirname, '../..')
const windowSize = { width: 1440, height: 900 }

function collectErrors(page: Page): string[] {
  const errors: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(error.message))
  return errors
}

function environment(dataFolder: string): Record<string, string> {
  const kept = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return { ...Object.fromEntries(kept), COUNTERSIGN_HOME: dataFolder, COUNTERSIGN_NODE: process.execPath, CI: '1' }
}

/**
 * Starts the built app in real Electron (COUNTERSIGN_ELECTRON names its binary) on a data folder, with files on its command line;
 * `built` names another folder to start it from, and what its environment says otherwise.
 */
export async function launchElectron(
  dataFolder: string,
  files: string[] = [],
  built: { folder: string; env: Record<string, string> } = { folder: projectRoot, env: {} }
): Promise<AppDriver & { electron: Awaited<ReturnType<typeof _electron.launch>> }> {
  const executablePath = process.env['COUNTERSIGN_ELECTRON']
  if (executablePath === undefined) throw new Error('COUNTERSIGN_ELECTRON names no Electron; npm test sets it.')
  const args = ['--no-sandbox', built.folder, ...files]
  const electron = await _electron.launch({ executablePath, args, env: { ...environment(dataFolder), ...built.env } })
  const page = await electron.firstWindow()
  page.setDefaultTimeout(15_000)
  const pageErrors = collectErrors(page)
  await page.setViewportSize(windowSize)
  return {
    host: 'electron',
    electron,
    page,
    dataFolder,
    pageErrors,
    chooseFiles: async (paths, open) => {
      await electron.evaluate(({ dialog }, filePaths) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths })
      }, paths)
      await open()
    },
    saveFile: async (to, save) => {
      await electron.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
      }, to)
      await save()
    },
    coreProcessId: () => childNamed(electron.process().pid ?? 0, 'coreChild.js'),
    close: () => electron.close()
  }
}

/** Starts the browser host and opens it in real Chromium (COUNTERSIGN_CHROMIUM names its binary). */
export async function launchBrowser(
  dataFolder: string,
  files: string[] = []
): Promise<AppDriver & { address: string; server: ChildProcess }> {
  const executablePath = process.env['COUNTERSIGN_CHROMIUM'] ?? '/usr/bin/chromium'
  const { server, address } = await startBrowserHost(dataFolder, files)
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update']
  })
  const page = await browser.newPage({ viewport: windowSize, acceptDownloads: true })
  page.setDefaultTimeout(15_000)
  const pageErrors = collectErrors(page)
  await page.goto(address)
  return {
    host: 'browser',
    page,
    dataFolder,
    address,
    server,
    pageErrors,
    chooseFiles: async (paths, open) => {
      const chooser = page.waitForEvent('filechooser')
      await open()
      await (await chooser).setFiles(paths)
    },
    saveFile: async (to, save) => {
      const download = page.waitForEvent('download')
      await save()
      await (await download).saveAs(to)
    },
    coreProcessId: () => childNamed(server.pid ?? 0, 'coreChild.js'),
    close: async () => {
      await browser.close()
      const gone = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGTERM')
      await gone
    }
  }
}

/** Starts the built browser host and answers with the address that it prints. */
export async function startBrowserHost(dataFolder: string, files: string[] = []): Promise<{ server: ChildProcess; address: string }> {
  const server = spawn(process.execPath, [path.join(projectRoot, 'out/main/browserHost.js'), ...files], {
    env: environment(dataFolder),
    stdio: ['ignore', 'pipe', 'pipe']
  })
  const address = await new Promise<string>((resolve, reject) => {
    let printed = ''
    let told = ''
    server.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
      const found = /http:\/\/\S+/.exec(printed)?.[0]
      if (found !== undefined) resolve(found)
    })
    server.stderr.on('data', (chunk: Buffer) => (told += chunk.toString()))
    server.once('exit', () => reject(new Error(`The browser host ended: ${told}`)))
  })
  return { server, address }
}

/** The process below `processId` whose command line holds `name` (Linux). */
function childNamed(processId: number, name: string): number {
  const wanted = new Set([processId])
  const found = readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map(Number)
    .sort((a, b) => a - b)
    .find((id) => {
      const parent = parentOf(id)
      if (parent === null || !wanted.has(parent)) return false
      wanted.add(id)
      return readQuietly(`/proc/${id}/cmdline`).includes(name)
    })
  if (found === undefined) throw new Error(`No process ${name} runs below ${processId}.`)
  return found
}

function parentOf(id: number): number | null {
  const parent = /^PPid:\s+(\d+)$/m.exec(readQuietly(`/proc/${id}/status`))?.[1]
  return parent === undefined ? null : Number(parent)
}

function readQuietly(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    // The process ended while it was looked at.
    return ''
  }
}

/** Keeps a picture of the page where people look at them: test-results/screens. */
export async function keepPicture({ page, host }: AppDriver, name: string): Promise<Buffer> {
  const folder = path.join(projectRoot, 'test-results', 'screens')
  mkdirSync(folder, { recursive: true })
  return page.screenshot({ path: path.join(folder, `${host}-${name}.png`) })
}
