import { createContext, type ReactNode } from 'react'
import type { TextRange } from '#shared/domain/planBlocks'
import type { Report, ReportText } from '#shared/model/report'

export interface PassageDrawingProps {
  report: Report
  text: ReportText
  /** What is marked on the pages and brought into sight, in UTF-16 units of the text; must be stable. */
  ranges: readonly TextRange[]
}

/** Draws a report's pages with words of it marked. The window gives it, since the pages are another part of it. */
export const PassageDrawing = createContext<((props: PassageDrawingProps) => ReactNode) | null>(null)
