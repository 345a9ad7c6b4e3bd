import type { exports as english } from '../en/exports'
import type { InOtherWords } from '../inOtherWords'

export const exports: InOtherWords<typeof english> = {}
