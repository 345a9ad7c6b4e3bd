import type { comparison as english } from '../en/comparison'
import type { InOtherWords } from '../inOtherWords'

export const comparison: InOtherWords<typeof english> = {}
