import type { player as english } from '../en/player'
import type { InOtherWords } from '../inOtherWords'

export const player: InOtherWords<typeof english> = {}
