import { useMemo } from 'react'
import { messagesOf } from '#shared/messages/messagesOf'
import { useCommands, type Command } from '../../app/commands'
import { usePlayerStore } from '../../stores/playerStore'
import { useSelectionStore } from '../../stores/selectionStore'
import { useSessionStore } from '../../stores/sessionStore'
import { closeOpenRange, openRanges, pressKind, releaseKind } from './tagActions'

const say = messagesOf('tags')

const canTag = () => usePlayerStore.getState().controls !== null

/** Offers the keys of the tag kinds, and of open ranges; draws nothing. */
export function TagCommands() {
  const codebook = useSessionStore((state) => state.codebook)
  useCommands(
    useMemo(
      () =>
        codebook.tagKinds.map((kind) => ({
          id: `tags.${kind.id}`,
          label: say('tagCommand', { kind: kind.label }),
          group: 'Tags' as const,
          keys: [kind.key],
          isEnabled: canTag,
          run: () => pressKind(kind.id),
          onKeyUp: (heldMs: number) => releaseKind(kind.id, heldMs)
        })),
      [codebook]
    )
  )
  useCommands(useMemo(() => tagCommands(), []))
  return null
}

const tagCommands = (): readonly Command[] => [
  {
    id: 'tags.closeEditor',
    label: say('closeTag'),
    group: 'Tags',
    keys: ['Escape'],
    isEnabled: () => useSelectionStore.getState().editingTagId !== null,
    run: () => useSelectionStore.getState().select({ editingTagId: null })
  },
  {
    id: 'tags.edit',
    label: say('openSelected'),
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
    label: say('keepMomentCommand'),
    group: 'Tags',
    keys: ['Escape', 'Enter'],
    isEnabled: () => openRanges().length > 0,
    run: () => closeOpenRange()
  }
]
