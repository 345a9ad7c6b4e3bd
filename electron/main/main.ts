import { app, BrowserWindow, dialog, session } from 'electron'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { setCurrentLocale } from '#shared/messages/locale'
import { messagesOf } from '#shared/messages/messagesOf'
import { inOwnWords, ProblemError } from '#shared/rpc/problem'
import { dataFolderOf } from '../hosts/dataFolder'
import { createFileGrants } from '../hosts/fileGrants'
import { shellChannels } from '../hosts/shellChannels'
import { superviseCore, type Supervisor } from '../hosts/supervisor'
import { startApplicationMenu } from './applicationMenu'
import { launchElectronCore, type ElectronCore } from './electronCore'
import { keptLocale } from './keptLocale'
import { isWithoutGpu } from './isWithoutGpu'
import { registerSchemes, serveProtocols } from './protocols'
import { handleShell, sendPort } from './shellHandlers'
import { filesOf } from './filesOf'
import { openMainWindow, showMainWindow } from './windows'

const say = messagesOf('app')

const appFolder = app.getAppPath()

/** What a window may do that asks for leave: fill the screen, and copy text when a button for it is pressed. */
const allowed = new Set<string>(['fullscreen', 'clipboard-sanitized-write'])

registerSchemes()
// Nothing leaves the machine: no name and no address resolves, whatever a page may try.
app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
// Without a graphics device Chromium's GPU process now and then keeps the first page waiting for ever; it then draws without one.
if (isWithoutGpu(process.platform, existsSync)) app.commandLine.appendSwitch('disable-gpu')
// Chromium refuses its sandbox to root; whoever runs the app so has to say so.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
app.setPath('userData', path.join(dataFolderOf(process.env, process.platform), 'window'))

if (app.requestSingleInstanceLock()) void start()
else {
  process.stderr.write('Countersign is already running on this data folder. Its window was brought to the front.\n')
  app.exit(1)
}

async function start(): Promise<void> {
  await app.whenReady()
  setCurrentLocale(keptLocale(app.getPath('userData'), app.getPreferredSystemLanguages()))
  startApplicationMenu()
  session.defaultSession.setPermissionRequestHandler((_contents, permission, answer) => answer(allowed.has(permission)))
  const host = async () => (await supervisor.current()).host
  const grants = createFileGrants(host)
  grants.addPending(filesOf(process.argv, appFolder))
  const supervisor: Supervisor<ElectronCore> = superviseCore(
    async () => {
      const core = await launchElectronCore(appFolder)
      await grants.handOver(core.host)
      return core
    },
    () => undefined,
    () => {
      for (const window of BrowserWindow.getAllWindows()) {
        window.webContents.send(shellChannels.coreRestarted)
        void sendPort(window.webContents, supervisor)
      }
    }
  )
  try {
    await supervisor.current()
  } catch (error) {
    const problem = error instanceof ProblemError ? inOwnWords(error.problem) : { what: String(error), todo: say('startAgain') }
    process.stderr.write(`${problem.what} ${problem.todo}\n`)
    if (process.env['CI'] === undefined) dialog.showErrorBox(say('cannotStart'), `${problem.what}\n\n${problem.todo}`)
    app.exit(1)
    return
  }
  serveProtocols(fileURLToPath(new URL('../renderer', import.meta.url)), host)
  handleShell(supervisor, grants)
  app.on('second-instance', (_event, argv) => {
    grants.addPending(filesOf(argv, appFolder))
    showMainWindow()
  })
  app.on('window-all-closed', () => app.quit())
  let isStopped = false
  app.on('will-quit', (event) => {
    if (isStopped) return
    event.preventDefault()
    void supervisor.stop().finally(() => {
      isStopped = true
      app.quit()
    })
  })
  openMainWindow()
}
