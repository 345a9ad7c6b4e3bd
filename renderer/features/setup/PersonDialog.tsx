import { useState } from 'react'
import { personDraftSchema, type Person, type PersonDraft, type PersonRole } from '#shared/model/case'
import type { CaseId } from '#shared/model/ids'
import { connection } from '../../app/connection'
import { useSessionStore } from '../../stores/sessionStore'
import { Button } from '../../ui/Button'
import { DateTimeField } from '../../ui/DateTimeField'
import { Dialog } from '../../ui/Dialog'
import { SegmentedControl } from '../../ui/SegmentedControl'
import { TextField } from '../../ui/TextField'
import { issuesOf } from './issuesOf'

interface PersonDialogProps {
  caseId: CaseId
  timeZone: string
  /** The person to change; a new one is added without it. */
  existing?: Person
  onClose: () => void
}

const roles: readonly { value: PersonRole; label: string }[] = [
  { value: 'officer', label: 'Officer' },
  { value: 'subject', label: 'Subject' },
  { value: 'witness', label: 'Witness' }
]

const empty: PersonDraft = { role: 'officer', name: '', rank: '', badgeNumber: '', shiftEndsAt: null }

/** Asks for what is entered of a person. */
export function PersonDialog({ caseId, timeZone, existing, onClose }: PersonDialogProps) {
  const [draft, setDraft] = useState<PersonDraft>(() => draftOf(existing))
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [isBusy, setBusy] = useState(false)
  const change = (part: Partial<PersonDraft>) => setDraft((before) => ({ ...before, ...part }))

  const save = async () => {
    // Rank, badge and shift end are an officer's alone.
    const parsed = personDraftSchema.safeParse(draft.role === 'officer' ? draft : { ...empty, role: draft.role, name: draft.name })
    if (!parsed.success) {
      setErrors(issuesOf(parsed.error))
      return
    }
    setBusy(true)
    const { people } = connection().client
    const saved = await useSessionStore
      .getState()
      .write(() =>
        existing === undefined
          ? people.create({ caseId, draft: parsed.data })
          : people.update({ personId: existing.id, draft: parsed.data })
      )
    setBusy(false)
    if (saved !== null) onClose()
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={existing === undefined ? 'Add a person' : 'Change a person'}
      width="narrow"
      isClosedOnlyByButton
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form="person-form" disabled={isBusy}>
            {existing === undefined ? 'Add' : 'Save'}
          </Button>
        </>
      }
    >
      <SegmentedControl label="Role" value={draft.role} options={roles} onValueChange={(role) => change({ role })} />
      <form
        id="person-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <TextField label="Name" value={draft.name} error={errors['name']} autoFocus onValueChange={(name) => change({ name })} />
      </form>
      {draft.role === 'officer' && (
        <>
          <TextField label="Rank" value={draft.rank} error={errors['rank']} onValueChange={(rank) => change({ rank })} />
          <TextField
            label="Badge number"
            value={draft.badgeNumber}
            error={errors['badgeNumber']}
            onValueChange={(badgeNumber) => change({ badgeNumber })}
          />
          <DateTimeField
            label="Shift ended at"
            hint="A report on force that an officer saw is due by the end of the shift."
            value={draft.shiftEndsAt}
            timeZone={timeZone}
            error={errors['shiftEndsAt']}
            onValueChange={(shiftEndsAt) => change({ shiftEndsAt })}
          />
        </>
      )}
    </Dialog>
  )
}

function draftOf(existing: Person | undefined): PersonDraft {
  if (existing === undefined) return empty
  const { role, name, rank, badgeNumber, shiftEndsAt } = existing
  return { role, name, rank, badgeNumber, shiftEndsAt }
}
