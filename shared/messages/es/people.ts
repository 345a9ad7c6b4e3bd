import type { people as english } from '../en/people'
import type { InOtherWords } from '../inOtherWords'

export const people: InOtherWords<typeof english> = {}
