import { z } from 'zod'
import { create } from 'zustand'

export type ReportView = 'text' | 'pages'

const zoomSchema = z.union([z.number().min(0.1).max(10), z.enum(['fit-width', 'fit-page'])])
/** How large pages are drawn: 1 is the size of the paper; `fit-width` is as wide as the column, `fit-page` shows a whole page. */
export type ReportZoom = z.infer<typeof zoomSchema>

const keptSchema = z.object({ zoom: zoomSchema, isWide: z.boolean() })
const storageKey = 'countersign.reportView'

interface ReportViewState extends z.infer<typeof keptSchema> {
  /** How reports are shown, where their format has pages. */
  view: ReportView
  /** Whether the report has most of the window, to be read, rather than the footage; kept as the zoom is. */
  isWide: boolean
  /** Rises whenever words on pages moved or came into being. */
  layout: number
  show: (view: ReportView) => void
  setZoom: (zoom: ReportZoom) => void
  setWide: (isWide: boolean) => void
  /** For the pages alone. */
  moved: () => void
}

/** How this window shows reports. The zoom and the layout are kept on this machine, the rest while the window is open. */
export const useReportViewStore = create<ReportViewState>()((set, get) => {
  const keep = (change: Partial<z.infer<typeof keptSchema>>) => {
    set(change)
    const { zoom, isWide } = get()
    localStorage.setItem(storageKey, JSON.stringify({ zoom, isWide }))
  }
  return {
    ...readKept(),
    view: 'text',
    layout: 0,
    show: (view) => set({ view }),
    setZoom: (zoom) => keep({ zoom }),
    setWide: (isWide) => keep({ isWide }),
    moved: () => set({ layout: get().layout + 1 })
  }
})

function readKept(): z.infer<typeof keptSchema> {
  const asBefore = { zoom: 'fit-width', isWide: false } as const
  const stored = typeof localStorage === 'undefined' ? null : localStorage.getItem(storageKey)
  if (stored === null) return asBefore
  try {
    return keptSchema.parse(JSON.parse(stored))
  } catch {
    // What an older version kept, or nobody can read, is worth no message: the usual view is one press away.
    return asBefore
  }
}
