import { create } from 'zustand'
import type { FootageId, LinkId, PassageId, ReportId, TagId } from '#shared/model/ids'
import type { PassageSpan } from '#shared/model/report'

interface SelectionState {
  tagId: TagId | null
  passageId: PassageId | null
  linkId: LinkId | null
  /** The report shown beside the footage. */
  reportId: ReportId | null
  /** The footage shown large. */
  footageId: FootageId | null
  differenceKey: string | null
  /** Words that the reviewer selected in a report and has not yet linked or marked. */
  span: PassageSpan | null
  select: (selection: Partial<Omit<SelectionState, 'select' | 'clear'>>) => void
  clear: () => void
}

const none = { tagId: null, passageId: null, linkId: null, reportId: null, footageId: null, differenceKey: null, span: null }

/** What the reviewer is looking at; shared by player, timeline, the two accounts and the difference desk. */
export const useSelectionStore = create<SelectionState>()((set) => ({
  ...none,
  select: (selection) => set(selection),
  clear: () => set(none)
}))
