import { useEffect } from 'react'
import { create } from 'zustand'

/** One thing a reviewer can do: menu, palette, shortcut and help come from this one definition. */
export interface Command {
  id: string
  label: string
  group: 'Playback' | 'Tags' | 'Reports' | 'Comparison' | 'Case' | 'App'
  /** Keys as `Ctrl+K`, `Shift+ArrowRight`, `f`, `,`; the first is shown. Ctrl stands for Cmd on a Mac. */
  keys: readonly string[]
  isEnabled?: () => boolean
  run: () => void | Promise<void>
  /**
   * For a key that means something while it is held: called when it is let go, or when the window loses the keys, with how long it was down
   * in milliseconds. Such a command is not repeated while its key stays down.
   */
  onKeyUp?: (heldMs: number) => void | Promise<void>
}

interface CommandState {
  commands: ReadonlyMap<string, Command>
  add: (commands: readonly Command[]) => void
  remove: (commands: readonly Command[]) => void
}

export const useCommandStore = create<CommandState>()((set, get) => ({
  commands: new Map(),
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
