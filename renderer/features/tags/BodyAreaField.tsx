import { messagesOf } from '#shared/messages/messagesOf'
import type { Codebook } from '#shared/model/codebookSchema'
import { Select } from '../../ui/Select'

const say = messagesOf('tags')

interface BodyAreaFieldProps {
  codebook: Codebook
  value: string | null
  onChange: (bodyArea: string | null) => void
}

/** The part of the body; empty where it is not determined. */
export function BodyAreaField({ codebook, value, onChange }: BodyAreaFieldProps) {
  const areas = codebook.bodyAreas.map(({ id, label }) => ({ value: id, label }))
  const unknown = value !== null && areas.every((area) => area.value !== value) ? [{ value, label: value }] : []
  return (
    <Select
      label={say('bodyArea')}
      value={value ?? ''}
      options={[{ value: '', label: say('notDetermined') }, ...areas, ...unknown]}
      onValueChange={(area) => onChange(area === '' ? null : area)}
    />
  )
}
