import type { records as english } from '../en/records'
import type { InOtherWords } from '../inOtherWords'

export const records: InOtherWords<typeof english> = {}
