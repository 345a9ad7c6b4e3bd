import { Group, Ungroup } from 'lucide-react'
import { memo, useMemo } from 'react'
import type { Codebook } from '#shared/model/codebookSchema'
import { messagesOf } from '#shared/messages/messagesOf'
import { useKeyHint } from '../../app/commands'
import { IconButton } from '../../ui/IconButton'
import { Select } from '../../ui/Select'
import styles from './EventTools.module.css'
import type { AccountCard } from './planAccounts'
import { kindsOf, type EventFilter } from './planEventRows'
import type { EventRows } from './useEventRows'

const say = messagesOf('reports')

interface EventToolsProps {
  cards: readonly AccountCard[]
  codebook: Codebook
  events: EventRows
}

/** Chooses which events are listed, and whether many of them within seconds or of one minute are folded into one. */
export const EventTools = memo(function EventTools({ cards, codebook, events }: EventToolsProps) {
  const { filter, grouping, listed } = events
  const filterKey = useKeyHint('accounts.filter')
  const groupKey = useKeyHint('accounts.group')
  const kinds = useMemo(
    () =>
      kindsOf(cards).map((kind) => ({
        value: kind satisfies EventFilter,
        label: codebook.tagKinds.find(({ id }) => id === kind)?.label ?? kind
      })),
    [cards, codebook]
  )
  return (
    <div className={styles['tools']} role="group" aria-label={say('eventTools')}>
      <span className={styles['filter']} title={filterKey.keyHint ?? ''}>
        <Select<EventFilter>
          label={say('eventFilter')}
          isLabelHidden
          value={filter}
          onValueChange={events.setFilter}
          options={[
            { value: 'all', label: say('filterAll') },
            { value: 'unlinked', label: say('filterUnlinked') },
            { value: 'differences', label: say('filterDifferences') },
            ...kinds
          ]}
        />
      </span>
      <output className={styles['count']}>{filter === 'all' ? '' : say('listedOf', { listed: listed.length, all: cards.length })}</output>
      <IconButton
        icon={grouping === 'each' ? Ungroup : Group}
        size="small"
        label={say('grouping', { grouping })}
        isPressed={grouping !== 'each'}
        {...groupKey}
        onClick={() => events.setGrouping(nextGrouping(grouping))}
      />
    </div>
  )
})

/** The next way to list events, round and round. */
export const nextGrouping = (grouping: EventRows['grouping']): EventRows['grouping'] =>
  grouping === 'each' ? 'bursts' : grouping === 'bursts' ? 'minutes' : 'each'

/** The next filter that a key goes to: all, not linked, with differences, round and round. */
export const nextFilter = (filter: EventFilter): EventFilter =>
  filter === 'all' ? 'unlinked' : filter === 'unlinked' ? 'differences' : 'all'
