import { useEffect } from 'react'
import { problemOf } from '../stores/problemOf'
import { useSessionStore } from '../stores/sessionStore'
import { isMac } from '../ui/isMac'
import { keysOf, useCommandStore, type Command } from './commands'
import { planKeyDown, planKeyUp, type HeldKeys } from './heldKeys'
import { belongsToFocus, matchesKeys, type KeyPlace } from './shortcutKeys'

const plainInputs = new Set(['checkbox', 'radio', 'button', 'submit', 'reset', 'file', 'color'])

/** Sends key presses to the commands that are offered now. Nothing is taken from text fields, or while a dialog is open. */
export function useShortcuts(): void {
  useEffect(() => {
    let held: HeldKeys<Command> = new Map()
    const letGo = (code: string | null) => {
      const plan = planKeyUp(held, code, performance.now())
      held = plan.held
      for (const { owner, heldMs } of plan.released) guarded(() => owner.onKeyUp?.(heldMs))
    }
    const onKeyUp = (event: KeyboardEvent) => {
      letGo(codeOf(event))
      // While Cmd is down a Mac tells of no other key that comes up.
      if (event.key === 'Meta') letGo(null)
    }
    const onAway = () => letGo(null)
    const onHidden = () => {
      if (document.hidden) letGo(null)
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.repeat && held.has(codeOf(event))) {
        // Wherever the focus went meanwhile, a held key writes nothing there.
        event.preventDefault()
        return
      }
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
      if (command.onKeyUp !== undefined) {
        const plan = planKeyDown(held, { code: codeOf(event), owner: command, isRepeat: event.repeat }, performance.now())
        held = plan.held
        if (!plan.isRun) return
      }
      runCommand(command)
    }
    window.addEventListener('keydown', onKeyDown)
    // Before anything that keeps a key to itself: one that came up unseen would count as held.
    window.addEventListener('keyup', onKeyUp, true)
    window.addEventListener('blur', onAway)
    document.addEventListener('visibilitychange', onHidden)
    return () => {
      letGo(null)
      window.removeEventListener('keydown', onKeyDown)
      window.removeEventListener('keyup', onKeyUp, true)
      window.removeEventListener('blur', onAway)
      document.removeEventListener('visibilitychange', onHidden)
    }
  }, [])
}

/** True where a command can be run now. */
export function isOffered(command: Command): boolean {
  return command.isEnabled?.() ?? true
}

/** Runs a command; what goes wrong is shown as a notice. */
export function runCommand(command: Command): void {
  guarded(command.run)
}

/** The place of a key on the keyboard, which stays the same when Shift or the layout changes while it is down. */
const codeOf = (event: KeyboardEvent) => (event.code === '' ? event.key.toLowerCase() : event.code)

function guarded(run: () => void | Promise<void>): void {
  const fail = (error: unknown) => {
    const problem = problemOf(error)
    useSessionStore.getState().notify(problem.what, problem)
  }
  try {
    Promise.resolve(run()).catch(fail)
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
