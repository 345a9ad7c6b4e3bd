import { messagesOf } from '#shared/messages/messagesOf'
import type { FootageDraft } from '#shared/model/footage'
import { DateTimeField } from '../../ui/DateTimeField'
import { Select } from '../../ui/Select'
import { TextField } from '../../ui/TextField'
import styles from './Fields.module.css'
import { usePersonOptions } from './usePersonOptions'

const say = messagesOf('setup')

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
  const { options, idOf } = usePersonOptions(say('nobodyWore'), draft.wearerId)
  return (
    <div className={styles['grid']}>
      <Select
        label={say('wornBy')}
        value={draft.wearerId ?? ''}
        options={options}
        onValueChange={(value) => onChange({ ...draft, wearerId: idOf(value) })}
      />
      <TextField
        label={say('camera')}
        placeholder={say('cameraExample')}
        value={draft.cameraLabel}
        error={errors.cameraLabel}
        onValueChange={(cameraLabel) => onChange({ ...draft, cameraLabel })}
      />
      <DateTimeField
        label={say('firstFrameAt')}
        value={draft.startsAt}
        timeZone={timeZone}
        error={errors.startsAt}
        hint={say(isNew ? 'firstFrameNew' : 'emptyUnknown')}
        onValueChange={(startsAt) => onChange({ ...draft, startsAt })}
      />
    </div>
  )
}
