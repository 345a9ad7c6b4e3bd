import type { settings as english } from '../en/settings'
import type { InOtherWords } from '../inOtherWords'

export const settings: InOtherWords<typeof english> = {}
