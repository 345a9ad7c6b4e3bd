import { Check } from 'lucide-react'
import { useId, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { messagesOf } from '#shared/messages/messagesOf'
import { useCommands } from '../../app/commands'
import { classNames } from '../../ui/classNames'
import { TextField } from '../../ui/TextField'
import { filterForceTypes, type ForceType } from './filterForceTypes'
import styles from './ForceTypePicker.module.css'

const say = messagesOf('tags')

interface ForceTypePickerProps {
  types: readonly ForceType[]
  value: string
  error?: string | undefined
  onChange: (forceType: string) => void
}

/** A new force tag begins as this one; the list stays open until a type is chosen. */
const unchosen = 'other'

/** The type of force: a list to filter by typing. A command goes to it, Enter takes what is marked. */
export function ForceTypePicker({ types, value, error, onChange }: ForceTypePickerProps) {
  const listId = useId()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const [marked, setMarked] = useState(0)
  const isTyping = typed !== null
  const chosen = types.find(({ id }) => id === value)
  const offered = useMemo(() => filterForceTypes(types, typed ?? ''), [types, typed])
  const groups = [
    { label: say('groupForce'), types: offered.filter((type) => type.countsAsForce) },
    { label: say('groupNoForce'), types: offered.filter((type) => !type.countsAsForce) }
  ]
  const listed = groups.flatMap((group) => group.types)
  const isOpen = isTyping || value === unchosen

  useCommands(useMemo(() => [{ id: 'tags.forceType', run: () => input.current?.focus() }], []))

  const leave = () => {
    setTyped(null)
    setMarked(0)
  }
  const take = (type: ForceType | undefined) => {
    if (type !== undefined) onChange(type.id)
    leave()
    input.current?.blur()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') take(listed[marked])
    else if (event.key === 'Escape') take(undefined)
    else if (event.key === 'ArrowDown') setMarked(Math.min(listed.length - 1, marked + 1))
    else if (event.key === 'ArrowUp') setMarked(Math.max(0, marked - 1))
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className={styles['picker']}>
      <TextField
        ref={input}
        label={say('typeOfForce')}
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isTyping && listed[marked] !== undefined ? `${listId}-${listed[marked].id}` : undefined}
        value={typed ?? chosen?.label ?? value}
        placeholder={say('typeToFilter')}
        error={error ?? (isTyping && listed.length === 0 ? say('noSuchType') : undefined)}
        onFocus={() => setTyped('')}
        onBlur={leave}
        onValueChange={(text) => {
          setTyped(text)
          setMarked(0)
        }}
        onKeyDown={onKeyDown}
      />
      {isOpen && (
        // A press on the list must not take the focus before it is counted.
        <div
          id={listId}
          role="listbox"
          aria-label={say('typesOfForce')}
          className={styles['list']}
          onMouseDown={(event) => event.preventDefault()}
        >
          {groups.map(
            (group) =>
              group.types.length > 0 && (
                <div key={group.label} role="group" aria-label={group.label}>
                  <div aria-hidden className={styles['group']}>
                    {group.label}
                  </div>
                  {group.types.map((type) => (
                    <div
                      key={type.id}
                      id={`${listId}-${type.id}`}
                      role="option"
                      aria-selected={type.id === value}
                      className={classNames(styles['option'], isTyping && listed[marked] === type && styles['marked'])}
                      ref={isTyping && listed[marked] === type ? scrollIntoList : null}
                      onClick={() => take(type)}
                    >
                      {type.label}
                      {type.id === value && <Check aria-hidden className={styles['check']} />}
                    </div>
                  ))}
                </div>
              )
          )}
        </div>
      )}
    </div>
  )
}

const scrollIntoList = (element: HTMLElement | null) => element?.scrollIntoView({ block: 'nearest' })
