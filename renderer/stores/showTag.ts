import { create } from 'zustand'
import type { FootageId, TagId } from '#shared/model/ids'
import type { Tag } from '#shared/model/tag'
import { usePlayerStore } from './playerStore'
import { useSelectionStore } from './selectionStore'

/** The tag that was shown last; a new object each time, also for the same tag. */
export const useShownTag = create<{ shown: { tagId: TagId } | null }>()(() => ({ shown: null }))

const patienceMs = 10_000
let stopWaiting: () => void = () => undefined

/** Selects a tag and moves the playhead to its start, once the player shows its footage. Any other selection is kept. */
export function showTag(tag: Tag): void {
  showAt(tag.footageId, tag.startUs, tag)
  useShownTag.setState({ shown: { tagId: tag.id } })
}

/**
 * Shows a footage and moves the playhead to a time in it, in microseconds from its start, once the player shows it. A tag that was
 * selected is so no longer.
 */
export function showMoment(footageId: FootageId, timeUs: number): void {
  showAt(footageId, timeUs, null)
}

function showAt(footageId: FootageId, timeUs: number, tag: Tag | null): void {
  const isShown = () => {
    const player = usePlayerStore.getState()
    return player.footageId === footageId && player.controls !== null && player.durationUs > 0
  }
  const seek = () => usePlayerStore.getState().controls?.seek(timeUs)
  stopWaiting()
  useSelectionStore.getState().select({ tagId: tag?.id ?? null, footageId })
  if (isShown()) {
    seek()
    return
  }
  const unsubscribe = usePlayerStore.subscribe(() => {
    if (!isShown()) return
    // First: to seek changes the player's state, which would come here again.
    stopWaiting()
    seek()
  })
  const timer = setTimeout(() => stopWaiting(), patienceMs)
  stopWaiting = () => {
    unsubscribe()
    clearTimeout(timer)
    stopWaiting = () => undefined
  }
}
