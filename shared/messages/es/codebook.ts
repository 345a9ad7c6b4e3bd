import type { codebook as english } from '../en/codebook'
import type { InOtherWords } from '../inOtherWords'

export const codebook: InOtherWords<typeof english> = {}
