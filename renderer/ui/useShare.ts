import { useState } from 'react'

/** Where a separator starts and how far it can go: shares of the first pane, 0 to 1. */
export interface ShareLimits {
  initialShare: number
  minShare: number
  maxShare: number
}

/**
 * The share of the first of two panes, remembered on this machine under `storageKey`, and a way to set it, which keeps to the limits.
 * With another key, the share that was kept under that one.
 */
export function useShare(storageKey: string, limits: ShareLimits): [number, (wanted: number) => void] {
  const [moved, setMoved] = useState<Readonly<Record<string, number>>>({})
  const moveTo = (wanted: number) => {
    const next = within(wanted, limits)
    setMoved({ ...moved, [storageKey]: next })
    localStorage.setItem(keyOf(storageKey), String(next))
  }
  return [moved[storageKey] ?? within(readShare(storageKey) ?? limits.initialShare, limits), moveTo]
}

const keyOf = (storageKey: string) => `countersign.split.${storageKey}`

function readShare(storageKey: string): number | null {
  const stored = Number.parseFloat(localStorage.getItem(keyOf(storageKey)) ?? '')
  return Number.isFinite(stored) ? stored : null
}

const within = (share: number, { minShare, maxShare }: ShareLimits) => Math.min(maxShare, Math.max(minShare, share))
