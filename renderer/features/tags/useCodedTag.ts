import { useMemo } from 'react'
import { emptyTagDetails } from '#shared/domain/suggestTagDetails'
import type { TagId } from '#shared/model/ids'
import type { TagDetails } from '#shared/model/tag'
import { useCaseStore } from '../../stores/caseStore'
import { useSelectionStore } from '../../stores/selectionStore'
import { changeTag, latestOfKind } from './tagActions'

/** The tag that keys say more of: the one just made, also before the core has it, or the one that is selected. */
export interface CodedTag {
  /** Stays the same from the press of its key on. */
  key: string
  /** Null until the core has it. */
  tagId: TagId | null
  details: TagDetails
}

/** The tag that keys say more of now; null where none is selected. */
export function useCodedTag(): CodedTag | null {
  const tagId = useSelectionStore((state) => state.tagId)
  const latest = useSelectionStore((state) => state.openRanges.at(-1))
  const tag = useCaseStore((state) => (tagId === null ? undefined : state.tags.get(tagId)))
  return useMemo(() => {
    const isOnItsWay = latest !== undefined && (latest.tagId === null || (latest.tagId === tagId && tag === undefined))
    if (isOnItsWay)
      return { key: keyOf(latest.kind, latest.footageId, latest.startUs), tagId: latest.tagId, details: emptyTagDetails(latest.kind) }
    if (tag === undefined || tag.withdrawn !== null) return null
    // A tag that was just opened keeps its key when the core answers; one whose times change later has no need to.
    return { key: keyOf(tag.details.kind, tag.footageId, tag.startUs), tagId: tag.id, details: tag.details }
  }, [tagId, tag, latest])
}

/** Changes the details of a tag, once the core has it. */
export async function changeDetails({ tagId, details }: CodedTag, change: (details: TagDetails) => TagDetails): Promise<void> {
  const id = tagId ?? (await latestOfKind(details.kind))?.id
  if (id !== undefined) await changeTag(id, (draft) => ({ ...draft, details: change(draft.details) }))
}

const keyOf = (kind: string, footageId: string, startUs: number) => `${kind} ${footageId} ${startUs}`
