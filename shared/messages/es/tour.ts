import type { tour as english } from '../en/tour'
import type { InOtherWords } from '../inOtherWords'

export const tour: InOtherWords<typeof english> = {}
