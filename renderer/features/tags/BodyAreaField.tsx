import type { Codebook } from '#shared/model/codebookSchema'
import { Select } from '../../ui/Select'

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
      label="Body area"
      value={value ?? ''}
      options={[{ value: '', label: 'not determined' }, ...areas, ...unknown]}
      onValueChange={(area) => onChange(area === '' ? null : area)}
    />
  )
}
