import { useMemo } from 'react'
import { describeTag } from '#shared/domain/records'
import { formatFootageTime } from '#shared/domain/time'
import { messagesOf } from '#shared/messages/messagesOf'
import type { TagId } from '#shared/model/ids'
import { useCaseStore } from '../../stores/caseStore'
import { useSessionStore } from '../../stores/sessionStore'
import { Select } from '../../ui/Select'

const say = messagesOf('tags')

interface ForceTagFieldProps {
  label: string
  value: TagId | null
  onChange: (tagId: TagId | null) => void
}

/** One of the force tags of the case, or none. */
export function ForceTagField({ label, value, onChange }: ForceTagFieldProps) {
  const tags = useCaseStore((state) => state.tags)
  const footage = useCaseStore((state) => state.footage)
  const codebook = useSessionStore((state) => state.codebook)
  const offered = useMemo(
    () =>
      [...tags.values()]
        .filter((tag) => tag.details.kind === 'force' && (tag.withdrawn === null || tag.id === value))
        .toSorted((one, other) => one.startUs - other.startUs),
    [tags, value]
  )
  const cameras = new Set(offered.map((tag) => tag.footageId)).size
  return (
    <Select
      label={label}
      value={value ?? ''}
      options={[
        { value: '', label: offered.length === 0 ? say('noForceYet') : say('notSaid') },
        ...offered.map((tag) => ({
          value: tag.id,
          label: tag.withdrawn === null ? describeTag(tag, codebook) : say('isWithdrawn', { tag: describeTag(tag, codebook) }),
          hint: [formatFootageTime(tag.startUs), cameras > 1 ? (footage.get(tag.footageId)?.cameraLabel ?? '') : '']
            .filter((part) => part !== '')
            .join(' ')
        }))
      ]}
      onValueChange={(chosen) => onChange(offered.find((tag) => tag.id === chosen)?.id ?? null)}
    />
  )
}
