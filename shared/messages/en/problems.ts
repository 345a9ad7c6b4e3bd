import { footage } from './problems/footage'
import { general } from './problems/general'
import { reports } from './problems/reports'

/**
 * What went wrong. A problem is a message that says what is wrong, one with `Todo` at its end that says what to do, and, where
 * something else than all was kept, one with `Kept`. The arguments of all three are given together.
 */
export const problems = { ...general, ...footage, ...reports } as const
