import { messagesOf } from '#shared/messages/messagesOf'
import type { TagDetailsOf } from '#shared/model/tag'
import { useSessionStore } from '../../stores/sessionStore'
import { BodyAreaField } from './BodyAreaField'
import { CountField } from './CountField'
import type { ChangeDetails } from './DetailsFields'
import { ForceTypePicker } from './ForceTypePicker'

const say = messagesOf('tags')

interface ForceFieldsProps {
  details: TagDetailsOf<'force'>
  problems: ReadonlyMap<string, string>
  onChange: ChangeDetails<'force'>
}

/** Which force, where on the body, how often. */
export function ForceFields({ details, problems, onChange }: ForceFieldsProps) {
  const codebook = useSessionStore((state) => state.codebook)
  const type = codebook.forceTypes.find(({ id }) => id === details.forceType)
  return (
    <>
      <ForceTypePicker
        types={codebook.forceTypes}
        value={details.forceType}
        error={problems.get('details.forceType')}
        onChange={(forceType) => onChange((one) => ({ ...one, forceType }))}
      />
      {(type?.needsBodyArea !== false || details.bodyArea !== null) && (
        <BodyAreaField codebook={codebook} value={details.bodyArea} onChange={(bodyArea) => onChange((one) => ({ ...one, bodyArea }))} />
      )}
      <CountField
        noun={type?.countNoun ?? say('countTimes')}
        value={details.count}
        onChange={(count) => onChange((one) => ({ ...one, count }))}
      />
    </>
  )
}
