import type { FootageDraft } from '#shared/model/footage'
import { DateTimeField } from '../../ui/DateTimeField'
import { Select } from '../../ui/Select'
import { TextField } from '../../ui/TextField'
import styles from './Fields.module.css'
import { usePersonOptions } from './usePersonOptions'

interface FootageFieldsProps {
  draft: FootageDraft
  timeZone: string
  /** True before the file was read. */
  isNew?: boolean
  errors?: Partial<Record<keyof FootageDraft, string>>
  onChange: (draft: FootageDraft) => void
}

/** What a reviewer enters of a footage: wearer, camera, start. */
export function FootageFields({ draft, timeZone, isNew = false, errors = {}, onChange }: FootageFieldsProps) {
  const { options, idOf } = usePersonOptions('nobody, or not known', draft.wearerId)
  return (
    <div className={styles['grid']}>
      <Select
        label="Worn by"
        value={draft.wearerId ?? ''}
        options={options}
        onValueChange={(value) => onChange({ ...draft, wearerId: idOf(value) })}
      />
      <TextField
        label="Camera"
        placeholder="e.g. Cruiser 12, front"
        value={draft.cameraLabel}
        error={errors.cameraLabel}
        onValueChange={(cameraLabel) => onChange({ ...draft, cameraLabel })}
      />
      <DateTimeField
        label="First frame at"
        value={draft.startsAt}
        timeZone={timeZone}
        error={errors.startsAt}
        hint={isNew ? 'Empty: the time in the file, where it holds one' : 'Empty: not known'}
        onValueChange={(startsAt) => onChange({ ...draft, startsAt })}
      />
    </div>
  )
}
