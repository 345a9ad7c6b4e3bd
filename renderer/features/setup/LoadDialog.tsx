import { useState } from 'react'
import { messagesOf } from '#shared/messages/messagesOf'
import type { Case } from '#shared/model/case'
import { connection } from '../../app/connection'
import { usePendingGrantStore } from '../../stores/pendingGrantStore'
import { problemOf } from '../../stores/problemOf'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { LoadItemForm } from './LoadItemForm'
import type { LoadItem } from './planLoad'

const say = messagesOf('setup')

interface LoadDialogProps {
  opened: Case
  items: readonly LoadItem[]
  onChange: (items: readonly LoadItem[]) => void
  onClose: () => void
}

/** Asks for what belongs to each chosen file, and starts loading. A file that was refused stays, with the reason. */
export function LoadDialog({ opened, items, onChange, onClose }: LoadDialogProps) {
  const [isBusy, setBusy] = useState(false)

  const loadAll = async () => {
    setBusy(true)
    const refused: LoadItem[] = []
    for (const item of items) {
      try {
        await startLoading(opened, item)
        usePendingGrantStore.getState().remove([item.grantId])
      } catch (error) {
        refused.push({ ...item, problem: problemOf(error) })
      }
    }
    setBusy(false)
    onChange(refused)
  }

  const title = say('loadCount', { count: items.length })
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={title}
      description={say('loadHint')}
      width="wide"
      isClosedOnlyByButton
      footer={
        <>
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button variant="primary" disabled={isBusy} onClick={() => void loadAll()}>
            {title}
          </Button>
        </>
      }
    >
      {items.map((item) => (
        <LoadItemForm
          key={item.grantId}
          item={item}
          timeZone={opened.timeZone}
          onChange={(next) => onChange(items.map((one) => (one.grantId === next.grantId ? next : one)))}
          onRemove={() => onChange(items.filter((one) => one.grantId !== item.grantId))}
        />
      ))}
    </Dialog>
  )
}

async function startLoading(opened: Case, item: LoadItem): Promise<void> {
  const { footage, reports } = connection().client
  const { grantId } = item
  if (item.kind === 'footage') await footage.load({ caseId: opened.id, grantId, draft: item.footage })
  else await reports.load({ caseId: opened.id, grantId, draft: item.report })
}
