import type { diagnostics as english } from '../en/diagnostics'
import type { InOtherWords } from '../inOtherWords'

export const diagnostics: InOtherWords<typeof english> = {}
