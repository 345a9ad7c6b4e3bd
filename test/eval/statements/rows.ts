import type { EvalRow } from '../evalRow'
import { librariesRow } from './librariesRow'
import { markedRow } from './markedRow'
import { protestRow } from './protestRow'
import { recallRow } from './recallRow'

/** How right the reader of reports is. */
export const rows: EvalRow[] = [protestRow, markedRow, recallRow, librariesRow]
