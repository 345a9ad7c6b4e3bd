import type { differences as english } from '../en/differences'
import type { InOtherWords } from '../inOtherWords'

export const differences: InOtherWords<typeof english> = {}
