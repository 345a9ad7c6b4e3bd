import type { BenchRow } from '../benchRow'
import { clipRows } from './clipRows'
import { overviewRows } from './overviewRows'
import { playerRows } from './playerRows'

/** What `npm run bench -- footage` measures. */
export const rows: BenchRow[] = [...overviewRows, ...clipRows, ...playerRows]
