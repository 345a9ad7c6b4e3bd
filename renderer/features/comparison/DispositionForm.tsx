import { useMemo, useState } from 'react'
import { dispositionStatusSchema, type Difference, type DispositionStatus } from '#shared/model/comparison'
import { reasonSchema } from '#shared/model/primitives'
import { saidAgain } from '#shared/messages/readBack'
import { useCommands, type Command } from '../../app/commands'
import { Button } from '../../ui/Button'
import { SegmentedControl } from '../../ui/SegmentedControl'
import { TextArea } from '../../ui/TextArea'
import styles from './DispositionForm.module.css'

/** The five dispositions, in the order in which they are offered. */
export const dispositionLabels: { readonly [Status in DispositionStatus]: string } = {
  open: 'Open',
  explained: 'Explained',
  immaterial: 'Immaterial',
  material: 'Material',
  referred: 'Referred'
}

interface DispositionFormProps {
  difference: Difference
  /** Answers true where it was saved. */
  onSave: (status: DispositionStatus, reason: string) => Promise<boolean>
  onNext: () => void
}

/** A reviewer's judgement of a difference, always with its reason. Nothing is judged until it is saved. */
export function DispositionForm({ difference, onSave, onNext }: DispositionFormProps) {
  const [status, setStatus] = useState<DispositionStatus>(difference.status)
  const [reason, setReason] = useState(difference.isReopened ? '' : difference.reason)
  const [error, setError] = useState('')
  const [isBusy, setBusy] = useState(false)
  const isChanged = status !== difference.status || reason !== difference.reason

  useCommands(
    useMemo(
      () =>
        dispositionStatusSchema.options.map((option, index): Command => ({
          id: `comparison.status-${option}`,
          label: `Disposition: ${dispositionLabels[option].toLowerCase()}`,
          group: 'Comparison',
          keys: [String(index + 1)],
          run: () => setStatus(option)
        })),
      []
    )
  )

  const save = async (isLeaving: boolean) => {
    const parsed = reasonSchema.safeParse(reason)
    if (!parsed.success) {
      setError(
        reason.trim() === ''
          ? 'Say why; the reason is kept with the disposition.'
          : saidAgain('validation', parsed.error.issues[0]?.message ?? '')
      )
      return
    }
    setError('')
    setBusy(true)
    const isSaved = await onSave(status, parsed.data)
    setBusy(false)
    if (isSaved && isLeaving) onNext()
  }
  return (
    <section className={styles['form']} aria-label="Disposition">
      {difference.isReopened && (
        <p className={styles['reopened']} role="status">
          <b>Opened again: what it rests on has changed since it was settled.</b> The reason given then: “{difference.reason}”
        </p>
      )}
      <div className={styles['row']}>
        <SegmentedControl
          label="Disposition"
          value={status}
          onValueChange={setStatus}
          options={dispositionStatusSchema.options.map((value) => ({ value, label: dispositionLabels[value] }))}
        />
        <div className={styles['buttons']}>
          <Button variant="primary" disabled={isBusy || !isChanged} keyHint="Ctrl+Enter" onClick={() => void save(true)}>
            Save and next
          </Button>
          <Button disabled={isBusy || !isChanged} onClick={() => void save(false)}>
            Save
          </Button>
        </div>
      </div>
      <TextArea
        label="Reason"
        placeholder="Why; it is kept with the disposition and in the ledger"
        rows={2}
        value={reason}
        error={error}
        onValueChange={setReason}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save(true)
        }}
      />
    </section>
  )
}
