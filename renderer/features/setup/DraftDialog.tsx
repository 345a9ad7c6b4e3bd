import { useState, type ReactNode } from 'react'
import type { z } from 'zod'
import { messagesOf } from '#shared/messages/messagesOf'
import { useSessionStore } from '../../stores/sessionStore'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { issuesOf } from './issuesOf'

const say = messagesOf('setup')

interface DraftDialogProps<Draft extends object> {
  title: string
  schema: z.ZodType<Draft>
  initial: Draft
  onClose: () => void
  onSave: (draft: Draft) => Promise<unknown>
  children: (draft: Draft, onChange: (draft: Draft) => void, errors: Record<string, string>) => ReactNode
}

/** Changes what is entered of a record; what the schema refuses is said at its field. */
export function DraftDialog<Draft extends object>({ title, schema, initial, onClose, onSave, children }: DraftDialogProps<Draft>) {
  const [draft, setDraft] = useState(initial)
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [isBusy, setBusy] = useState(false)
  const save = async () => {
    const parsed = schema.safeParse(draft)
    if (!parsed.success) {
      setErrors(issuesOf(parsed.error))
      return
    }
    setBusy(true)
    const saved = await useSessionStore.getState().write(() => onSave(parsed.data))
    setBusy(false)
    if (saved !== null) onClose()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={title}
      width="wide"
      isClosedOnlyByButton
      footer={
        <>
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button variant="primary" disabled={isBusy} onClick={() => void save()}>
            {say('save')}
          </Button>
        </>
      }
    >
      {children(draft, setDraft, errors)}
    </Dialog>
  )
}
