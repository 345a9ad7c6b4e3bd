import { useEffect } from 'react'
import { create } from 'zustand'
import { useDeskStore } from '../stores/deskStore'
import { useSessionStore } from '../stores/sessionStore'
import { commandCatalog, commandGroups, type CommandDefinition, type CommandGroup } from './commandCatalog'
import { chosenKeys } from './planKeys'
import { canOpenReportsWindow } from './reportsWindow'

/**
 * One thing a reviewer can do now. What it is stands in the catalog, by its id: menu, palette, shortcut, help and settings come from there.
 * Words, group and keys are given here only by a command that knows better, e.g. the name of a camera.
 */
export interface Command {
  id: string
  label?: string
  group?: CommandGroup
  keys?: readonly string[]
  isEnabled?: () => boolean
  run: () => void | Promise<void>
  /**
   * For a key that means something while it is held: called when it is let go, or when the window loses the keys, with how long it was down
   * in milliseconds. Such a command is not repeated while its key stays down.
   */
  onKeyUp?: (heldMs: number) => void | Promise<void>
}

/** A command as it is shown: its words, and the keys that the user wants for it. */
export interface ShownCommand {
  id: string
  label: string
  group: CommandGroup
  keys: readonly string[]
}

interface CommandState {
  commands: ReadonlyMap<string, Command>
  /** Ids of the commands that were run from the palette in this session, the last first. */
  recent: readonly string[]
  used: (id: string) => void
  add: (commands: readonly Command[]) => void
  remove: (commands: readonly Command[]) => void
}

const mostRecent = 5

export const useCommandStore = create<CommandState>()((set, get) => ({
  commands: new Map(),
  recent: [],
  used: (id) => set({ recent: [id, ...get().recent.filter((one) => one !== id)].slice(0, mostRecent) }),
  add: (commands) => set({ commands: new Map([...get().commands, ...commands.map((command) => [command.id, command] as const)]) }),
  remove: (commands) => {
    const rest = new Map(get().commands)
    for (const command of commands) if (rest.get(command.id) === command) rest.delete(command.id)
    set({ commands: rest })
  }
}))

/** Offers commands while a component is mounted. `commands` must be stable (useMemo). */
export function useCommands(commands: readonly Command[]): void {
  useEffect(() => {
    const { add, remove } = useCommandStore.getState()
    add(commands)
    return () => remove(commands)
  }, [commands])
}

/** Every command there is in this host, those that are offered now with the keys and the group that they give themselves. */
export function knownCommands(): readonly CommandDefinition[] {
  const offered = useCommandStore.getState().commands
  const catalog = commandCatalog(useSessionStore.getState().codebook).filter(({ id }) => id !== 'panels.window' || canOpenReportsWindow())
  const named = new Set(catalog.map(({ id }) => id))
  const unnamed = [...offered.values()].filter(({ id }) => !named.has(id))
  return [
    ...catalog.map((one) => ({ ...one, ...definedIn(offered.get(one.id)) })),
    ...unnamed.map((one): CommandDefinition => ({
      scope: 'app',
      group: 'App',
      keys: [],
      label: () => one.label ?? one.id,
      ...definedIn(one),
      id: one.id
    }))
  ]
}

function definedIn(command: Command | undefined): Partial<Pick<CommandDefinition, 'keys' | 'group'>> {
  return {
    ...(command?.keys === undefined ? {} : { keys: command.keys }),
    ...(command?.group === undefined ? {} : { group: command.group })
  }
}

/** A command as it is to be shown now. */
export function shownCommand(command: Command): ShownCommand {
  const defined = definitionOf(command.id)
  return {
    id: command.id,
    label: command.label ?? defined?.label() ?? command.id,
    group: command.group ?? defined?.group ?? 'App',
    keys: keysOf(command)
  }
}

/** The keys by which a command is run now: those that the user chose, or else its own. */
export function keysOf(command: Pick<Command, 'id' | 'keys'>): readonly string[] {
  const keys = command.keys ?? definitionOf(command.id)?.keys ?? []
  return chosenKeys(useDeskStore.getState().preferences.keys, { id: command.id, keys })
}

/** The key that is shown for a command, by its id; undefined where it has none. Follows the user's choice. */
export function useKeyOf(id: string): string | undefined {
  const command = useCommandStore((state) => state.commands.get(id))
  // Read for its own sake: the keys are looked up anew whenever the user chose others.
  useDeskStore((state) => state.preferences.keys[id])
  return keysOf(command ?? { id })[0]
}

/** The key of a command as the property of a button or a menu's item that shows it: `<Button {...useKeyHint('player.toggle')}>`. */
export function useKeyHint(id: string): { keyHint?: string } {
  const keys = useKeyOf(id)
  return keys === undefined ? {} : { keyHint: keys }
}

function definitionOf(id: string): CommandDefinition | undefined {
  return commandCatalog(useSessionStore.getState().codebook).find((one) => one.id === id)
}

/** Commands by group, in the order in which groups are shown; groups without any are left out. */
export function byGroup<Each extends { group: CommandGroup }>(commands: readonly Each[]): { group: CommandGroup; commands: Each[] }[] {
  return commandGroups
    .map((group) => ({ group, commands: commands.filter((command) => command.group === group) }))
    .filter(({ commands: found }) => found.length > 0)
}
