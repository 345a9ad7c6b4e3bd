import { useEffect } from 'react'
import { create } from 'zustand'
import type { ReportTextId } from '#shared/model/ids'
import type { ReadStatement, ReportText } from '#shared/model/report'
import { connection } from '../app/connection'

interface ReadStatementCache {
  /** By the id of the text that they were read out of; null while that is asked for. */
  found: ReadonlyMap<ReportTextId, readonly ReadStatement[] | null>
  /** Asks the core what it reads in a whole text, once; after a failure, the next call tries again. */
  load: (text: ReportText) => Promise<void>
}

const none: readonly ReadStatement[] = []

export const useReadStatementStore = create<ReadStatementCache>()((set, get) => ({
  found: new Map(),
  load: async (text) => {
    if (get().found.has(text.id)) return
    set({ found: new Map(get().found).set(text.id, null) })
    try {
      const read = await connection().client.statements.ofReport({ reportId: text.reportId })
      set({ found: new Map(get().found).set(text.id, read) })
    } catch {
      // Suggestions are then missing, and nothing else: the reviewer chooses the words without them.
      const found = new Map(get().found)
      found.delete(text.id)
      set({ found })
    }
  }
}))

/** What the reader finds in a report's text, in the order of the text; empty until it is known. */
export function useReadStatements(text: ReportText | null): readonly ReadStatement[] {
  const found = useReadStatementStore((store) => (text === null ? none : (store.found.get(text.id) ?? none)))
  useEffect(() => {
    if (text !== null) void useReadStatementStore.getState().load(text)
  }, [text])
  return found
}
