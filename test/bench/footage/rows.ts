import type { BenchRow } from '../benchRow'
import { overviewRows } from './overviewRows'
import { playerRows } from './playerRows'

/** What `npm run bench -- footage` measures. */
export const rows: BenchRow[] = [...overviewRows, ...playerRows]
