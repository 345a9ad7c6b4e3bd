import { Check, CircleSlash, EqualNot, type LucideIcon } from 'lucide-react'
import type { Judgement } from '#shared/model/comparison'
import type { Tone } from './tone'

interface JudgementLook {
  label: string
  tone: Tone
  icon: LucideIcon
  /** One key on the keyboard. */
  key: string
}

/** Word, colour, shape and key of each judgement: never colour alone. */
export const judgementLook: { readonly [One in Judgement]: JudgementLook } = {
  agrees: { label: 'Agrees', tone: 'agree', icon: Check, key: '1' },
  differs: { label: 'Differs', tone: 'differ', icon: EqualNot, key: '2' },
  contradicts: { label: 'Contradicts', tone: 'contra', icon: CircleSlash, key: '3' }
}
