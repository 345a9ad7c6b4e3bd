import { useEffect, useMemo, useRef, useState } from 'react'
import { messagesOf } from '#shared/messages/messagesOf'
import type { TagKind } from '#shared/model/tag'
import { CommandKeys } from '../../app/CommandKeys'
import { useCommands, type Command } from '../../app/commands'
import { useSelectionStore } from '../../stores/selectionStore'
import { useSessionStore } from '../../stores/sessionStore'
import { tagLook } from '../../ui/tagLook'
import { answerWord } from './answerWords'
import { CoderOptions } from './CoderOptions'
import styles from './CoderStrip.module.css'
import { optionsOf, partAfter, partBefore, partsOf, withAnswer, type CoderPart } from './planCoder'
import { changeDetails, useCodedTag, type CodedTag } from './useCodedTag'
import { usePeople } from './usePeople'

const say = messagesOf('tags')

const everyPart = ['type', 'area', 'who', 'whom'] as const satisfies readonly CoderPart[]

/** Says more of the tag just made or selected, one key for each answer, while the footage plays on. Escape is done, Backspace goes back. */
export function CoderStrip() {
  const coded = useCodedTag()
  const [said, setSaid] = useState('')
  return (
    <div className={styles['coder']}>
      {coded === null ? <p className={styles['hint']}>{say('coderHint')}</p> : <TagCoder key={coded.key} coded={coded} onSay={setSaid} />}
      <span role="status" className={styles['said']}>
        {said}
      </span>
    </div>
  )
}

function TagCoder({ coded, onSay }: { coded: CodedTag; onSay: (words: string) => void }) {
  const codebook = useSessionStore((state) => state.codebook)
  const people = usePeople()
  const [open, setOpen] = useState<CoderPart | null>(null)
  const { details } = coded
  const source = useMemo(() => ({ codebook, people, wordOf: answerWord }), [codebook, people])
  const parts = partsOf(details, codebook)
  const kind = codebook.tagKinds.find(({ id }) => id === details.kind)?.label ?? details.kind

  const show = (part: CoderPart | null) => {
    setOpen(part)
    if (part !== null) onSay(say('coderAsks', { part: partWord(part, details.kind), count: optionsOf(part, details, source).length }))
  }
  const answer = (part: CoderPart, id: string) => {
    const after = withAnswer(details, part, id, source)
    const next = partAfter(part, after, codebook)
    setOpen(next)
    const label = setWords(part, after, source)
    const words = say('coderSet', { part: partWord(part, details.kind), answer: label === '' ? say('nobody') : label })
    onSay(next === null ? words : `${words}. ${say('coderNext', { part: partWord(next, details.kind) })}`)
    void changeDetails(coded, (now) => withAnswer(now, part, id, source))
  }

  return (
    <>
      <PartCommands parts={parts} onOpen={show} />
      <div className={styles['strip']} role="toolbar" aria-label={say('coderOf', { kind })} data-tone={tagLook[details.kind].tone}>
        <b className={styles['kind']}>{kind}</b>
        {parts.map((part) => {
          const name = partWord(part, details.kind)
          const words = setWords(part, details, source)
          const answer = words === '' ? say('notSaidYet') : words
          return (
            <button
              key={part}
              type="button"
              className={styles['part']}
              data-answered={words !== ''}
              aria-expanded={open === part}
              title={say('coderSet', { part: name, answer })}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => show(open === part ? null : part)}
            >
              <CommandKeys id={`tags.code.${part}`} />
              <span className={styles['name']}>{name}</span>
              <span className={styles['answer']}>{answer}</span>
            </button>
          )
        })}
      </div>
      {open !== null && parts.includes(open) && (
        <CoderOptions
          key={open}
          title={partWord(open, details.kind)}
          options={optionsOf(open, details, source)}
          onAnswer={(id) => answer(open, id)}
          onBack={() => show(partBefore(open, details, codebook))}
          onDone={() => {
            setOpen(null)
            onSay(say('coderDone'))
          }}
        />
      )}
    </>
  )
}

/** Offers the keys that lead to the parts; draws nothing. */
function PartCommands({ parts, onOpen }: { parts: readonly CoderPart[]; onOpen: (part: CoderPart) => void }) {
  const act = useRef(onOpen)
  useEffect(() => {
    act.current = onOpen
  })
  const names = parts.join(' ')
  useCommands(
    useMemo(
      () =>
        everyPart
          .filter((part) => names.split(' ').includes(part))
          .map((part): Command => ({
            id: `tags.code.${part}`,
            // With words of a report selected, S marks a statement.
            ...(part === 'whom' ? { isEnabled: () => useSelectionStore.getState().span === null } : {}),
            run: () => act.current(part)
          })),
      [names]
    )
  )
  return null
}

/** What a part is called for a kind of tag. */
function partWord(part: CoderPart, kind: TagKind): string {
  switch (part) {
    case 'type':
      return kind === 'force'
        ? say('typeOfForce')
        : kind === 'resistance'
          ? say('level')
          : kind === 'camera'
            ? say('theCameraIs')
            : say('how')
    case 'area':
      return say('bodyArea')
    case 'who':
      return kind === 'intervention-needed' ? say('officersPresent') : kind === 'failure-to-intervene' ? say('officer') : say('who')
    case 'whom':
      return say('onWhom')
  }
}

/** What a tag says in a part, in words; empty where it says nothing. */
function setWords(part: CoderPart, details: CodedTag['details'], source: Parameters<typeof optionsOf>[2]): string {
  return optionsOf(part, details, source)
    .filter((option) => option.isSet)
    .map((option) => option.label)
    .join(', ')
}
