import { useState } from 'react'
import { useDeskStore } from '../stores/deskStore'
import { panelShare } from './panelShare'

/** Where a separator starts and how far it can go: shares of the first pane, 0 to 1. */
export interface ShareLimits {
  initialShare: number
  minShare: number
  maxShare: number
}

interface Share {
  share: number
  /** Moves the separator, within the limits, while it is held. */
  moveTo: (wanted: number) => void
  /** Keeps where it was moved to, or another share. */
  settle: (wanted?: number) => void
}

/**
 * The share of the first of two panes, kept among the user's preferences under `storageKey` once a move is settled. With another key, the
 * share that was kept under that one.
 */
export function useShare(storageKey: string, limits: ShareLimits): Share {
  const kept = useDeskStore((state) => panelShare(state.preferences.panels, storageKey, limits.initialShare))
  const [held, setHeld] = useState<{ storageKey: string; share: number } | null>(null)
  const isHeld = held?.storageKey === storageKey
  return {
    share: within(isHeld ? held.share : kept, limits),
    moveTo: (wanted) => setHeld({ storageKey, share: within(wanted, limits) }),
    settle: (wanted = isHeld ? held.share : undefined) => {
      if (wanted === undefined) return
      const { preferences, prefer } = useDeskStore.getState()
      prefer({ panels: { ...preferences.panels, [storageKey]: within(wanted, limits) } })
      setHeld(null)
    }
  }
}

const within = (share: number, { minShare, maxShare }: ShareLimits) => Math.min(maxShare, Math.max(minShare, share))
