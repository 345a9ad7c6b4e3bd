import { useEffect } from 'react'
import { currentLocale } from '#shared/messages/locale'
import { messagesOf } from '#shared/messages/messagesOf'
import type { WindowMenu } from '#shared/rpc/windowMenu'
import { useCaseStore } from '../stores/caseStore'
import { useDeskStore } from '../stores/deskStore'
import { usePlayerStore } from '../stores/playerStore'
import { useSelectionStore } from '../stores/selectionStore'
import { useSessionStore } from '../stores/sessionStore'
import { byGroup, keysOf, knownCommands, useCommandStore } from './commands'
import { connection } from './connection'
import { isOffered, runCommand } from './useShortcuts'

const say = messagesOf('app')
/** What can be done changes with every step of the playhead; nobody opens a menu more often than this. */
const tellEveryMs = 300

/** Keeps the application's menu as the commands are: names, keys, and which of them can be run now. */
export function useApplicationMenu(): void {
  useEffect(() => {
    let told = ''
    let timer: ReturnType<typeof setTimeout> | null = null
    const tell = () => {
      timer = null
      const menu = windowMenu()
      const text = JSON.stringify(menu)
      if (text === told) return
      told = text
      connection().shell.showMenu(menu)
    }
    const later = () => {
      timer ??= setTimeout(tell, tellEveryMs)
    }
    later()
    const stores = [useCommandStore, useDeskStore, useSessionStore, useCaseStore, useSelectionStore, usePlayerStore]
    const stops = [
      ...stores.map((store) => store.subscribe(later)),
      connection().shell.onCommand((commandId) => {
        const command = useCommandStore.getState().commands.get(commandId)
        const isOpenDialog = document.querySelector('[data-modal-dialog]') !== null
        if (command !== undefined && !isOpenDialog && isOffered(command)) runCommand(command)
      })
    ]
    return () => {
      if (timer !== null) clearTimeout(timer)
      for (const stop of stops) stop()
    }
  }, [])
}

function windowMenu(): WindowMenu {
  const offered = useCommandStore.getState().commands
  const commands = knownCommands().map((defined) => {
    const command = offered.get(defined.id)
    return {
      group: defined.group,
      id: defined.id,
      label: command?.label ?? defined.label(),
      keys: keysOf(defined)[0] ?? null,
      isEnabled: command !== undefined && isOffered(command)
    }
  })
  // Nine cameras stand in the menu only where there are so many.
  const listed = commands.filter(({ id }) => !id.startsWith('player.camera.') || offered.has(id))
  return {
    locale: currentLocale(),
    groups: byGroup(listed).map(({ group, commands: items }) => ({
      label: say(`group${group}`),
      items: items.map(({ id, label, keys, isEnabled }) => ({ id, label, keys, isEnabled }))
    }))
  }
}
