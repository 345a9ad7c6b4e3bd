import type { reports as english } from '../en/reports'
import type { InOtherWords } from '../inOtherWords'

export const reports: InOtherWords<typeof english> = {}
