import { app, Menu, type BrowserWindow, type WebContents } from 'electron'
import { currentLocale, setCurrentLocale } from '#shared/messages/locale'
import type { WindowMenu } from '#shared/rpc/windowMenu'
import { shellChannels } from '../hosts/shellChannels'
import { keepLocale } from './keptLocale'
import { planMenu } from './planMenu'

const menus = new WeakMap<WebContents, WindowMenu>()
/** Whose menu is shown. */
let shown: WebContents | null = null

/** Shows the menu of the window that has the focus, from here on. */
export function startApplicationMenu(): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(planMenu(process.platform, null, () => undefined)))
  app.on('browser-window-focus', (_event, window) => show(window.webContents))
}

/** Takes over what a window wants in the menu. */
export function takeMenu(menu: WindowMenu, window: BrowserWindow): void {
  menus.set(window.webContents, menu)
  // Where no window has the focus, e.g. on a machine without a desktop, the first one's menu is shown.
  if (window.isFocused() || shown === null || shown.isDestroyed() || shown === window.webContents) show(window.webContents)
}

function show(contents: WebContents): void {
  const menu = menus.get(contents)
  if (menu === undefined) return
  shown = contents
  if (menu.locale !== currentLocale()) keepLocale(app.getPath('userData'), menu.locale)
  setCurrentLocale(menu.locale)
  const run = (commandId: string) => {
    if (!contents.isDestroyed()) contents.send(shellChannels.command, commandId)
  }
  Menu.setApplicationMenu(Menu.buildFromTemplate(planMenu(process.platform, menu, run)))
}
