import type { matrix as english } from '../en/matrix'
import type { InOtherWords } from '../inOtherWords'

export const matrix: InOtherWords<typeof english> = {}
