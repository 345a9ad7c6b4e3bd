import { AlignHorizontalDistributeCenter, FilePlus, Video } from 'lucide-react'
import { useState } from 'react'
import { isActive } from '#shared/domain/records'
import { footageDraftSchema, type Footage } from '#shared/model/footage'
import { useCommandStore } from '../../app/commands'
import { connection } from '../../app/connection'
import { useCaseStore } from '../../stores/caseStore'
import { useSessionStore } from '../../stores/sessionStore'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { ReasonDialog } from '../../ui/ReasonDialog'
import { DraftDialog } from './DraftDialog'
import { FootageFields } from './FootageFields'
import { FootageRow } from './FootageRow'
import row from './Row.module.css'
import { Section } from './Section'
import { WithdrawnList } from './WithdrawnList'

type Overlay = { kind: 'edit' | 'withdraw'; footage: Footage } | null

/** The recordings of a case. */
export function FootageSection({ timeZone, onPick }: { timeZone: string; onPick: () => void }) {
  const footage = useCaseStore((state) => state.footage)
  const [overlay, setOverlay] = useState<Overlay>(null)
  const close = () => setOverlay(null)
  const all = [...footage.values()].toSorted((one, other) => one.createdAt.localeCompare(other.createdAt))
  const active = all.filter(isActive)
  const actions = (
    <div className={row['actions']}>
      {active.length > 1 && (
        <Button
          size="small"
          variant="quiet"
          icon={AlignHorizontalDistributeCenter}
          onClick={() => void useCommandStore.getState().commands.get('case.align')?.run()}
        >
          Align cameras
        </Button>
      )}
      <Button size="small" icon={FilePlus} onClick={onPick}>
        Load footage
      </Button>
    </div>
  )
  return (
    <Section title="Footage" count={active.length} actions={actions}>
      {active.length === 0 ? (
        <EmptyState icon={Video} title="No footage yet">
          Choose video files, or drop them anywhere on this screen. They stay where they are and are never altered.
        </EmptyState>
      ) : (
        <ul className={row['list']}>
          {active.map((one) => (
            <FootageRow
              key={one.id}
              footage={one}
              timeZone={timeZone}
              onEdit={() => setOverlay({ kind: 'edit', footage: one })}
              onWithdraw={() => setOverlay({ kind: 'withdraw', footage: one })}
            />
          ))}
        </ul>
      )}
      <WithdrawnList
        records={all
          .filter((one) => !isActive(one))
          .map(({ id, fileName, withdrawn }) => ({ id, name: fileName, reason: withdrawn?.reason ?? '' }))}
      />
      {overlay?.kind === 'edit' && (
        <DraftDialog
          title={`Change ${overlay.footage.fileName}`}
          schema={footageDraftSchema}
          initial={{ wearerId: overlay.footage.wearerId, cameraLabel: overlay.footage.cameraLabel, startsAt: overlay.footage.startsAt }}
          onClose={close}
          onSave={(draft) => connection().client.footage.update({ footageId: overlay.footage.id, draft })}
        >
          {(draft, onChange, errors) => <FootageFields draft={draft} timeZone={timeZone} errors={errors} onChange={onChange} />}
        </DraftDialog>
      )}
      {overlay?.kind === 'withdraw' && (
        <ReasonDialog
          open
          onOpenChange={close}
          title={`Withdraw ${overlay.footage.fileName}`}
          description="The file stays where it is. The footage and its tags leave the comparison; the ledger keeps them."
          confirmLabel="Withdraw"
          onConfirm={async (reason) => {
            const { footage: methods } = connection().client
            return (await useSessionStore.getState().write(() => methods.withdraw({ footageId: overlay.footage.id, reason }))) !== null
          }}
        />
      )}
    </Section>
  )
}
