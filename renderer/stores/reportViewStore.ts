import { create } from 'zustand'
import type { Preferences, ReportZoom } from '#shared/model/desk'
import { useDeskStore } from './deskStore'

export type ReportView = 'text' | 'pages'

interface ReportViewState {
  /** How reports are shown, where their format has pages. */
  view: ReportView
  zoom: ReportZoom
  /** Whether the report has most of the window, to be read, rather than the footage. */
  isWide: boolean
  /** Rises whenever words on pages moved or came into being. */
  layout: number
  show: (view: ReportView) => void
  setZoom: (zoom: ReportZoom) => void
  setWide: (isWide: boolean) => void
  /** For the pages alone. */
  moved: () => void
}

const keptIn = ({ reportZoom, isReportWide }: Preferences) => ({ zoom: reportZoom, isWide: isReportWide })

/** How this window shows reports. The zoom and the layout are the user's preferences and follow them, the rest is kept while the window is open. */
export const useReportViewStore = create<ReportViewState>()((set, get) => {
  useDeskStore.subscribe(({ preferences }, { preferences: before }) => {
    if (preferences !== before) set(keptIn(preferences))
  })
  const { preferences, prefer } = useDeskStore.getState()
  return {
    ...keptIn(preferences),
    view: 'text',
    layout: 0,
    show: (view) => set({ view }),
    setZoom: (zoom) => prefer({ reportZoom: zoom }),
    setWide: (isWide) => prefer({ isReportWide: isWide }),
    moved: () => set({ layout: get().layout + 1 })
  }
})
