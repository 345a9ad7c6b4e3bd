import { useMemo } from 'react'
import { useCommands, type Command } from '../../app/commands'
import { usePlayerStore } from '../../stores/playerStore'
import { useSelectionStore } from '../../stores/selectionStore'
import { useSessionStore } from '../../stores/sessionStore'
import { closeOpenRange, openRanges, pressKind } from './tagActions'

const canTag = () => usePlayerStore.getState().controls !== null

/** Offers the keys of the tag kinds, and of open ranges; draws nothing. */
export function TagCommands() {
  const codebook = useSessionStore((state) => state.codebook)
  useCommands(
    useMemo(
      () =>
        codebook.tagKinds.map((kind) => ({
          id: `tags.${kind.id}`,
          label: `Tag: ${kind.label}; again marks its end`,
          group: 'Tags' as const,
          keys: [kind.key],
          isEnabled: canTag,
          run: () => pressKind(kind.id)
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
    label: 'Close the tag',
    group: 'Tags',
    keys: ['Escape'],
    isEnabled: () => useSelectionStore.getState().editingTagId !== null,
    run: () => useSelectionStore.getState().select({ editingTagId: null })
  },
  {
    id: 'tags.edit',
    label: 'Open the selected tag',
    group: 'Tags',
    keys: ['Enter'],
    isEnabled: () => {
      const { tagId, editingTagId } = useSelectionStore.getState()
      return tagId !== null && tagId !== editingTagId
    },
    run: () => useSelectionStore.getState().select({ editingTagId: useSelectionStore.getState().tagId })
  },
  {
    id: 'tags.keepMoment',
    label: 'Keep the open tag a moment',
    group: 'Tags',
    keys: ['Escape', 'Enter'],
    isEnabled: () => openRanges().length > 0,
    run: () => closeOpenRange()
  }
]
