import type { ui as english } from '../en/ui'
import type { InOtherWords } from '../inOtherWords'

export const ui: InOtherWords<typeof english> = {}
