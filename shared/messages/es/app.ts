import type { app as english } from '../en/app'
import type { InOtherWords } from '../inOtherWords'

export const app: InOtherWords<typeof english> = {}
