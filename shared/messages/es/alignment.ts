import type { alignment as english } from '../en/alignment'
import type { InOtherWords } from '../inOtherWords'

export const alignment: InOtherWords<typeof english> = {}
