import { useState } from 'react'
import type { Case } from '#shared/model/case'
import { connection } from '../../app/connection'
import { useSessionStore } from '../../stores/sessionStore'
import { Button } from '../../ui/Button'
import { DateTimeField } from '../../ui/DateTimeField'
import { Dialog } from '../../ui/Dialog'
import { Field } from '../../ui/Field'
import fieldStyles from '../../ui/Field.module.css'
import { TextArea } from '../../ui/TextArea'
import { TextField } from '../../ui/TextField'
import styles from './CaseDialog.module.css'
import { caseFormOf, planCaseDraft, type CaseForm, type CaseFormErrors } from './planCaseDraft'

interface CaseDialogProps {
  /** The case to change; a new one is made without it. */
  existing?: Case
  onClose: () => void
  onSaved: () => void
}

const timeZones = Intl.supportedValuesOf('timeZone')

/** Asks for what is entered of a case. A new case is opened at once. */
export function CaseDialog({ existing, onClose, onSaved }: CaseDialogProps) {
  const [form, setForm] = useState<CaseForm>(() => caseFormOf(existing))
  const [errors, setErrors] = useState<CaseFormErrors>({})
  const [isBusy, setBusy] = useState(false)
  const change = (part: Partial<CaseForm>) => setForm((before) => ({ ...before, ...part }))

  const save = async () => {
    const plan = planCaseDraft(form)
    if ('errors' in plan) {
      setErrors(plan.errors)
      return
    }
    setErrors({})
    setBusy(true)
    const { cases } = connection().client
    const { write, go } = useSessionStore.getState()
    const saved = await write(() =>
      existing === undefined ? cases.create(plan.draft) : cases.update({ caseId: existing.id, draft: plan.draft })
    )
    setBusy(false)
    if (saved === null) return
    onSaved()
    onClose()
    if (existing === undefined) go({ screen: 'case', caseId: saved.id, view: 'setup' })
  }

  // Half-typed zone names are no zones; the clock then stays that of the last good one.
  const zone = timeZones.includes(form.timeZone) ? form.timeZone : (existing?.timeZone ?? 'America/New_York')
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={existing === undefined ? 'New case' : 'Change the case'}
      isClosedOnlyByButton
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form="case-form" disabled={isBusy}>
            {existing === undefined ? 'Create the case' : 'Save'}
          </Button>
        </>
      }
    >
      <form
        id="case-form"
        noValidate
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <TextField
          label="Incident number"
          value={form.incidentNumber}
          error={errors.incidentNumber}
          autoFocus
          onValueChange={(incidentNumber) => change({ incidentNumber })}
        />
        <TextField label="Place" value={form.place} error={errors.place} onValueChange={(place) => change({ place })} />
        <DateTimeField
          label="Start"
          value={form.startsAt}
          error={errors.startsAt}
          timeZone={zone}
          onValueChange={(startsAt) => change({ startsAt })}
        />
        <DateTimeField
          label="End"
          value={form.endsAt}
          error={errors.endsAt}
          timeZone={zone}
          onValueChange={(endsAt) => change({ endsAt })}
        />
        <div className={styles['full']}>
          <Field label="Time zone" error={errors.timeZone}>
            {(control) => (
              <>
                <input
                  {...control}
                  list="case-time-zones"
                  className={fieldStyles['control']}
                  value={form.timeZone}
                  onChange={(event) => change({ timeZone: event.target.value })}
                />
                <datalist id="case-time-zones">
                  {timeZones.map((name) => (
                    <option key={name} value={name} />
                  ))}
                </datalist>
              </>
            )}
          </Field>
        </div>
        <div className={styles['full']}>
          <TextArea label="Note" rows={4} value={form.note} error={errors.note} onValueChange={(note) => change({ note })} />
        </div>
      </form>
    </Dialog>
  )
}
