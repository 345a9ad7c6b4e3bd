import { BrowserWindow, screen } from 'electron'
import { fileURLToPath } from 'node:url'
import { shellChannels } from '../hosts/shellChannels'
import { appOrigin, isAppUrl } from './protocols'

let main: BrowserWindow | null = null
let reports: BrowserWindow | null = null

/** Opens the app's window. When it is closed, the window of the reports goes with it. */
export function openMainWindow(): void {
  main = openWindow('index.html', { width: 1440, height: 900, minWidth: 720, minHeight: 480 })
  main.on('closed', () => {
    main = null
    reports?.close()
  })
}

/** Brings the app's window to the front. */
export function showMainWindow(): void {
  if (main?.isMinimized() === true) main.restore()
  main?.focus()
}

/** Opens the window that shows the reports alone, on another monitor where there is one; or brings it to the front. */
export function openReportsWindow(): void {
  if (reports !== null) {
    reports.focus()
    return
  }
  reports = openWindow('index.html#reports', { width: 900, height: 900, minWidth: 480, minHeight: 480, ...placeBeside(main) })
  reports.on('closed', () => {
    reports = null
    main?.webContents.send(shellChannels.reportsClosed)
  })
}

/** Closes the window of the reports. */
export function closeReportsWindow(): void {
  reports?.close()
}

/** The upper left corner of a monitor that the app's window is not on. */
function placeBeside(window: BrowserWindow | null): { x?: number; y?: number } {
  if (window === null) return {}
  const own = screen.getDisplayMatching(window.getBounds())
  const other = screen.getAllDisplays().find(({ id }) => id !== own.id)
  return other === undefined ? {} : { x: other.workArea.x, y: other.workArea.y }
}

/** A window with every guard that a window of this app has. */
function openWindow(page: string, bounds: Electron.BrowserWindowConstructorOptions): BrowserWindow {
  const window = new BrowserWindow({
    ...bounds,
    title: 'Countersign',
    backgroundColor: '#0f1216',
    webPreferences: {
      preload: fileURLToPath(new URL('../preload/preload.cjs', import.meta.url)),
      contextIsolation: true,
      nodeIntegration: false,
      sandbox: true,
      webviewTag: false,
      spellcheck: false
    }
  })
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }))
  window.webContents.on('will-navigate', (event, url) => {
    if (!isAppUrl(url)) event.preventDefault()
  })
  window.webContents.on('will-attach-webview', (event) => event.preventDefault())
  void window.loadURL(`${appOrigin}/${page}`)
  return window
}
