import { CornerDownLeft, FileText, Flag, FolderOpen, MessageSquareQuote, Scale, StickyNote, UserRound, Video } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { formatInstant } from '#shared/domain/time'
import { messagesOf } from '#shared/messages/messagesOf'
import type { FoundKind } from '#shared/model/search'
import { classNames } from '../../ui/classNames'
import { MarkedWords } from './MarkedWords'
import type { ResultGroup, ResultItem } from './planResults'
import styles from './SearchResults.module.css'

const say = messagesOf('search')

const looks = {
  case: { icon: FolderOpen, name: 'foundCase' },
  person: { icon: UserRound, name: 'foundPerson' },
  footage: { icon: Video, name: 'foundFootage' },
  tag: { icon: Flag, name: 'foundTag' },
  report: { icon: FileText, name: 'foundReport' },
  reportText: { icon: FileText, name: 'foundReportText' },
  statement: { icon: MessageSquareQuote, name: 'foundStatement' },
  link: { icon: StickyNote, name: 'foundLink' },
  absence: { icon: StickyNote, name: 'foundAbsence' },
  enteredDifference: { icon: Scale, name: 'foundEnteredDifference' },
  disposition: { icon: Scale, name: 'foundDisposition' }
} as const satisfies Record<FoundKind, { icon: LucideIcon; name: string }>

interface SearchResultsProps {
  id: string
  groups: readonly ResultGroup[]
  /** The line that Enter opens. */
  chosenId: string | null
  onChoose: (item: ResultItem) => void
  onOpen: (item: ResultItem) => void
}

/** What was found, by case. The focus stays in the box; the chosen line is told to a screen reader from there. */
export function SearchResults({ id, groups, chosenId, onChoose, onOpen }: SearchResultsProps) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [chosenId])
  return (
    <div ref={list} id={id} role="listbox" aria-label={say('title')} className={styles['results']}>
      {groups.map(({ of, items }) => (
        <div key={of.id} role="group" aria-label={`${of.incidentNumber}, ${of.place}`} className={styles['group']}>
          <div role="presentation" className={styles['case']}>
            <strong className={styles['incident']}>{of.incidentNumber}</strong>
            <span className={styles['place']}>{of.place}</span>
            <span className={styles['date']}>{formatInstant(of.startsAt, of.timeZone)}</span>
          </div>
          {items.map((item) => (
            <div
              key={item.id}
              id={`${id} ${item.id}`.replaceAll(' ', '-')}
              role="option"
              aria-selected={item.id === chosenId}
              className={classNames(styles['line'], item.id === chosenId && styles['chosen'])}
              onPointerMove={() => item.id === chosenId || onChoose(item)}
              // The box keeps the focus.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onOpen(item)}
            >
              {item.kind === 'hit' ? <HitLine item={item} /> : <span className={styles['more']}>{say('more', { count: item.count })}</span>}
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}

function HitLine({ item: { hit } }: { item: Extract<ResultItem, { kind: 'hit' }> }) {
  const { icon: Icon, name } = looks[hit.found]
  return (
    <>
      <Icon aria-hidden className={styles['icon']} />
      <span className={styles['words']}>
        <span className={styles['what']}>
          <span className={styles['kind']}>{say(name)}</span>
          {hit.title.text !== '' && (
            <span className={styles['title']}>
              <MarkedWords of={hit.title} />
            </span>
          )}
          {hit.within !== '' && <span className={styles['within']}>{hit.within}</span>}
        </span>
        {hit.snippet.text !== '' && (
          <span className={styles['snippet']}>
            <MarkedWords of={hit.snippet} />
          </span>
        )}
      </span>
      <CornerDownLeft aria-hidden className={styles['enter']} />
    </>
  )
}
