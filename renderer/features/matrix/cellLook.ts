import { CircleDashed, CircleSlash, Check, EqualNot, Minus, Quote, SearchX, Video, VideoOff, type LucideIcon } from 'lucide-react'
import { cellWord, stateWords } from '#shared/domain/matrix/matrixWords'
import type { MatrixAccount } from '#shared/domain/matrix/matrixRow'
import type { ComparedState, MatrixCell } from '#shared/domain/matrix/planCell'
import type { Tone } from '../../ui/tone'

interface Shape {
  tone: Tone
  icon: LucideIcon
}

type CellLook = Shape & { word: string }

const shapes: { readonly [State in ComparedState]: Shape & { hint: string } } = {
  differs: { tone: 'contra', icon: EqualNot, hint: 'Linked words differ from the moment or contradict it, or a difference names both' },
  silent: { tone: 'differ', icon: SearchX, hint: 'A reviewer looked, and found no mention of it or no moment for it' },
  'cannot-check': { tone: 'neutral', icon: VideoOff, hint: 'No camera could show it' },
  'not-compared': { tone: 'neutral', icon: CircleDashed, hint: 'Nobody has looked yet' },
  agrees: { tone: 'agree', icon: Check, hint: 'A reviewer linked words that agree, and no difference was found in them' }
}

/** Each state of all accounts together, for counts and filters. */
export function stateLook(state: ComparedState): CellLook & { hint: string } {
  return { word: stateWords[state], ...shapes[state] }
}

/** Word, shape and colour of one cell: never colour alone. */
export function cellLook(cell: Pick<MatrixCell, 'state' | 'judgement'>, account: MatrixAccount): CellLook {
  return { word: cellWord(cell, account), ...shapeOf(cell, account) }
}

function shapeOf({ state, judgement }: Pick<MatrixCell, 'state' | 'judgement'>, account: MatrixAccount): Shape {
  switch (state) {
    case 'told':
      return { tone: 'neutral', icon: account.type === 'footage' ? Video : Quote }
    case 'no-basis':
      return { tone: 'neutral', icon: Minus }
    case 'differs':
      return judgement === 'contradicts' ? { tone: 'contra', icon: CircleSlash } : shapes.differs
    default:
      return shapes[state]
  }
}
