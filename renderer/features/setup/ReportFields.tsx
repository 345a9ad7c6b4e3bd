import { messagesOf } from '#shared/messages/messagesOf'
import type { Person } from '#shared/model/case'
import { reportDraftSchema, type ReportCapacity, type ReportDraft } from '#shared/model/report'
import { useCaseStore } from '../../stores/caseStore'
import { useSessionStore } from '../../stores/sessionStore'
import { DateTimeField } from '../../ui/DateTimeField'
import { Select } from '../../ui/Select'
import { TextField } from '../../ui/TextField'
import { capacityWords } from '#shared/domain/capacityWords'
import styles from './Fields.module.css'
import { usePersonOptions } from './usePersonOptions'

const say = messagesOf('setup')

interface ReportFieldsProps {
  draft: ReportDraft
  timeZone: string
  errors?: Partial<Record<keyof ReportDraft, string>>
  onChange: (draft: ReportDraft) => void
}

const capacityOptions = reportDraftSchema.shape.capacity.options.map((value) => ({ value, label: capacityWords[value] }))

/** What a reviewer enters of a report: type, author, capacity, when it was written. */
export function ReportFields({ draft, timeZone, errors = {}, onChange }: ReportFieldsProps) {
  const reportTypes = useSessionStore((state) => state.codebook.reportTypes)
  const people = useCaseStore((state) => state.people)
  const { options, idOf } = usePersonOptions(say('somebodyElse'), draft.authorId)
  return (
    <div className={styles['grid']}>
      <Select
        label={say('type')}
        value={draft.type}
        options={reportTypes.map((type) => ({ value: type.id, label: type.label }))}
        onValueChange={(type) => onChange({ ...draft, type })}
      />
      <Select
        label={say('writtenBy')}
        value={draft.authorId ?? ''}
        options={options}
        onValueChange={(value) => {
          const authorId = idOf(value)
          onChange({
            ...draft,
            authorId,
            ...(authorId === null ? {} : { authorName: '', capacity: capacityOf(people.get(authorId), draft.capacity) })
          })
        }}
      />
      <Select
        label={say('capacity')}
        value={draft.capacity}
        options={capacityOptions}
        onValueChange={(capacity) => onChange({ ...draft, capacity })}
      />
      {draft.authorId === null && (
        <TextField
          label={say('authorName')}
          placeholder={say('authorExample')}
          value={draft.authorName}
          error={errors.authorName}
          onValueChange={(authorName) => onChange({ ...draft, authorName })}
        />
      )}
      <DateTimeField
        label={say('writtenAt')}
        value={draft.writtenAt}
        timeZone={timeZone}
        error={errors.writtenAt}
        hint={say('emptyUnknown')}
        onValueChange={(writtenAt) => onChange({ ...draft, writtenAt })}
      />
    </div>
  )
}

/** What a person's role says of the capacity; an officer's is for the reviewer to say. */
function capacityOf(person: Person | undefined, capacity: ReportCapacity): ReportCapacity {
  if (person?.role === 'witness') return 'civilian-witness'
  if (person?.role === 'subject') return 'subject'
  return capacity
}
