import { Check, CircleSlash, EqualNot, type LucideIcon } from 'lucide-react'
import { messagesOf } from '#shared/messages/messagesOf'
import type { Judgement } from '#shared/model/comparison'
import type { Tone } from './tone'

const say = messagesOf('ui')

interface JudgementLook {
  /** In the language spoken now. */
  readonly label: string
  tone: Tone
  icon: LucideIcon
  /** One key on the keyboard. */
  key: string
}

/** Word, colour, shape and key of each judgement: never colour alone. */
export const judgementLook: { readonly [One in Judgement]: JudgementLook } = {
  agrees: {
    get label() {
      return say('agrees')
    },
    tone: 'agree',
    icon: Check,
    key: '1'
  },
  differs: {
    get label() {
      return say('differs')
    },
    tone: 'differ',
    icon: EqualNot,
    key: '2'
  },
  contradicts: {
    get label() {
      return say('contradicts')
    },
    tone: 'contra',
    icon: CircleSlash,
    key: '3'
  }
}
