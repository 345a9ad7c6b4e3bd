import { CalendarClock, EllipsisVertical, Pencil, TriangleAlert, Undo2 } from 'lucide-react'
import type { Ref } from 'react'
import { messagesOf } from '#shared/messages/messagesOf'
import { formatInstant } from '#shared/domain/time'
import { formatShare } from '#shared/domain/watched'
import { Badge } from '../../ui/Badge'
import { IconButton } from '../../ui/IconButton'
import { Menu } from '../../ui/Menu'
import { Tooltip } from '../../ui/Tooltip'
import type { Tone } from '../../ui/tone'
import { CaseCover } from './CaseCover'
import type { QueueRow } from './planQueue'
import styles from './CaseQueue.module.css'

const say = messagesOf('library')

interface QueueRowLineProps {
  row: QueueRow
  /** The row that the Tab key comes to. */
  isCurrent: boolean
  openRef: Ref<HTMLButtonElement>
  onOpen: () => void
  onFocus: () => void
  onEdit: () => void
  onWithdraw: () => void
}

/** One case of the queue; a press anywhere on it opens the case. */
export function QueueRowLine({ row, isCurrent, openRef, onOpen, onFocus, onEdit, onWithdraw }: QueueRowLineProps) {
  const { case: of, footageCount, reportCount, tagCount } = row
  const tabIndex = isCurrent ? 0 : -1
  const isEmpty = footageCount === 0 && reportCount === 0
  return (
    <>
      <span role="cell" className={styles['cover']}>
        <CaseCover footageId={row.coverFootageId} isGraphic={of.isGraphic === true} />
      </span>
      <span role="cell" className={styles['incident']}>
        <span className={styles['names']}>
          <button
            ref={openRef}
            type="button"
            tabIndex={tabIndex}
            className={styles['open']}
            title={of.incidentNumber}
            onClick={onOpen}
            onFocus={onFocus}
          >
            {of.incidentNumber}
          </button>
          {row.notIntactCount > 0 && <Badge tone="danger">{say('filesNotIntact', { count: row.notIntactCount })}</Badge>}
          {of.isDemonstration && <Badge tone="context">{say('demonstration')}</Badge>}
          {of.isGraphic === true && <Badge>{say('graphic')}</Badge>}
        </span>
        <span className={styles['holds']}>
          {isEmpty ? say('holdsNothing') : say('holds', { footage: footageCount, reports: reportCount, tags: tagCount })}
        </span>
        {of.warning !== undefined && of.warning !== '' && (
          <span className={styles['warning']} title={of.warning}>
            <TriangleAlert aria-hidden className={styles['sign']} />
            {say('warning', { warning: of.warning })}
          </span>
        )}
      </span>
      <span role="cell" className={styles['place']} title={of.place}>
        {of.place}
      </span>
      <span role="cell" className={styles['date']}>
        {formatInstant(of.startsAt, of.timeZone)}
      </span>
      <span role="cell">
        <Due days={row.dueInDays} />
      </span>
      <span role="cell" className={styles['watched']}>
        <WatchedShare row={row} tabIndex={tabIndex} />
      </span>
      <span role="cell" className={styles['number']}>
        <Count value={row.openDifferenceCount} tone="differ" />
      </span>
      <span role="cell" className={styles['number']}>
        <Count value={row.notComparedCount} tone="neutral" />
      </span>
      <span role="cell" className={styles['menu']}>
        <Menu
          trigger={
            <IconButton icon={EllipsisVertical} label={say('moreFor', { incident: of.incidentNumber })} size="small" tabIndex={tabIndex} />
          }
          items={[
            { label: say('changeCase'), icon: Pencil, onSelect: onEdit },
            { label: say('withdrawCase'), icon: Undo2, isDanger: true, onSelect: onWithdraw }
          ]}
        />
      </span>
    </>
  )
}

function Due({ days }: { days: number | null }) {
  if (days === null) return <span className={styles['none']}>{say('noDue')}</span>
  if (days < 0) {
    return (
      <Badge tone="danger">
        <TriangleAlert aria-hidden className={styles['sign']} />
        {say('overdue', { days: -days })}
      </Badge>
    )
  }
  return (
    <Badge tone={days <= 3 ? 'differ' : 'neutral'}>
      <CalendarClock aria-hidden className={styles['sign']} />
      {days === 0 ? say('dueToday') : say('dueIn', { days })}
    </Badge>
  )
}

function Count({ value, tone }: { value: number; tone: Tone }) {
  return value === 0 ? <span className={styles['none']}>0</span> : <Badge tone={tone}>{value}</Badge>
}

/** The user's own share; whoever else watched is told on hover. */
function WatchedShare({ row, tabIndex }: { row: QueueRow; tabIndex: number }) {
  if (row.ownShare === null) return <span className={styles['none']}>{say('noFootage')}</span>
  const all = row.watched.map(({ userName, share, closeShare }) =>
    say('watchedBy', { name: userName, share: formatShare(share), closeShare: formatShare(closeShare) })
  )
  return (
    <Tooltip content={all.length === 0 ? say('nobodyWatched') : all.join('; ')}>
      <span tabIndex={tabIndex} className={styles['share']}>
        <span className={styles['words']}>{formatShare(row.ownShare)}</span>
        <span aria-hidden className={styles['track']}>
          <span className={styles['bar']} style={{ width: `${Math.floor(row.ownShare * 100)}%` }} />
        </span>
      </span>
    </Tooltip>
  )
}
