import { messagesOf } from '#shared/messages/messagesOf'
import { CircleDashed, CircleSlash, Check, EqualNot, Minus, Quote, SearchX, Video, VideoOff, type LucideIcon } from 'lucide-react'
import { cellWord, stateWords } from '#shared/domain/matrix/matrixWords'
import type { MatrixAccount } from '#shared/domain/matrix/matrixRow'
import type { ComparedState, MatrixCell } from '#shared/domain/matrix/planCell'
import type { Tone } from '../../ui/tone'

const say = messagesOf('matrix')

interface Shape {
  tone: Tone
  icon: LucideIcon
}

type StateHint = `${'differs' | 'silent' | 'cannotCheck' | 'notCompared' | 'agrees'}Hint`
type CellLook = Shape & { word: string }

const shapes: { readonly [State in ComparedState]: Shape & { hint: StateHint } } = {
  differs: { tone: 'contra', icon: EqualNot, hint: 'differsHint' },
  silent: { tone: 'differ', icon: SearchX, hint: 'silentHint' },
  'cannot-check': { tone: 'neutral', icon: VideoOff, hint: 'cannotCheckHint' },
  'not-compared': { tone: 'neutral', icon: CircleDashed, hint: 'notComparedHint' },
  agrees: { tone: 'agree', icon: Check, hint: 'agreesHint' }
}

/** Each state of all accounts together, for counts and filters. */
export function stateLook(state: ComparedState): CellLook & { hint: string } {
  const { tone, icon, hint } = shapes[state]
  return { word: stateWords[state], tone, icon, hint: say(hint) }
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
