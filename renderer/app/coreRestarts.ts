const listeners = new Set<() => void>()

/** Calls the listener after the core went away and came back. Answers with how to stop that. */
export function onCoreRestarted(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** Tells every listener that the core is back; for the core session alone. */
export function announceCoreRestarted(): void {
  for (const listener of [...listeners]) listener()
}
