import { useEffect, useMemo, useRef } from 'react'
import { messagesOf } from '#shared/messages/messagesOf'
import { commandCatalog } from '../../app/commandCatalog'
import { CommandKeys } from '../../app/CommandKeys'
import { useCommands, type Command } from '../../app/commands'
import { chosenKeys } from '../../app/planKeys'
import { useDeskStore } from '../../stores/deskStore'
import { useSessionStore } from '../../stores/sessionStore'
import { classNames } from '../../ui/classNames'
import { Kbd } from '../../ui/Kbd'
import styles from './CoderStrip.module.css'
import { optionKeys, type CoderOption } from './planCoder'

interface CoderOptionsProps {
  /** The part that is asked. */
  title: string
  options: readonly CoderOption[]
  onAnswer: (id: string) => void
  onBack: () => void
  onDone: () => void
}

const say = messagesOf('tags')

/** Beside the tags' own: what plays, and what leads to another part, stays what it is. */
const keptCommands = ['player.backwards', 'player.stop', 'player.forwards', 'tags.code.area', 'tags.code.who', 'tags.code.whom']

/** The answers of one part, each with its key; while they are shown, these keys are theirs. Mount it anew for another part. */
export function CoderOptions({ title, options, onAnswer, onBack, onDone }: CoderOptionsProps) {
  const codebook = useSessionStore((state) => state.codebook)
  const choices = useDeskStore((state) => state.preferences.keys)
  const keys = useMemo(() => {
    const kept = [...codebook.tagKinds.map(({ id }) => `tags.${id}`), ...keptCommands]
    return optionKeys(
      commandCatalog(codebook).flatMap((one) => (kept.includes(one.id) ? chosenKeys(choices, one) : [])),
      options.length
    )
  }, [codebook, choices, options.length])
  const act = useRef({ onAnswer, onBack, onDone, options })
  useEffect(() => {
    act.current = { onAnswer, onBack, onDone, options }
  })
  const labels = options.map(({ label }) => label).join('\n')
  useCommands(
    useMemo(
      (): Command[] => [
        ...labels.split('\n').flatMap((label, index): Command[] => {
          const key = keys[index]
          return key === undefined
            ? []
            : [
                {
                  id: `tags.code.answer.${index + 1}`,
                  label: `${title}: ${label}`,
                  group: 'Tags',
                  keys: [key],
                  run: () => {
                    const option = act.current.options[index]
                    if (option !== undefined) act.current.onAnswer(option.id)
                  }
                }
              ]
        }),
        { id: 'tags.code.back', run: () => act.current.onBack() },
        { id: 'tags.code.done', run: () => act.current.onDone() }
      ],
      [labels, keys, title]
    )
  )
  return (
    <div className={styles['options']} role="group" aria-label={say('coderKeys', { part: title })}>
      <div className={styles['list']}>
        {options.length === 0 && <p className={styles['empty']}>{say('nobodyInCase')}</p>}
        {options.map((option, index) => (
          <button
            key={option.id}
            type="button"
            className={classNames(styles['option'], option.isSet && styles['isSet'])}
            aria-pressed={option.isSet}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onAnswer(option.id)}
          >
            <span className={styles['key']}>{keys[index] !== undefined && <Kbd keys={keys[index]} />}</span>
            {option.label}
          </button>
        ))}
      </div>
      <p className={styles['foot']}>
        <CommandKeys id="tags.code.back" /> {say('coderBack')} <CommandKeys id="tags.code.done" /> {say('coderEnd')}
      </p>
    </div>
  )
}
