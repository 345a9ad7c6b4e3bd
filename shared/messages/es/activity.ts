import type { activity as english } from '../en/activity'
import type { InOtherWords } from '../inOtherWords'

export const activity: InOtherWords<typeof english> = {}
