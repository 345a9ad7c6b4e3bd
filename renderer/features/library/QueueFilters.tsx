import { messagesOf } from '#shared/messages/messagesOf'
import { Button } from '../../ui/Button'
import { Chip } from '../../ui/Chip'
import { filterGround, filterName } from './filterWords'
import { queueFilters, type QueueFilter } from './planQueue'
import styles from './QueueFilters.module.css'

const say = messagesOf('library')

interface QueueFiltersProps {
  chosen: ReadonlySet<QueueFilter>
  /** How many cases there would be with each filter too. */
  counts: ReadonlyMap<QueueFilter, number>
  shownCount: number
  allCount: number
  onChange: (chosen: ReadonlySet<QueueFilter>) => void
}

/** What cases can be narrowed down by, with how many there are of each, and what each chosen one rests on. */
export function QueueFilters({ chosen, counts, shownCount, allCount, onChange }: QueueFiltersProps) {
  return (
    <section aria-label={say('filters')} className={styles['filters']}>
      <div className={styles['chips']}>
        {queueFilters.map((filter) => {
          const count = counts.get(filter) ?? 0
          const isChosen = chosen.has(filter)
          return (
            <Chip
              key={filter}
              isSelected={isChosen}
              disabled={count === 0 && !isChosen}
              title={filterGround(filter)}
              onToggle={() => onChange(isChosen ? new Set([...chosen].filter((one) => one !== filter)) : new Set([...chosen, filter]))}
            >
              {filterName(filter)} <b className={styles['count']}>{count}</b>
            </Chip>
          )
        })}
        <span role="status" className={styles['shown']}>
          {chosen.size === 0 ? say('all', { all: allCount }) : say('shown', { shown: shownCount, all: allCount })}
        </span>
        {chosen.size > 0 && (
          <Button size="small" onClick={() => onChange(new Set())}>
            {say('clearFilters')}
          </Button>
        )}
      </div>
      {chosen.size > 0 && <p className={styles['grounds']}>{[...chosen].map(filterGround).join(' ')}</p>}
    </section>
  )
}
