import { CircleDashed, CircleSlash, Check, EqualNot, Minus, Quote, SearchX, Video, VideoOff, type LucideIcon } from 'lucide-react'
import type { MatrixAccount } from '#shared/domain/matrix/matrixRow'
import type { ComparedState, MatrixCell } from '#shared/domain/matrix/planCell'
import type { Tone } from '../../ui/tone'

interface CellLook {
  word: string
  tone: Tone
  icon: LucideIcon
}

/** Each state of all accounts together, for counts and filters. */
export const stateLook: { readonly [State in ComparedState]: CellLook & { hint: string } } = {
  differs: {
    word: 'Differs',
    tone: 'contra',
    icon: EqualNot,
    hint: 'Linked words differ from the moment or contradict it, or a difference names both'
  },
  silent: {
    word: 'Not mentioned',
    tone: 'differ',
    icon: SearchX,
    hint: 'A reviewer looked, and found no mention of it or no moment for it'
  },
  'cannot-check': { word: 'Cannot be checked', tone: 'neutral', icon: VideoOff, hint: 'No camera could show it' },
  'not-compared': { word: 'Not compared', tone: 'neutral', icon: CircleDashed, hint: 'Nobody has looked yet' },
  agrees: { word: 'Agrees', tone: 'agree', icon: Check, hint: 'A reviewer linked words that agree, and no difference was found in them' }
}

/** Word, shape and colour of one cell: never colour alone. */
export function cellLook({ state, judgement }: Pick<MatrixCell, 'state' | 'judgement'>, account: MatrixAccount): CellLook {
  const isFootage = account.type === 'footage'
  switch (state) {
    case 'told':
      return isFootage ? { word: 'Shown', tone: 'neutral', icon: Video } : { word: 'Stated', tone: 'neutral', icon: Quote }
    case 'no-basis':
      return { word: 'No shared moment', tone: 'neutral', icon: Minus }
    case 'silent':
      return { ...stateLook.silent, word: isFootage ? 'No moment tagged' : stateLook.silent.word }
    case 'differs':
      return judgement === 'contradicts' ? { word: 'Contradicts', tone: 'contra', icon: CircleSlash } : stateLook.differs
    default:
      return stateLook[state]
  }
}
