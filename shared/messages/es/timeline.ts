import type { timeline as english } from '../en/timeline'
import type { InOtherWords } from '../inOtherWords'

export const timeline: InOtherWords<typeof english> = {}
