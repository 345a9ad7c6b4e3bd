import { useState } from 'react'
import { z } from 'zod'
import { messagesOf } from '#shared/messages/messagesOf'
import { personDraftSchema, type Person, type PersonDraft, type PersonRole } from '#shared/model/case'
import type { CaseId } from '#shared/model/ids'
import { connection } from '../../app/connection'
import { useFormDraft } from '../../stores/formDraft'
import { useSessionStore } from '../../stores/sessionStore'
import { Button } from '../../ui/Button'
import { DateTimeField } from '../../ui/DateTimeField'
import { Dialog } from '../../ui/Dialog'
import { SegmentedControl } from '../../ui/SegmentedControl'
import { TextField } from '../../ui/TextField'
import { issuesOf } from './issuesOf'

const say = messagesOf('setup')

interface PersonDialogProps {
  caseId: CaseId
  timeZone: string
  /** The person to change; a new one is added without it. */
  existing?: Person
  onClose: () => void
}

const roles = ['officer', 'subject', 'witness'] as const satisfies readonly PersonRole[]

/** Half filled, it may have no name yet. */
const halfSchema = personDraftSchema.extend({ name: z.string() })

const empty: PersonDraft = { role: 'officer', name: '', rank: '', badgeNumber: '', shiftEndsAt: null }

/** Asks for what is entered of a person. */
export function PersonDialog({ caseId, timeZone, existing, onClose }: PersonDialogProps) {
  const {
    form: draft,
    change: setDraft,
    done
  } = useFormDraft(`person ${existing?.id ?? `new in ${caseId}`}`, halfSchema, draftOf(existing))
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [isBusy, setBusy] = useState(false)
  const change = (part: Partial<PersonDraft>) => setDraft({ ...draft, ...part })

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
      title={say(existing === undefined ? 'addPerson' : 'changePerson')}
      width="narrow"
      isClosedOnlyByButton
      footer={
        <>
          <Button onClick={end}>{say('cancel')}</Button>
          <Button variant="primary" type="submit" form="person-form" disabled={isBusy}>
            {say(existing === undefined ? 'add' : 'save')}
          </Button>
        </>
      }
    >
      <SegmentedControl
        label={say('role')}
        value={draft.role}
        options={roles.map((value) => ({ value, label: say(value) }))}
        onValueChange={(role) => change({ role })}
      />
      <form
        id="person-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <TextField label={say('name')} value={draft.name} error={errors['name']} autoFocus onValueChange={(name) => change({ name })} />
      </form>
      {draft.role === 'officer' && (
        <>
          <TextField label={say('rank')} value={draft.rank} error={errors['rank']} onValueChange={(rank) => change({ rank })} />
          <TextField
            label={say('badgeNumber')}
            value={draft.badgeNumber}
            error={errors['badgeNumber']}
            onValueChange={(badgeNumber) => change({ badgeNumber })}
          />
          <DateTimeField
            label={say('shiftEndedAt')}
            hint={say('shiftHint')}
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
