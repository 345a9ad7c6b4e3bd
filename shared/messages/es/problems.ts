import type { problems as english } from '../en/problems'
import type { InOtherWords } from '../inOtherWords'

export const problems: InOtherWords<typeof english> = {}
