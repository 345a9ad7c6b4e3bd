import { create } from 'zustand'
import type { FootageId, LinkId, PassageId, ReportId, TagId } from '#shared/model/ids'
import type { PassageSpan } from '#shared/model/report'
import type { TagKind } from '#shared/model/tag'

/** A tag that was just opened at the playhead and waits for its end; `tagId` is null until the core has it. */
export interface OpenRange {
  kind: TagKind
  footageId: FootageId
  startUs: number
  tagId: TagId | null
}

interface SelectionState {
  tagId: TagId | null
  /** The tag whose details are open beside the picture. */
  editingTagId: TagId | null
  /** At most one of each kind, the latest last: one may tag force while the need to intervene is still open. */
  openRanges: readonly OpenRange[]
  passageId: PassageId | null
  linkId: LinkId | null
  /** The report shown beside the footage. */
  reportId: ReportId | null
  /** The footage shown large. */
  footageId: FootageId | null
  differenceKey: string | null
  /** Words that the reviewer selected in a report and has not yet linked or marked. */
  span: PassageSpan | null
  /** What a difference is about that the reviewer is entering by hand; null while none is. */
  differenceDraft: { tagIds: readonly TagId[]; span: PassageSpan | null } | null
  select: (selection: Partial<Omit<SelectionState, 'select' | 'clear'>>) => void
  clear: () => void
}

const none = {
  tagId: null,
  editingTagId: null,
  openRanges: [] as readonly OpenRange[],
  passageId: null,
  linkId: null,
  reportId: null,
  footageId: null,
  differenceKey: null,
  span: null,
  differenceDraft: null
}

/** What the reviewer is looking at; shared by player, timeline, the two accounts and the difference desk. */
export const useSelectionStore = create<SelectionState>()((set) => ({
  ...none,
  select: (selection) => set(selection),
  clear: () => set(none)
}))
