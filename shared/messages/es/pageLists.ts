import type { pageLists as english } from '../en/pageLists'
import type { InOtherWords } from '../inOtherWords'

export const pageLists: InOtherWords<typeof english> = {
  range: '{first} a {last}',
  further: '{pages}, {page}',
  last: '{pages} y {page}'
}
