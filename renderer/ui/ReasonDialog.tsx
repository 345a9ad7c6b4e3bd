import { useState, type ReactNode } from 'react'
import { reasonSchema } from '#shared/model/primitives'
import { Button } from './Button'
import { Dialog } from './Dialog'
import { TextArea } from './TextArea'

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

/** Asks for the reason that must be given. */
export function ReasonDialog(props: ReasonDialogProps) {
  // Mounted anew each time, so that no old reason is left in it.
  return props.open ? <OpenReasonDialog {...props} /> : null
}

function OpenReasonDialog({ onOpenChange, title, description, confirmLabel, variant = 'danger', onConfirm }: ReasonDialogProps) {
  const [reason, setReason] = useState('')
  const [error, setError] = useState('')
  const [isBusy, setBusy] = useState(false)
  const confirm = async () => {
    const parsed = reasonSchema.safeParse(reason)
    if (!parsed.success) {
      setError(
        reason.trim() === ''
          ? 'Say why; the reason is kept in the ledger.'
          : `The reason ${parsed.error.issues[0]?.message ?? 'cannot be taken'}.`
      )
      return
    }
    setBusy(true)
    const isDone = await onConfirm(parsed.data)
    setBusy(false)
    if (isDone) onOpenChange(false)
  }
  return (
    <Dialog
      open
      onOpenChange={onOpenChange}
      title={title}
      width="narrow"
      isClosedOnlyByButton={reason !== ''}
      {...(description === undefined ? {} : { description })}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button variant={variant} disabled={isBusy} onClick={() => void confirm()}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      <TextArea label="Reason" value={reason} onValueChange={setReason} error={error} rows={3} autoFocus />
    </Dialog>
  )
}
