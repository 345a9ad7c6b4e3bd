import { ChevronDown, ChevronRight } from 'lucide-react'
import { memo } from 'react'
import type { Case } from '#shared/model/case'
import type { Tag } from '#shared/model/tag'
import type { CaseClock } from '#shared/domain/caseClock'
import { tagTime } from '#shared/domain/tagWords'
import { messagesOf } from '#shared/messages/messagesOf'
import { useCaseClock } from '../../stores/caseClock'
import { tagLook } from '../../ui/tagLook'
import styles from './EventGroup.module.css'
import { eventSignLook } from './eventSignLook'
import type { AccountCard } from './planAccounts'
import { eventSigns, kindsOf, signOf } from './planEventRows'

const say = messagesOf('reports')

interface EventGroupProps {
  id: string
  of: Case
  cards: readonly AccountCard[]
  isOpen: boolean
  hasReport: boolean
  onToggle: (id: string) => void
}

/** Many events of a short time as one line: from when to when, of which kinds, and what of them stands out. */
export const EventGroup = memo(function EventGroup({ id, of, cards, isOpen, hasReport, onToggle }: EventGroupProps) {
  const clock = useCaseClock()
  const [first, last] = [cards[0]?.tag, cards.at(-1)?.tag]
  const time = first === undefined || last === undefined ? '' : timeBetween(first, last, clock, of)
  const Arrow = isOpen ? ChevronDown : ChevronRight
  const counts = eventSigns.map((sign) => ({ sign, count: cards.filter((card) => signOf(card) === sign).length }))
  return (
    <button type="button" className={styles['group']} aria-expanded={isOpen} data-event-group onClick={() => onToggle(id)}>
      <Arrow aria-hidden className={styles['icon']} />
      <strong className={styles['count']}>{say('events', { count: cards.length })}</strong>
      <time className={styles['time']}>{time}</time>
      <span className={styles['facts']}>
        {kindsOf(cards).map((kind) => {
          const { icon: Icon, tone } = tagLook[kind]
          return (
            <span key={kind} data-tone={tone} className={styles['fact']} aria-hidden>
              <Icon className={styles['icon']} />
              {cards.filter(({ tag }) => tag.details.kind === kind).length}
            </span>
          )
        })}
        {hasReport &&
          counts.map(({ sign, count }) => {
            const { icon: Icon, tone, label } = eventSignLook[sign]
            return (
              count > 0 && (
                <span key={sign} data-tone={tone} className={styles['sign']}>
                  <Icon aria-hidden className={styles['icon']} />
                  {label(count)}
                </span>
              )
            )
          })}
      </span>
    </button>
  )
})

// One footage tells only as much of the end as differs; two tell both in full.
function timeBetween(first: Tag, last: Tag, clock: CaseClock, of: Case): string {
  if (first.footageId === last.footageId) return tagTime({ ...first, endUs: last.startUs }, clock, of)
  const startOf = (tag: Tag) => tagTime({ ...tag, endUs: null }, clock, of)
  const [from, to] = [startOf(first), startOf(last)]
  return from === to ? from : `${from}–${to}`
}
