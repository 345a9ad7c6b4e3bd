import { useDeskStore } from '../stores/deskStore'
import { panelShare } from './panelShare'

/** Where a separator starts and how far it can go: shares of the first pane, 0 to 1. */
export interface ShareLimits {
  initialShare: number
  minShare: number
  maxShare: number
}

/**
 * The share of the first of two panes, kept among the user's preferences under `storageKey`, and a way to set it, which keeps to the
 * limits. With another key, the share that was kept under that one.
 */
export function useShare(storageKey: string, limits: ShareLimits): [number, (wanted: number) => void] {
  const kept = useDeskStore((state) => panelShare(state.preferences.panels, storageKey, limits.initialShare))
  const moveTo = (wanted: number) => {
    const { preferences, prefer } = useDeskStore.getState()
    prefer({ panels: { ...preferences.panels, [storageKey]: within(wanted, limits) } })
  }
  return [within(kept, limits), moveTo]
}

const within = (share: number, { minShare, maxShare }: ShareLimits) => Math.min(maxShare, Math.max(minShare, share))
