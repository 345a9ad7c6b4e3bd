import type { setup as english } from '../en/setup'
import type { InOtherWords } from '../inOtherWords'

export const setup: InOtherWords<typeof english> = {}
