import { FilePlus, type LucideIcon } from 'lucide-react'
import { Fragment, useState, type ReactNode } from 'react'
import { isActive } from '#shared/domain/records'
import { messagesOf } from '#shared/messages/messagesOf'
import type { Footage } from '#shared/model/footage'
import type { Report } from '#shared/model/report'
import { useSessionStore } from '../../stores/sessionStore'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { ReasonDialog } from '../../ui/ReasonDialog'
import row from './Row.module.css'
import { Section } from './Section'
import { WithdrawnList } from './WithdrawnList'

const say = messagesOf('setup')

interface FileSectionProps<Record extends Footage | Report> {
  title: string
  icon: LucideIcon
  loadLabel: string
  onPick: () => void
  /** What else can be done with all of them, before the button that loads. */
  actions?: ReactNode
  /** Says that there is none yet. */
  emptyTitle: string
  /** What to do where there is none yet. */
  emptyHint: string
  records: Iterable<Record>
  row: (record: Record, onEdit: () => void, onWithdraw: () => void) => ReactNode
  editDialog: (record: Record, onClose: () => void) => ReactNode
  /** What withdrawing one means. */
  withdrawHint: string
  withdraw: (record: Record, reason: string) => Promise<unknown>
}

/** The files of one kind in a case, the oldest first: load, change, withdraw. */
export function FileSection<Record extends Footage | Report>(props: FileSectionProps<Record>) {
  const [overlay, setOverlay] = useState<{ kind: 'edit' | 'withdraw'; record: Record } | null>(null)
  const close = () => setOverlay(null)
  const all = [...props.records].toSorted((one, other) => one.createdAt.localeCompare(other.createdAt))
  const active = all.filter(isActive)
  const actions = (
    <div className={row['actions']}>
      {props.actions}
      <Button size="small" icon={FilePlus} onClick={props.onPick}>
        {props.loadLabel}
      </Button>
    </div>
  )
  return (
    <Section title={props.title} count={active.length} actions={actions}>
      {active.length === 0 ? (
        <EmptyState icon={props.icon} title={props.emptyTitle}>
          {props.emptyHint}
        </EmptyState>
      ) : (
        <ul className={row['list']}>
          {active.map((record) => (
            <Fragment key={record.id}>
              {props.row(
                record,
                () => setOverlay({ kind: 'edit', record }),
                () => setOverlay({ kind: 'withdraw', record })
              )}
            </Fragment>
          ))}
        </ul>
      )}
      <WithdrawnList
        records={all
          .filter((one) => !isActive(one))
          .map(({ id, fileName, withdrawn }) => ({ id, name: fileName, reason: withdrawn?.reason ?? '' }))}
      />
      {overlay?.kind === 'edit' && props.editDialog(overlay.record, close)}
      {overlay?.kind === 'withdraw' && (
        <ReasonDialog
          open
          onOpenChange={close}
          title={say('withdrawName', { name: overlay.record.fileName })}
          description={props.withdrawHint}
          confirmLabel={say('withdraw')}
          onConfirm={async (reason) => (await useSessionStore.getState().write(() => props.withdraw(overlay.record, reason))) !== null}
        />
      )}
    </Section>
  )
}
