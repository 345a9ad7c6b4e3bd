import type { BenchRow } from '../benchRow'
import { overviewRows } from './overviewRows'

/** What `npm run bench -- footage` measures. */
export const rows: BenchRow[] = [...overviewRows]
