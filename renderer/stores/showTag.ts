import type { Tag } from '#shared/model/tag'
import { usePlayerStore } from './playerStore'
import { useSelectionStore } from './selectionStore'

const patienceMs = 10_000
let stopWaiting: () => void = () => undefined

/** Selects a tag and moves the playhead to its start, once the player shows its footage. Any other selection is kept. */
export function showTag(tag: Tag): void {
  stopWaiting()
  useSelectionStore.getState().select({ tagId: tag.id, footageId: tag.footageId })
  if (seekIfShown(tag)) return
  const unsubscribe = usePlayerStore.subscribe(() => {
    if (seekIfShown(tag)) stopWaiting()
  })
  const timer = setTimeout(() => stopWaiting(), patienceMs)
  stopWaiting = () => {
    unsubscribe()
    clearTimeout(timer)
    stopWaiting = () => undefined
  }
}

function seekIfShown(tag: Tag): boolean {
  const { footageId, controls, durationUs } = usePlayerStore.getState()
  if (footageId !== tag.footageId || controls === null || durationUs === 0) return false
  controls.seek(tag.startUs)
  return true
}
