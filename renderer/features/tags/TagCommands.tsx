import { useMemo } from 'react'
import { useCommands, type Command } from '../../app/commands'
import { usePlayerStore } from '../../stores/playerStore'
import { useSelectionStore } from '../../stores/selectionStore'
import { useSessionStore } from '../../stores/sessionStore'
import { closeOpenRange, openRanges, pressKind, releaseKind } from './tagActions'

const canTag = () => usePlayerStore.getState().controls !== null

/** Offers the keys of the tag kinds, and of open ranges; draws nothing. */
export function TagCommands() {
  const codebook = useSessionStore((state) => state.codebook)
  useCommands(
    useMemo(
      () =>
        codebook.tagKinds.map((kind) => ({
          id: `tags.${kind.id}`,
          isEnabled: canTag,
          run: () => pressKind(kind.id),
          onKeyUp: (heldMs: number) => releaseKind(kind.id, heldMs)
        })),
      [codebook]
    )
  )
  useCommands(tagCommands)
  return null
}

const tagCommands: readonly Command[] = [
  {
    id: 'tags.closeEditor',
    isEnabled: () => useSelectionStore.getState().editingTagId !== null,
    run: () => useSelectionStore.getState().select({ editingTagId: null })
  },
  {
    id: 'tags.edit',
    isEnabled: () => {
      const { tagId, editingTagId } = useSelectionStore.getState()
      return tagId !== null && tagId !== editingTagId
    },
    run: () => useSelectionStore.getState().select({ editingTagId: useSelectionStore.getState().tagId })
  },
  {
    id: 'tags.keepMoment',
    isEnabled: () => openRanges().length > 0,
    run: () => closeOpenRange()
  }
]
