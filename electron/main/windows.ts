import { app, BrowserWindow, screen } from 'electron'
import { fileURLToPath } from 'node:url'
import type { ReportsWindowRequest } from '#shared/rpc/reportsWindowRequest'
import { shellChannels } from '../hosts/shellChannels'
import { isInSight } from './isInSight'
import { appOrigin, isAppUrl } from './protocols'

let main: BrowserWindow | null = null
let reports: BrowserWindow | null = null
let isQuitting = false
app.on('before-quit', () => {
  isQuitting = true
})

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

/**
 * Opens the window that shows the reports alone: where it stood last, if that can still be seen, else on another monitor where there is
 * one. Brings it to the front where it is open.
 */
export function openReportsWindow({ bounds, isQuiet }: ReportsWindowRequest): void {
  if (reports !== null) {
    if (!isQuiet) reports.focus()
    return
  }
  const areas = screen.getAllDisplays().map(({ workArea }) => workArea)
  const place = bounds !== null && isInSight(bounds, areas) ? bounds : placeBeside(main)
  const window = openWindow('index.html#reports', { width: 900, height: 900, minWidth: 480, minHeight: 480, ...place, show: !isQuiet })
  if (isQuiet) window.showInactive()
  const tellPlace = () => main?.webContents.send(shellChannels.reportsMoved, window.getNormalBounds())
  window.on('move', tellPlace)
  window.on('resize', tellPlace)
  window.on('closed', () => {
    reports = null
    // Whoever ends the app did not put this window away: it comes back at the next start.
    if (!isQuitting) main?.webContents.send(shellChannels.reportsClosed)
  })
  reports = window
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
