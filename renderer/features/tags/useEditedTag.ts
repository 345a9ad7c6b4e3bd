import type { Tag } from '#shared/model/tag'
import { useCaseStore } from '../../stores/caseStore'
import { useSelectionStore } from '../../stores/selectionStore'

/** The tag whose details are to be shown: while they are open, they follow the selection. Null where they are closed. */
export function useEditedTag(): Tag | null {
  const editedId = useSelectionStore((state) => (state.editingTagId === null ? null : (state.tagId ?? state.editingTagId)))
  const tag = useCaseStore((state) => (editedId === null ? undefined : state.tags.get(editedId)))
  return tag === undefined || tag.withdrawn !== null ? null : tag
}
