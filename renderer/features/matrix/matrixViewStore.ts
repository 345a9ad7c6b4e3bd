import { create } from 'zustand'
import type { ComparedState } from '#shared/domain/matrix/planCell'
import type { EventFilter } from './planShownRows'

export type MatrixTab = 'matrix' | 'both-ways' | 'duty'

interface MatrixViewState {
  /** The case that the rest is of. */
  caseId: string | null
  tab: MatrixTab
  filter: EventFilter
  state: ComparedState | null
  /** The selected cell: the key of its event, and its column from 0, the event itself being the first. */
  eventKey: string | null
  column: number
  show: (view: Partial<Omit<MatrixViewState, 'show'>>) => void
}

/** What of the matrix a case was left at, first of all nothing selected. */
export const freshView = { tab: 'matrix', filter: 'all', state: null, eventKey: null, column: 1 } as const

/** Where the reviewer is in the matrix, kept while they look at a moment in the workbench and come back. */
export const useMatrixViewStore = create<MatrixViewState>()((set) => ({ caseId: null, ...freshView, show: (view) => set(view) }))
