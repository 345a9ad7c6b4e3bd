import type { clips as english } from '../en/clips'
import type { InOtherWords } from '../inOtherWords'

export const clips: InOtherWords<typeof english> = {}
