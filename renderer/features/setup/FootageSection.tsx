import { AlignHorizontalDistributeCenter, Video } from 'lucide-react'
import { isActive } from '#shared/domain/records'
import { messagesOf } from '#shared/messages/messagesOf'
import { footageDraftSchema } from '#shared/model/footage'
import { useCommandStore } from '../../app/commands'
import { connection } from '../../app/connection'
import { useCaseStore } from '../../stores/caseStore'
import { Button } from '../../ui/Button'
import { DraftDialog } from './DraftDialog'
import { FileSection } from './FileSection'
import { FootageFields } from './FootageFields'
import { FootageRow } from './FootageRow'

const say = messagesOf('setup')

/** The recordings of a case. */
export function FootageSection({ timeZone, onPick }: { timeZone: string; onPick: () => void }) {
  const footage = useCaseStore((state) => state.footage)
  const { footage: methods } = connection().client
  return (
    <FileSection
      title={say('footage')}
      icon={Video}
      loadLabel={say('loadFootage')}
      emptyTitle={say('noFootage')}
      onPick={onPick}
      actions={[...footage.values()].filter(isActive).length > 1 && <AlignButton />}
      emptyHint={say('footageHint')}
      records={footage.values()}
      row={(one, onEdit, onWithdraw) => <FootageRow footage={one} timeZone={timeZone} onEdit={onEdit} onWithdraw={onWithdraw} />}
      editDialog={({ id, fileName, wearerId, cameraLabel, startsAt }, onClose) => (
        <DraftDialog
          name={`footage ${id}`}
          title={say('changeName', { name: fileName })}
          schema={footageDraftSchema}
          initial={{ wearerId, cameraLabel, startsAt }}
          onClose={onClose}
          onSave={(draft) => methods.update({ footageId: id, draft })}
        >
          {(draft, onChange, errors) => <FootageFields draft={draft} timeZone={timeZone} errors={errors} onChange={onChange} />}
        </DraftDialog>
      )}
      withdrawHint={say('withdrawFootage')}
      withdraw={({ id }, reason) => methods.withdraw({ footageId: id, reason })}
    />
  )
}

function AlignButton() {
  return (
    <Button
      size="small"
      variant="quiet"
      icon={AlignHorizontalDistributeCenter}
      onClick={() => void useCommandStore.getState().commands.get('case.align')?.run()}
    >
      {say('alignCameras')}
    </Button>
  )
}
