import type { jobs as english } from '../en/jobs'
import type { InOtherWords } from '../inOtherWords'

export const jobs: InOtherWords<typeof english> = {}
