import { useEffect } from 'react'
import { problemOf } from '../stores/problemOf'
import { useSessionStore } from '../stores/sessionStore'
import { isMac } from '../ui/isMac'
import { keysOf, useCommandStore, type Command } from './commands'
import { belongsToFocus, matchesKeys, type KeyPlace } from './shortcutKeys'

const plainInputs = new Set(['checkbox', 'radio', 'button', 'submit', 'reset', 'file', 'color'])

/** Sends key presses to the commands that are offered now. Nothing is taken from text fields, or while a dialog is open. */
export function useShortcuts(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || document.querySelector('[data-modal-dialog]') !== null) return
      // With AltGr a keyboard types signs; it is no shortcut then.
      const isTyped = event.getModifierState('AltGraph')
      const press = {
        key: event.key,
        ctrlKey: event.ctrlKey && !isTyped,
        metaKey: event.metaKey,
        shiftKey: event.shiftKey,
        altKey: event.altKey && !isTyped
      }
      if (belongsToFocus(press, placeOf(event.target))) return
      const command = [...useCommandStore.getState().commands.values()]
        .reverse()
        .find((one) => keysOf(one).some((keys) => matchesKeys(keys, press, isMac)) && isOffered(one))
      if (command === undefined) return
      event.preventDefault()
      runCommand(command)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}

/** True where a command can be run now. */
export function isOffered(command: Command): boolean {
  return command.isEnabled?.() ?? true
}

/** Runs a command; what goes wrong is shown as a notice. */
export function runCommand(command: Command): void {
  const fail = (error: unknown) => {
    const problem = problemOf(error)
    useSessionStore.getState().notify(problem.what, problem)
  }
  try {
    Promise.resolve(command.run()).catch(fail)
  } catch (error) {
    fail(error)
  }
}

function placeOf(target: EventTarget | null): KeyPlace {
  if (!(target instanceof HTMLElement)) return 'page'
  if (target instanceof HTMLInputElement) {
    if (target.type === 'range') return 'range'
    return plainInputs.has(target.type) ? 'button' : 'text'
  }
  if (target instanceof HTMLTextAreaElement || target.isContentEditable) return 'text'
  if (target instanceof HTMLSelectElement || target.closest('[role=menu], [role=listbox]') !== null) return 'choice'
  if (target.closest('[role=radio], [role=tab], [role=slider], [role=separator]') !== null) return 'range'
  return target.closest('button, a[href], summary') === null ? 'page' : 'button'
}
