import type { KeyPress } from './shortcutKeys'
import { isSign } from './shortcutKeys'
import type { CommandDefinition, CommandScope } from './commandCatalog'

/** What of a command decides which keys it may have. */
export type KeyedCommand = Pick<CommandDefinition, 'id' | 'scope' | 'keys'>

/** The keys that a user chose, by the id of the command; a command that is not named has its own. */
export type KeyChoices = Readonly<Record<string, readonly string[]>>

/** The keys of a command as the user wants them. */
export const chosenKeys = (choices: KeyChoices, { id, keys }: Pick<KeyedCommand, 'id' | 'keys'>): readonly string[] => choices[id] ?? keys

/** Screens that are of no case. */
const outsideCases = new Set<CommandScope>(['app', 'codebook'])

/** True where both commands could be meant by one press: one is everywhere, or both are on one screen; a case's are on all of its screens. */
export function shareScreen(one: CommandScope, other: CommandScope): boolean {
  if (one === other || one === 'app' || other === 'app') return true
  return (one === 'case' && !outsideCases.has(other)) || (other === 'case' && !outsideCases.has(one))
}

const sameKey = (one: string, other: string) => normalKeys(one) === normalKeys(other)
const hasKey = (keys: readonly string[], key: string) => keys.some((one) => sameKey(one, key))

/**
 * The other commands that a press of `key` could mean on a screen of this one. Commands that are made to share a key, each in a state of
 * its own (Escape), do not stand in each other's way with it.
 */
export function conflictsOf(commands: readonly KeyedCommand[], choices: KeyChoices, command: KeyedCommand, key: string): KeyedCommand[] {
  return commands.filter(
    (other) =>
      other.id !== command.id &&
      shareScreen(other.scope, command.scope) &&
      hasKey(chosenKeys(choices, other), key) &&
      !(hasKey(other.keys, key) && hasKey(command.keys, key))
  )
}

/** The choices after `command` was given exactly these keys; every other command of its screens that had one of them loses it. */
export function planKeys(
  commands: readonly KeyedCommand[],
  choices: KeyChoices,
  command: KeyedCommand,
  keys: readonly string[]
): Record<string, string[]> {
  const next: Record<string, string[]> = Object.fromEntries(Object.entries(choices).map(([id, keys]) => [id, [...keys]]))
  const choose = ({ id, keys: own }: KeyedCommand, chosen: readonly string[]) => {
    if (chosen.length === own.length && chosen.every((key, at) => sameKey(key, own[at] ?? ''))) Reflect.deleteProperty(next, id)
    else next[id] = [...chosen]
  }
  for (const key of keys)
    for (const other of conflictsOf(commands, next, command, key))
      choose(
        other,
        chosenKeys(next, other).filter((one) => !sameKey(one, key))
      )
  choose(command, keys)
  return next
}

const modifiers = new Set(['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead', 'Process', 'Unidentified'])
/** Keys by which a person moves about, writes or leaves: the window's own. */
const ownOfWindow = new Set(['tab', 'shift+tab', 'ctrl+a', 'ctrl+c', 'ctrl+v', 'ctrl+x', 'escape', 'ctrl++', 'ctrl+-', 'ctrl+0', 'f11'])

/** The name of a press as a command's key, e.g. `Ctrl+Shift+Z`; null while only Ctrl, Shift or Alt is held. */
export function keysOfPress(press: KeyPress, isMac: boolean): string | null {
  if (modifiers.has(press.key)) return null
  const isCtrl = isMac ? press.metaKey : press.ctrlKey
  const parts = [isCtrl ? 'Ctrl' : '', press.altKey ? 'Alt' : '', press.shiftKey && !isSign(press.key) ? 'Shift' : ''].filter(
    (part) => part !== ''
  )
  const key =
    press.key === ' ' ? 'Space' : press.key.length > 1 ? press.key : parts.length > 0 ? press.key.toUpperCase() : press.key.toLowerCase()
  return [...parts, key].join('+')
}

/** True where a key cannot be given to a command, since the window itself answers to it. */
export const isOwnOfWindow = (keys: string): boolean => ownOfWindow.has(normalKeys(keys))

const normalKeys = (keys: string) => keys.toLowerCase()
