import { useState, type ReactNode } from 'react'
import type { z } from 'zod'
import { messagesOf } from '#shared/messages/messagesOf'
import { useFormDraft } from '../../stores/formDraft'
import { useSessionStore } from '../../stores/sessionStore'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { issuesOf } from './issuesOf'

const say = messagesOf('setup')

interface DraftDialogProps<Draft extends object> {
  /** Under which it is kept while it is not saved, e.g. `footage <id>`. */
  name: string
  title: string
  schema: z.ZodType<Draft>
  initial: Draft
  onClose: () => void
  onSave: (draft: Draft) => Promise<unknown>
  children: (draft: Draft, onChange: (draft: Draft) => void, errors: Record<string, string>) => ReactNode
}

/** Changes what is entered of a record; what the schema refuses is said at its field. */
export function DraftDialog<Draft extends object>({ name, title, schema, initial, onClose, onSave, children }: DraftDialogProps<Draft>) {
  const { form: draft, change, done } = useFormDraft(name, schema, initial)
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
    if (saved !== null) end()
  }
  const end = () => {
    done()
    onClose()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => open || end()}
      title={title}
      width="wide"
      isClosedOnlyByButton
      footer={
        <>
          <Button onClick={end}>{say('cancel')}</Button>
          <Button variant="primary" disabled={isBusy} onClick={() => void save()}>
            {say('save')}
          </Button>
        </>
      }
    >
      {children(draft, change, errors)}
    </Dialog>
  )
}
