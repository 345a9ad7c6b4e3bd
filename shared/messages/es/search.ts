import type { search as english } from '../en/search'
import type { InOtherWords } from '../inOtherWords'

export const search: InOtherWords<typeof english> = {}
