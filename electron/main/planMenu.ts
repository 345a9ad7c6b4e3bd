import type { MenuItemConstructorOptions } from 'electron'
import { messagesOf } from '#shared/messages/messagesOf'
import type { WindowMenu } from '#shared/rpc/windowMenu'

const say = messagesOf('app')

/** Keys whose name is another in Electron. */
const electronNames: Readonly<Record<string, string>> = {
  Ctrl: 'CommandOrControl',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  '+': 'Plus'
}
const namedKey = /^(Space|Enter|Escape|Home|End|PageUp|PageDown|Delete|Backspace|Insert|F\d{1,2})$/

/** A command's key as Electron names it; undefined where Electron has no name for it. */
function acceleratorOf(keys: string): string | undefined {
  const parts = keys.split(/\+(?=.)/)
  const key = parts.at(-1) ?? ''
  const isKnown = electronNames[key] !== undefined || namedKey.test(key) || /^[!-~]$/.test(key)
  return isKnown ? parts.map((part) => electronNames[part] ?? part).join('+') : undefined
}

/**
 * The application's menu: the platform's own parts, and every command of the window in front under its group. Keys stand beside the
 * commands but are not taken here: the window knows whether a key is meant for a field or for a command. `run` gets the id of a command.
 */
export function planMenu(
  platform: NodeJS.Platform,
  menu: WindowMenu | null,
  run: (commandId: string) => void
): MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin'
  return [
    ...(isMac ? [{ role: 'appMenu' as const }] : []),
    { label: say('menuFile'), submenu: [{ role: isMac ? 'close' : 'quit' }] },
    // Undo and redo of a case are the window's; these are for text fields.
    { label: say('menuEdit'), submenu: [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }] },
    ...(menu?.groups ?? []).map(({ label, items }): MenuItemConstructorOptions => ({
      label,
      submenu: items.map((item): MenuItemConstructorOptions => {
        // A Mac takes every key that its menu names, whether or not it is asked to.
        const accelerator = item.keys === null || isMac ? undefined : acceleratorOf(item.keys)
        return {
          label: item.label.replaceAll('&', '&&'),
          enabled: item.isEnabled,
          click: () => run(item.id),
          ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false })
        }
      })
    })),
    {
      label: say('menuView'),
      submenu: [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }, { type: 'separator' }, { role: 'togglefullscreen' }]
    },
    { role: 'windowMenu', label: say('menuWindow') }
  ]
}
