import { LocateFixed, X } from 'lucide-react'
import { formatFootageTime } from '#shared/domain/time'
import { messagesOf } from '#shared/messages/messagesOf'
import { determinationSchema } from '#shared/model/primitives'
import type { Element, FailureElements, Tag, TagDetailsOf } from '#shared/model/tag'
import { usePlayerStore } from '../../stores/playerStore'
import { useSessionStore } from '../../stores/sessionStore'
import { Button } from '../../ui/Button'
import { IconButton } from '../../ui/IconButton'
import { PersonPicker } from '../../ui/PersonPicker'
import { SegmentedControl } from '../../ui/SegmentedControl'
import { answerWord } from './answerWords'
import type { ChangeDetails } from './DetailsFields'
import { ForceTagField } from './ForceTagField'
import styles from './TagEditor.module.css'
import { usePeople } from './usePeople'

const say = messagesOf('tags')

interface FailureFieldsProps {
  tag: Tag
  details: TagDetailsOf<'failure-to-intervene'>
  onChange: ChangeDetails<'failure-to-intervene'>
}

/** The elements of §15(a), in its order, as questions that a person answers. */
const questions = [
  'present',
  'observing',
  'beyondNecessary',
  'noAttempt',
  'imminentHarm'
] as const satisfies readonly (keyof FailureElements)[]

const answers = () => determinationSchema.options.map((value) => ({ value, label: answerWord(value) }))

/** Who, which force, and each element of §15(a) apart with the moment that shows it. The app decides none of them. */
export function FailureFields({ tag, details, onChange }: FailureFieldsProps) {
  const people = usePeople()
  const clause = useSessionStore((state) => state.codebook.clauses.find(({ id }) => id === 's15a'))
  const setElement = (name: keyof FailureElements, change: (element: Element) => Element) =>
    onChange((one) => ({ ...one, elements: { ...one.elements, [name]: change(one.elements[name]) } }))
  return (
    <>
      <PersonPicker
        label={say('officer')}
        isSingle
        people={people.filter((person) => person.role === 'officer')}
        value={details.officerId === null ? [] : [details.officerId]}
        onChange={(ids) => onChange((one) => ({ ...one, officerId: ids[0] ?? null }))}
      />
      <ForceTagField
        near={tag}
        label={say('concernedForce')}
        value={details.forceTagId}
        onChange={(forceTagId) => onChange((one) => ({ ...one, forceTagId }))}
      />
      {clause !== undefined && (
        <details className={styles['clauseText']}>
          <summary>{clause.citation}</summary>
          <blockquote>{clause.text}</blockquote>
        </details>
      )}
      {questions.map((name) => (
        <ElementField
          key={name}
          label={say(name)}
          element={details.elements[name]}
          tag={tag}
          onChange={(change) => setElement(name, change)}
        />
      ))}
    </>
  )
}

interface ElementFieldProps {
  label: string
  element: Element
  tag: Tag
  onChange: (change: (element: Element) => Element) => void
}

function ElementField({ label, element, tag, onChange }: ElementFieldProps) {
  const isShown = usePlayerStore((state) => state.footageId === tag.footageId && state.controls !== null)
  const { shownAtUs } = element
  const setShownAt = (timeUs: number | null) => onChange((one) => ({ ...one, shownAtUs: timeUs }))
  return (
    <fieldset className={styles['field']}>
      <legend className={styles['question']}>{label}</legend>
      <div className={styles['answer']}>
        <SegmentedControl
          label={label}
          size="small"
          value={element.value}
          options={answers()}
          onValueChange={(value) => onChange((one) => ({ ...one, value }))}
        />
        {shownAtUs === null ? (
          <Button
            variant="quiet"
            size="small"
            icon={LocateFixed}
            disabled={!isShown}
            aria-label={say('shownHereLabel', { question: label })}
            title={say('shownHereTitle')}
            onClick={() => setShownAt(usePlayerStore.getState().timeUs)}
          >
            {say('shownHere')}
          </Button>
        ) : (
          <span className={styles['shownAt']}>
            <Button
              variant="quiet"
              size="small"
              disabled={!isShown}
              title={say('goToShown')}
              onClick={() => usePlayerStore.getState().controls?.seek(shownAtUs)}
            >
              {formatFootageTime(shownAtUs).slice(0, -2)}
            </Button>
            <IconButton icon={X} label={say('notShown', { question: label })} size="small" onClick={() => setShownAt(null)} />
          </span>
        )}
      </div>
    </fieldset>
  )
}
