import { create } from 'zustand'

interface EvidenceViewState {
  /** How reports are shown beside a difference, where their format has pages. */
  view: 'pages' | 'text'
  show: (view: EvidenceViewState['view']) => void
}

/** How the desk shows reports, while the window is open. */
export const useEvidenceViewStore = create<EvidenceViewState>()((set) => ({ view: 'pages', show: (view) => set({ view }) }))
