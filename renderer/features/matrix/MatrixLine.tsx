import { messagesOf } from '#shared/messages/messagesOf'
import { Quote } from 'lucide-react'
import type { CSSProperties } from 'react'
import type { MatrixAccount, MatrixRow } from '#shared/domain/matrix/matrixRow'
import type { MatrixCell } from '#shared/domain/matrix/planCell'
import type { Difference } from '#shared/model/comparison'
import { useCaseStore } from '../../stores/caseStore'
import { classNames } from '../../ui/classNames'
import { tagLook } from '../../ui/tagLook'
import { cellLook } from './cellLook'
import styles from './MatrixGrid.module.css'
import { accountName, eventName, eventWords, quote, type WordSources } from '#shared/domain/matrix/matrixWords'
import { kindOf } from './planShownRows'

const say = messagesOf('matrix')

interface MatrixLineProps {
  row: MatrixRow
  /** From 0. */
  index: number
  accounts: readonly MatrixAccount[]
  words: WordSources
  /** The selected cell of this row, the event itself being 0; null where it is in another row. */
  selectedColumn: number | null
  style: CSSProperties
  onSelect: (column: number) => void
  onOpen: () => void
}

/** One event, and how each account stands to it. */
export function MatrixLine({ row, index, accounts, words, selectedColumn, style, onSelect, onOpen }: MatrixLineProps) {
  const event = eventWords(row.event, words)
  const look = tagLook[kindOf(row)]
  const Icon = row.event.type === 'moment' ? look.icon : Quote
  const at = (column: number) => ({
    'data-row': index,
    'data-column': column,
    tabIndex: selectedColumn === column ? 0 : -1,
    'aria-selected': selectedColumn === column,
    onClick: () => onSelect(column),
    onDoubleClick: onOpen
  })
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={classNames(styles['row'], selectedColumn !== null && styles['current'])}
      style={style}
    >
      <div role="rowheader" className={styles['event']} data-tone={look.tone} title={event.detail} {...at(0)}>
        <Icon aria-hidden className={styles['icon']} />
        <span className={styles['words']}>
          <span className={styles['top']}>
            <b className={styles['title']}>{event.title}</b>
            <time className={styles['time']}>{event.time}</time>
          </span>
          <span className={styles['under']}>{event.detail}</span>
        </span>
      </div>
      {accounts.map((account, column) => {
        const cell = row.cells[column]
        return (
          cell !== undefined && (
            <Cell
              key={account.type === 'footage' ? 'footage' : account.report.id}
              cell={cell}
              account={account}
              words={words}
              label={`${eventName(event)}, ${accountName(account, words)}`}
              place={at(column + 1)}
            />
          )
        )
      })}
    </div>
  )
}

interface CellProps {
  cell: MatrixCell
  account: MatrixAccount
  words: WordSources
  /** The name of its row and of its column. */
  label: string
  place: object
}

function Cell({ cell, account, words, label, place }: CellProps) {
  const { word, tone, icon: Icon } = cellLook(cell, account)
  const under = useUnder(cell, words)
  const settled = cell.differences.length > 0 && cell.differences.every(({ status }) => status !== 'open')
  return (
    <div
      role="gridcell"
      data-state={cell.state}
      data-tone={tone}
      className={classNames(styles['cell'], settled && styles['settled'])}
      {...place}
    >
      <span className={styles['hidden']}>{label}: </span>
      <span className={styles['top']}>
        <span className={styles['state']}>
          <Icon aria-hidden className={styles['icon']} />
          <span className={classNames(cell.state === 'no-basis' && styles['hidden'])}>{word}</span>
        </span>
        {settled && <span className={styles['disposition']}>{say('settledAs', { status: cell.differences[0]?.status ?? 'open' })}</span>}
        {cell.cameras !== null && <span className={styles['disposition']}>{camerasOf(cell.cameras)}</span>}
      </span>
      {under !== '' && <span className={styles['under']}>{under}</span>}
    </div>
  )
}

/** The second line of a cell: what differs and the words that tell it, why it cannot be checked, or which cameras show it. */
function useUnder(cell: MatrixCell, { codebook }: WordSources): string {
  const passage = useCaseStore((store) => store.passages.get(cell.links[0]?.passageId ?? ''))
  const footage = useCaseStore((store) => store.footage)
  const kinds = kindsOf(
    cell.differences.filter(({ kind }) => kind !== 'judged' && kind !== 'not-in-report'),
    codebook.differenceKinds
  )
  if (cell.gap !== null) return cell.gap
  if (cell.cameras !== null) {
    const names = cell.cameras.taggedIds.map((id) => footage.get(id)?.cameraLabel || footage.get(id)?.fileName || say('aCamera'))
    return [kinds, names.join(', ')].filter((part) => part !== '').join(' · ')
  }
  return [kinds, passage === undefined ? '' : quote(passage.anchor.exact)].filter((part) => part !== '').join(' · ')
}

/** On how many of the cameras that recorded it a moment is tagged. */
function camerasOf({ taggedIds, otherIds }: NonNullable<MatrixCell['cameras']>): string {
  const count = taggedIds.length + otherIds.length
  return count === 1 ? '' : say('someCameras', { tagged: taggedIds.length, count })
}

function kindsOf(differences: readonly Difference[], labels: readonly { id: string; label: string }[]): string {
  const kinds = new Set(differences.map(({ kind }) => labels.find(({ id }) => id === kind)?.label ?? kind))
  return [...kinds].join(', ')
}
