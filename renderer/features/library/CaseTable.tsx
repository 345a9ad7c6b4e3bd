import { EllipsisVertical, Pencil, Undo2 } from 'lucide-react'
import type { Case } from '#shared/model/case'
import { usePendingGrantStore } from '../../stores/pendingGrantStore'
import { useSessionStore } from '../../stores/sessionStore'
import { Badge } from '../../ui/Badge'
import { IconButton } from '../../ui/IconButton'
import { Menu } from '../../ui/Menu'
import { Tooltip } from '../../ui/Tooltip'
import type { Tone } from '../../ui/tone'
import { formatInstant } from '#shared/domain/time'
import { formatShare } from '#shared/domain/watched'
import styles from './CaseTable.module.css'
import type { CaseRow } from './useCaseList'

interface CaseTableProps {
  rows: readonly CaseRow[]
  onEdit: (target: Case) => void
  onWithdraw: (target: Case) => void
}

/** One line for each case; a press anywhere on it opens the case. */
export function CaseTable({ rows, onEdit, onWithdraw }: CaseTableProps) {
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">Incident</th>
          <th scope="col">Place</th>
          <th scope="col">Date</th>
          <th scope="col" className={styles['number']}>
            Footage
          </th>
          <th scope="col" className={styles['number']}>
            Watched
          </th>
          <th scope="col" className={styles['number']}>
            Reports
          </th>
          <th scope="col" className={styles['number']}>
            Tags
          </th>
          <th scope="col" className={styles['number']}>
            Open differences
          </th>
          <th scope="col" className={styles['number']}>
            Not compared
          </th>
          <th scope="col" className={styles['menu']}>
            <span className={styles['hidden']}>More</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <CaseLine key={row.case.id} row={row} onEdit={() => onEdit(row.case)} onWithdraw={() => onWithdraw(row.case)} />
        ))}
      </tbody>
    </table>
  )
}

function CaseLine({ row, onEdit, onWithdraw }: { row: CaseRow; onEdit: () => void; onWithdraw: () => void }) {
  const go = useSessionStore((state) => state.go)
  const isEmpty = row.footageCount === 0 && row.reportCount === 0
  // An empty case, or one that files wait for, has nothing to watch yet.
  const open = () => {
    const isSetup = isEmpty || usePendingGrantStore.getState().grants.length > 0
    go({ screen: 'case', caseId: row.case.id, view: isSetup ? 'setup' : 'workbench' })
  }
  return (
    <tr className={styles['line']}>
      <td>
        <span className={styles['incident']}>
          <button type="button" className={styles['open']} title={row.case.incidentNumber} onClick={open}>
            {row.case.incidentNumber}
          </button>
          {row.notIntactCount > 0 && (
            <Badge tone="danger">{row.notIntactCount === 1 ? '1 file' : `${row.notIntactCount} files`} not intact</Badge>
          )}
          {row.case.isDemonstration && <Badge tone="context">demonstration</Badge>}
        </span>
      </td>
      <td className={styles['place']} title={row.case.place}>
        {row.case.place}
      </td>
      <td className={styles['date']}>{formatInstant(row.case.startsAt, row.case.timeZone)}</td>
      <td className={styles['number']}>{row.footageCount}</td>
      <td className={styles['number']}>
        <WatchedShares row={row} />
      </td>
      <td className={styles['number']}>{row.reportCount}</td>
      <td className={styles['number']}>{row.tagCount}</td>
      <td className={styles['number']}>
        <Count value={row.openDifferenceCount} tone="differ" />
      </td>
      <td className={styles['number']}>
        <Count value={row.notComparedCount} tone="neutral" />
      </td>
      <td className={styles['menu']}>
        <Menu
          trigger={<IconButton icon={EllipsisVertical} label={`More for ${row.case.incidentNumber}`} size="small" />}
          items={[
            { label: 'Change the case', icon: Pencil, onSelect: onEdit },
            { label: 'Withdraw the case', icon: Undo2, isDanger: true, onSelect: onWithdraw }
          ]}
        />
      </td>
    </tr>
  )
}

function Count({ value, tone }: { value: number; tone: Tone }) {
  return value === 0 ? <>0</> : <Badge tone={tone}>{value}</Badge>
}

/** The user's own share; whoever else watched is told on hover. */
function WatchedShares({ row }: { row: CaseRow }) {
  const userId = useSessionStore((state) => state.user?.id)
  if (row.footageCount === 0) return <>–</>
  const own = row.watched.find((one) => one.userId === userId)
  const all = row.watched.map(
    ({ userName, share, closeShare }) =>
      `${userName}: ${formatShare(share)}, ${formatShare(closeShare)} at normal speed or slower with sound`
  )
  return (
    <Tooltip content={all.length === 0 ? 'Nobody has watched any of it yet' : all.join('; ')}>
      <span tabIndex={0} className={styles['watched']}>
        {formatShare(own?.share ?? 0)}
      </span>
    </Tooltip>
  )
}
