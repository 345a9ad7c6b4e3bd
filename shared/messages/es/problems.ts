import type { problems as english } from '../en/problems'
import type { InOtherWords } from '../inOtherWords'
import { footage } from './problems/footage'
import { general } from './problems/general'
import { reports } from './problems/reports'

export const problems: InOtherWords<typeof english> = { ...general, ...footage, ...reports }
