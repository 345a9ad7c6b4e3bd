import type { Tag } from '#shared/model/tag'
import { usePlayerStore } from './playerStore'
import { useSelectionStore } from './selectionStore'

const patienceMs = 10_000
let stopWaiting: () => void = () => undefined

/** Selects a tag and moves the playhead to its start, once the player shows its footage. Any other selection is kept. */
export function showTag(tag: Tag): void {
  stopWaiting()
  useSelectionStore.getState().select({ tagId: tag.id, footageId: tag.footageId })
  if (isShown(tag)) {
    seekTo(tag)
    return
  }
  const unsubscribe = usePlayerStore.subscribe(() => {
    if (!isShown(tag)) return
    // First: to seek changes the player's state, which would come here again.
    stopWaiting()
    seekTo(tag)
  })
  const timer = setTimeout(() => stopWaiting(), patienceMs)
  stopWaiting = () => {
    unsubscribe()
    clearTimeout(timer)
    stopWaiting = () => undefined
  }
}

function isShown(tag: Tag): boolean {
  const { footageId, controls, durationUs } = usePlayerStore.getState()
  return footageId === tag.footageId && controls !== null && durationUs > 0
}

const seekTo = (tag: Tag) => usePlayerStore.getState().controls?.seek(tag.startUs)
