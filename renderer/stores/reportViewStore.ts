import { create } from 'zustand'

export type ReportView = 'text' | 'pages'

interface ReportViewState {
  /** How reports are shown, where their format has pages. */
  view: ReportView
  /** How large pages are drawn: 1 is the size of the paper; `fit` is as wide as the column. */
  zoom: number | 'fit'
  /** Rises whenever words on pages moved or came into being. */
  layout: number
  show: (view: ReportView) => void
  setZoom: (zoom: number | 'fit') => void
  /** For the pages alone. */
  moved: () => void
}

/** How this window shows reports; kept while the window is open. */
export const useReportViewStore = create<ReportViewState>()((set, get) => ({
  view: 'text',
  zoom: 'fit',
  layout: 0,
  show: (view) => set({ view }),
  setZoom: (zoom) => set({ zoom }),
  moved: () => set({ layout: get().layout + 1 })
}))
