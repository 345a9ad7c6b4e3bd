import { messagesOf } from '#shared/messages/messagesOf'
import { determinationSchema } from '#shared/model/primitives'
import type { Tag, TagDetails, TagDetailsOf, TagKind } from '#shared/model/tag'
import { useSessionStore } from '../../stores/sessionStore'
import { ActsOnFields } from './ActsOnFields'
import { BodyAreaField } from './BodyAreaField'
import { Choice } from './Choice'
import { CountField } from './CountField'
import { DraftArea } from './DraftField'
import { FailureFields } from './FailureFields'
import { ForceFields } from './ForceFields'
import { ForceTagField } from './ForceTagField'
import { NeededFields } from './NeededFields'
import type { ChangeDraft } from './useTagDraft'

const say = messagesOf('tags')

interface DetailsFieldsProps {
  tag: Tag
  problems: ReadonlyMap<string, string>
  onChange: ChangeDraft
}

/** Changes the details of one kind; `fields` as in `ChangeDraft`, without `details.`. */
export type ChangeDetails<Kind extends TagKind> = (
  change: (details: TagDetailsOf<Kind>) => TagDetailsOf<Kind>,
  fields?: readonly string[]
) => void

const methods = ['verbal', 'physical', 'both', 'undetermined'] as const
const levels = ['passive', 'active', 'assaultive', 'undetermined'] as const
const cameraStates = ['muted', 'covered', 'off'] as const
const determinations = determinationSchema.options

/** What a tag of each kind records beside its time, and who did it to whom where it is somebody's act. */
export function DetailsFields(props: DetailsFieldsProps) {
  const { details } = props.tag
  return (
    <>
      <KindFields {...props} />
      {'actorIds' in details && (
        <ActsOnFields
          details={details}
          onChange={(people) =>
            props.onChange((draft) => ('actorIds' in draft.details ? { ...draft, details: { ...draft.details, ...people } } : draft), [])
          }
        />
      )}
    </>
  )
}

function KindFields({ tag, problems, onChange }: DetailsFieldsProps) {
  const codebook = useSessionStore((state) => state.codebook)
  const { details } = tag
  /** For one kind: a change to details of another kind, e.g. after an undo, does nothing. */
  const changeOf =
    <Kind extends TagKind>(isOfKind: (one: TagDetails) => one is TagDetailsOf<Kind>): ChangeDetails<Kind> =>
    (change, fields = []) =>
      onChange(
        (draft) => (isOfKind(draft.details) ? { ...draft, details: change(draft.details) } : draft),
        fields.map((field) => `details.${field}`)
      )

  switch (details.kind) {
    case 'force':
      return <ForceFields details={details} problems={problems} onChange={changeOf((one) => one.kind === 'force')} />
    case 'intervention-needed':
      return <NeededFields tag={tag} details={details} onChange={changeOf((one) => one.kind === 'intervention-needed')} />
    case 'failure-to-intervene':
      return <FailureFields tag={tag} details={details} onChange={changeOf((one) => one.kind === 'failure-to-intervene')} />
    case 'intervention': {
      const change = changeOf((one) => one.kind === 'intervention')
      return (
        <>
          <Choice
            label={say('how')}
            value={details.method}
            options={methods}
            onChoose={(method) => change((one) => ({ ...one, method }))}
          />
          <ForceTagField
            near={tag}
            label={say('inWhichForce')}
            value={details.forceTagId}
            onChange={(forceTagId) => change((one) => ({ ...one, forceTagId }))}
          />
        </>
      )
    }
    case 'resistance': {
      const change = changeOf((one) => one.kind === 'resistance')
      return (
        <Choice label={say('level')} value={details.level} options={levels} onChoose={(level) => change((one) => ({ ...one, level }))} />
      )
    }
    case 'warning': {
      const change = changeOf((one) => one.kind === 'warning')
      return (
        <>
          <DraftArea
            name={`tag ${tag.id} words`}
            label={say('wordsSpoken')}
            value={details.words}
            error={problems.get('details.words')}
            rows={2}
            onCommit={(words) => change((one) => ({ ...one, words }), ['words'])}
          />
          <CountField noun={say('countTimes')} value={details.count} onChange={(count) => change((one) => ({ ...one, count }))} />
        </>
      )
    }
    case 'injury': {
      const change = changeOf((one) => one.kind === 'injury')
      return (
        <>
          <BodyAreaField codebook={codebook} value={details.bodyArea} onChange={(bodyArea) => change((one) => ({ ...one, bodyArea }))} />
          <Choice
            label={say('serious')}
            value={details.isSerious}
            options={determinations}
            onChoose={(isSerious) => change((one) => ({ ...one, isSerious }))}
          />
        </>
      )
    }
    case 'camera': {
      const change = changeOf((one) => one.kind === 'camera')
      return (
        <Choice
          label={say('theCameraIs')}
          value={details.state}
          options={cameraStates}
          onChoose={(state) => change((one) => ({ ...one, state }))}
        />
      )
    }
    case 'de-escalation':
    case 'medical-aid':
    case 'escalation':
      return null
  }
}
