import { messagesOf } from '#shared/messages/messagesOf'
import type { Tone } from '../../ui/tone'
import type { PassageLook } from './planAccounts'

const say = messagesOf('reports')

/** How a passage is shown: its gravest look on top, each with words and a colour; the shape of its line is in the style sheet. */
export const passageLook = {
  order: ['contradicts', 'differs', 'agrees', 'statement', 'bare'],
  words: {
    get agrees() {
      return say('lookAgrees')
    },
    get differs() {
      return say('lookDiffers')
    },
    get contradicts() {
      return say('lookContradicts')
    },
    get statement() {
      return say('lookStatement')
    },
    get bare() {
      return say('lookBare')
    }
  },
  tones: { agrees: 'agree', differs: 'differ', contradicts: 'contra', statement: 'context', bare: 'neutral' }
} satisfies { order: PassageLook[]; words: Record<PassageLook, string>; tones: Record<PassageLook, Tone> }
