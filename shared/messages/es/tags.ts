import type { tags as english } from '../en/tags'
import type { InOtherWords } from '../inOtherWords'

export const tags: InOtherWords<typeof english> = {}
