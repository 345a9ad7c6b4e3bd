import { CircleDashed, CircleSlash, EqualNot, SearchX, type LucideIcon } from 'lucide-react'
import { messagesOf } from '#shared/messages/messagesOf'
import type { Tone } from '../../ui/tone'
import type { EventSign } from './planEventRows'

const say = messagesOf('reports')

/** How it is shown what stands out of events; `label` tells of so many. */
export const eventSignLook: Readonly<Record<EventSign, { icon: LucideIcon; tone: Tone; label: (count: number) => string }>> = {
  contradicts: { icon: CircleSlash, tone: 'contra', label: (count) => say('signContradicts', { count }) },
  differs: { icon: EqualNot, tone: 'differ', label: (count) => say('signDiffers', { count }) },
  'not-mentioned': { icon: SearchX, tone: 'differ', label: (count) => say('signNotMentioned', { count }) },
  unlinked: { icon: CircleDashed, tone: 'neutral', label: (count) => say('signUnlinked', { count }) }
}
