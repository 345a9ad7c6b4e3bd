import { useState } from 'react'
import type { Case } from '#shared/model/case'
import { messagesOf } from '#shared/messages/messagesOf'
import { connection } from '../../app/connection'
import { useDraft } from '../../stores/deskStore'
import { useSessionStore } from '../../stores/sessionStore'
import { Button } from '../../ui/Button'
import { Checkbox } from '../../ui/Checkbox'
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

const say = messagesOf('library')

const timeZones = Intl.supportedValuesOf('timeZone')

/** Asks for what is entered of a case. A new case is opened at once. */
export function CaseDialog({ existing, onClose, onSaved }: CaseDialogProps) {
  const [form, setForm] = useState<CaseForm>(() => caseFormOf(existing))
  const [errors, setErrors] = useState<CaseFormErrors>({})
  const [isBusy, setBusy] = useState(false)
  const note = useDraft(`case ${existing?.id ?? 'new'} note`, form.note)
  const change = (part: Partial<CaseForm>) => setForm((before) => ({ ...before, ...part }))

  const save = async () => {
    const plan = planCaseDraft({ ...form, note: note.text })
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
    note.done()
    onSaved()
    onClose()
    if (existing === undefined) go({ screen: 'case', caseId: saved.id, view: 'setup' })
  }

  const giveUp = () => {
    note.done()
    onClose()
  }

  // Half-typed zone names are no zones; the clock then stays that of the last good one.
  const zone = timeZones.includes(form.timeZone) ? form.timeZone : (existing?.timeZone ?? 'America/New_York')
  return (
    <Dialog
      open
      onOpenChange={(open) => open || giveUp()}
      title={existing === undefined ? say('newCase') : say('changeTitle')}
      isClosedOnlyByButton
      footer={
        <>
          <Button onClick={giveUp}>{say('cancel')}</Button>
          <Button variant="primary" type="submit" form="case-form" disabled={isBusy}>
            {existing === undefined ? say('createCase') : say('save')}
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
          label={say('incidentNumber')}
          value={form.incidentNumber}
          error={errors.incidentNumber}
          autoFocus
          onValueChange={(incidentNumber) => change({ incidentNumber })}
        />
        <TextField label={say('place')} value={form.place} error={errors.place} onValueChange={(place) => change({ place })} />
        <DateTimeField
          label={say('start')}
          value={form.startsAt}
          error={errors.startsAt}
          timeZone={zone}
          onValueChange={(startsAt) => change({ startsAt })}
        />
        <DateTimeField
          label={say('end')}
          value={form.endsAt}
          error={errors.endsAt}
          timeZone={zone}
          onValueChange={(endsAt) => change({ endsAt })}
        />
        <div className={styles['full']}>
          <Field label={say('timeZone')} error={errors.timeZone}>
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
        <TextField
          label={say('dueOn')}
          type="date"
          max="9999-12-31"
          hint={say('dueHint')}
          value={form.dueOn ?? ''}
          error={errors.dueOn}
          onValueChange={(dueOn) => change({ dueOn: dueOn === '' ? null : dueOn })}
        />
        <TextField
          label={say('contentWarning')}
          hint={say('contentWarningHint')}
          value={form.warning}
          error={errors.warning}
          onValueChange={(warning) => change({ warning })}
        />
        <Checkbox
          label={say('isGraphic')}
          hint={say('isGraphicHint')}
          isChecked={form.isGraphic}
          onCheckedChange={(isGraphic) => change({ isGraphic })}
        />
        <Checkbox
          label={say('hasCrisis')}
          hint={say('hasCrisisHint')}
          isChecked={form.hasPersonInCrisis}
          onCheckedChange={(hasPersonInCrisis) => change({ hasPersonInCrisis })}
        />
        <div className={styles['full']}>
          <TextArea label={say('note')} rows={4} value={note.text} error={errors.note} onValueChange={note.change} />
        </div>
      </form>
    </Dialog>
  )
}
