import type { EvalRow } from '../evalRow'
import { librariesRow } from './librariesRow'
import { markedRow, unseenRow } from './markedRow'
import { protestRow } from './protestRow'
import { recallRow } from './recallRow'
import { secondRow } from './secondRow'

/** How right the reader of reports is. */
export const rows: EvalRow[] = [protestRow, secondRow, markedRow, unseenRow, recallRow, librariesRow]
