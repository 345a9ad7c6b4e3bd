import { useEffect, useRef } from 'react'
import type { Difference, DispositionStatus } from '#shared/model/comparison'

/** Tells of a difference that was settled and is open again because its disposition was undone, and not because its ground changed. */
export function useUndone(differences: readonly Difference[], onUndone: (difference: Difference) => void): void {
  const before = useRef<ReadonlyMap<string, DispositionStatus>>(new Map())
  useEffect(() => {
    const undone = differences.find(
      ({ key, status, isReopened }) => status === 'open' && !isReopened && (before.current.get(key) ?? 'open') !== 'open'
    )
    before.current = new Map(differences.map(({ key, status }) => [key, status]))
    if (undone !== undefined) onUndone(undone)
  }, [differences, onUndone])
}
