import { useMemo } from 'react'
import { describeTag } from '#shared/domain/records'
import { tagTime } from '#shared/domain/tagWords'
import { messagesOf } from '#shared/messages/messagesOf'
import type { TagId } from '#shared/model/ids'
import type { Tag } from '#shared/model/tag'
import { useCaseClock } from '../../stores/caseClock'
import { useCaseStore } from '../../stores/caseStore'
import { useSessionStore } from '../../stores/sessionStore'
import { Select } from '../../ui/Select'
import { planForceChoices } from './planForceChoices'

const say = messagesOf('tags')

interface ForceTagFieldProps {
  label: string
  /** The tag that is about the force; what lies nearest to it comes first. */
  near: Tag
  value: TagId | null
  onChange: (tagId: TagId | null) => void
}

/** One of the force tags of the case, or none. */
export function ForceTagField({ label, near, value, onChange }: ForceTagFieldProps) {
  const tags = useCaseStore((state) => state.tags)
  const footage = useCaseStore((state) => state.footage)
  const codebook = useSessionStore((state) => state.codebook)
  const of = useCaseStore((state) => state.case)
  const clock = useCaseClock()
  const offered = useMemo(
    () =>
      planForceChoices(
        [...tags.values()].filter((tag) => tag.details.kind === 'force' && (tag.withdrawn === null || tag.id === value)),
        near,
        clock
      ),
    [tags, value, near, clock]
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
          hint: [of === null ? '' : tagTime(tag, clock, of), cameras > 1 ? (footage.get(tag.footageId)?.cameraLabel ?? '') : '']
            .filter((part) => part !== '')
            .join(' ')
        }))
      ]}
      onValueChange={(chosen) => onChange(offered.find((tag) => tag.id === chosen)?.id ?? null)}
    />
  )
}
