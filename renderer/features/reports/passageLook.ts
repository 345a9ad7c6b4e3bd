import type { Tone } from '../../ui/tone'
import type { PassageLook } from './planAccounts'

/** How a passage is shown: its gravest look on top, each with words and a colour; the shape of its line is in the style sheet. */
export const passageLook = {
  order: ['contradicts', 'differs', 'agrees', 'statement', 'bare'],
  words: {
    agrees: 'Agrees with footage',
    differs: 'Differs from footage',
    contradicts: 'Contradicts footage',
    statement: 'A statement; no moment on footage is tied to it',
    bare: 'A passage'
  },
  tones: { agrees: 'agree', differs: 'differ', contradicts: 'contra', statement: 'context', bare: 'neutral' }
} satisfies { order: PassageLook[]; words: Record<PassageLook, string>; tones: Record<PassageLook, Tone> }
