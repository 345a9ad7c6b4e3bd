import { Search, SearchX, X } from 'lucide-react'
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { messagesOf } from '#shared/messages/messagesOf'
import type { CaseId } from '#shared/model/ids'
import { CommandKeys } from '../../app/CommandKeys'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { IconButton } from '../../ui/IconButton'
import { ProblemNote } from '../../ui/ProblemNote'
import { openHit } from './openHit'
import { neighbourResult, planResults, type ResultItem } from './planResults'
import styles from './SearchPanel.module.css'
import { SearchResults } from './SearchResults'
import { useSearch } from './useSearch'

const say = messagesOf('search')

export interface SearchPanelProps {
  /** The cases to search in; null for all. */
  caseIds: readonly CaseId[] | null
  /** Stands between the box and what is found, e.g. filters. */
  between?: ReactNode
  /** Stands in the place of what is found, while nothing is searched for. */
  idle?: ReactNode
  hasFocus?: boolean
  /** Called when something that was found is opened. */
  onOpened?: () => void
  /** Called for the arrow down while nothing is searched for. */
  onLeaveDown?: () => void
}

/** The box in which everything is searched for, and what was found. */
export function SearchPanel({ caseIds, between, idle, hasFocus = false, onOpened, onLeaveDown }: SearchPanelProps) {
  const [words, setWords] = useState('')
  const [chosenId, setChosenId] = useState<string | null>(null)
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const { answer, isSearching, problem, again } = useSearch(words, caseIds)
  const box = useRef<HTMLInputElement>(null)
  const listId = useId()
  const isAsked = words.trim() !== ''
  const groups = planResults(isAsked ? answer : null, opened)
  const items = groups.flatMap((group) => group.items)
  // The nearest is chosen until another one is.
  const chosen = items.find((item) => item.id === chosenId) ?? items[0] ?? null
  useEffect(() => {
    if (hasFocus) box.current?.focus()
  }, [hasFocus])

  const change = (next: string) => {
    setWords(next)
    setChosenId(null)
    setOpened(new Set())
  }
  const open = (item: ResultItem) => {
    if (item.kind === 'more') {
      setOpened(new Set([...opened, item.of.id]))
      setChosenId(null)
      return
    }
    onOpened?.()
    void openHit(item.of.id, item.hit.place)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (isAsked) setChosenId(neighbourResult(items, chosen?.id ?? null, event.key === 'ArrowDown' ? 1 : -1)?.id ?? null)
      else if (event.key === 'ArrowDown') onLeaveDown?.()
    } else if (event.key === 'Enter' && chosen !== null) {
      event.preventDefault()
      open(chosen)
    } else if (event.key === 'Escape' && words !== '') {
      event.preventDefault()
      event.stopPropagation()
      change('')
    }
  }

  return (
    <div className={styles['panel']}>
      <div className={styles['box']}>
        <Search aria-hidden className={styles['icon']} />
        <input
          ref={box}
          type="text"
          role="combobox"
          aria-label={say('label')}
          aria-expanded={items.length > 0}
          aria-controls={items.length > 0 ? listId : undefined}
          aria-autocomplete="list"
          aria-activedescendant={chosen === null ? undefined : `${listId} ${chosen.id}`.replaceAll(' ', '-')}
          autoComplete="off"
          spellCheck={false}
          className={styles['input']}
          placeholder={say('placeholder')}
          value={words}
          data-search-box=""
          onChange={(event) => change(event.target.value)}
          onKeyDown={onKeyDown}
        />
        {words === '' ? (
          <CommandKeys id="app.search" />
        ) : (
          <IconButton icon={X} size="small" label={say('clear')} onClick={() => change('')} />
        )}
      </div>
      {between}
      <p role="status" className={styles['status']}>
        {isAsked && problem === null && statusWords(answer, isSearching)}
      </p>
      {!isAsked && idle}
      {isAsked && problem !== null && (
        <ProblemNote
          problem={problem}
          action={
            <Button size="small" onClick={again}>
              {say('again')}
            </Button>
          }
        />
      )}
      {isAsked && items.length > 0 && (
        <SearchResults id={listId} groups={groups} chosenId={chosen?.id ?? null} onChoose={(item) => setChosenId(item.id)} onOpen={open} />
      )}
      {isAsked && answer !== null && items.length === 0 && (
        <div role="status">
          <EmptyState icon={SearchX} title={say('nothing')}>
            {caseIds === null ? say('nothingHint') : say('nothingInFiltered')}
          </EmptyState>
        </div>
      )}
    </div>
  )
}

function statusWords(answer: ReturnType<typeof useSearch>['answer'], isSearching: boolean): string {
  if (answer === null) return isSearching ? say('searching') : ''
  const count = answer.groups.reduce((sum, { hits }) => sum + hits.length, 0)
  if (count === 0) return ''
  const counts = { count, cases: answer.groups.length }
  return `${answer.isCut ? say('foundCut', counts) : say('found', counts)} · ${say('keys')}`
}
