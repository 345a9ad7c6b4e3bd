import { useState, type ReactNode } from 'react'
import { messagesOf } from '#shared/messages/messagesOf'
import { reasonSchema } from '#shared/model/primitives'
import { saidAgain } from '#shared/messages/readBack'
import { useDraft } from '../stores/deskStore'
import { Button } from './Button'
import { Dialog } from './Dialog'
import { TextArea } from './TextArea'

const say = messagesOf('ui')

interface ReasonDialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  description?: ReactNode
  /** What the button says, e.g. `Withdraw`. */
  confirmLabel: string
  variant?: 'primary' | 'danger'
  /** Answers true where it was done; the dialog then closes. */
  onConfirm: (reason: string) => Promise<boolean>
}

/** Asks for the reason that must be given. What is half written survives a crash, and is there when it is asked for again. */
export function ReasonDialog(props: ReasonDialogProps) {
  // Mounted anew each time, so that no old error is left in it.
  return props.open ? <OpenReasonDialog {...props} /> : null
}

function OpenReasonDialog({ onOpenChange, title, description, confirmLabel, variant = 'danger', onConfirm }: ReasonDialogProps) {
  const { text: reason, change: setReason, done } = useDraft(`reason ${title}`, '')
  const [error, setError] = useState('')
  const [isBusy, setBusy] = useState(false)
  const close = () => {
    done()
    onOpenChange(false)
  }
  const confirm = async () => {
    const parsed = reasonSchema.safeParse(reason)
    if (!parsed.success) {
      setError(
        reason.trim() === ''
          ? say('reasonMissing')
          : say('reasonRefused', { issue: saidAgain('validation', parsed.error.issues[0]?.message ?? say('reasonUnusable')) })
      )
      return
    }
    setBusy(true)
    const isDone = await onConfirm(parsed.data)
    setBusy(false)
    if (isDone) close()
  }
  return (
    <Dialog
      open
      onOpenChange={close}
      title={title}
      width="narrow"
      isClosedOnlyByButton={reason !== ''}
      {...(description === undefined ? {} : { description })}
      footer={
        <>
          <Button onClick={close}>{say('cancel')}</Button>
          <Button variant={variant} disabled={isBusy} onClick={() => void confirm()}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      <TextArea label={say('reason')} value={reason} onValueChange={setReason} error={error} rows={3} autoFocus />
    </Dialog>
  )
}
