import { messagesOf } from '#shared/messages/messagesOf'
import { MessageSquareQuote, Scale, X } from 'lucide-react'
import { useLayoutEffect, useRef, useState } from 'react'
import { judgementSchema, type Judgement } from '#shared/model/comparison'
import type { TagId } from '#shared/model/ids'
import type { Suggestion } from '#shared/domain/suggestions/suggestLinks'
import { CommandKeys } from '../../app/CommandKeys'
import { useKeyHint } from '../../app/commands'
import { Button } from '../../ui/Button'
import { classNames } from '../../ui/classNames'
import { IconButton } from '../../ui/IconButton'
import { judgementLook } from '../../ui/judgementLook'
import { Select, type SelectOption } from '../../ui/Select'
import { reasonLine } from './planSuggestions'
import styles from './SpanBar.module.css'

const say = messagesOf('reports')

export interface TagChoice {
  id: TagId
  label: string
  time: string
}

interface SpanBarProps {
  tags: readonly TagChoice[]
  selectedTagId: TagId | null
  /** Tags that these words may speak of, the likeliest first. */
  suggestions: readonly Suggestion[]
  /** What the key takes next. */
  next: Suggestion | null
  onTag: (tagId: TagId) => void
  onLink: (judgement: Judgement) => void
  onStatement: () => void
  onDifference: () => void
  onClose: () => void
  /** Changes whenever other words are selected, and whenever they move. */
  spanKey: string
}

const gapPx = 6

/** What can be done with the selected words; stands right under them. */
export function SpanBar({
  tags,
  selectedTagId,
  suggestions,
  next,
  onTag,
  onLink,
  onStatement,
  onDifference,
  onClose,
  spanKey
}: SpanBarProps) {
  const bar = useRef<HTMLDivElement>(null)
  const [topPx, setTopPx] = useState(0)
  useLayoutEffect(() => {
    const page = bar.current?.offsetParent
    const last = [...(page?.querySelectorAll('[data-pending]') ?? [])].at(-1)
    if (page === null || page === undefined || last === undefined) return
    setTopPx(last.getBoundingClientRect().bottom - page.getBoundingClientRect().top + gapPx)
  }, [spanKey])
  // Only once it stands where it belongs can it be brought into sight.
  useLayoutEffect(() => {
    bar.current?.scrollIntoView({ block: 'nearest' })
  }, [topPx])
  const isKnown = tags.some((tag) => tag.id === selectedTagId)
  const chosen = suggestions.find(({ tag }) => tag.id === selectedTagId)
  const offered = isKnown ? undefined : suggestions[0]
  return (
    <div
      ref={bar}
      className={styles['bar']}
      style={{ top: topPx }}
      role="toolbar"
      aria-label={say('selectedWords')}
      onPointerDown={(event) => event.stopPropagation()}
      onClick={(event) => event.stopPropagation()}
    >
      <div className={styles['row']}>
        <div className={styles['choice']}>
          <Select<TagId | ''>
            label={say('linkToTag')}
            isLabelHidden
            value={isKnown && selectedTagId !== null ? selectedTagId : ''}
            onValueChange={(id) => {
              if (id !== '') onTag(id)
            }}
            options={[{ value: '', label: tags.length === 0 ? say('noTagsYet') : say('chooseTag') }, ...suggestedFirst(tags, suggestions)]}
          />
        </div>
        <IconButton icon={X} label={say('dropWords')} {...useKeyHint('reports.drop-words')} size="small" onClick={onClose} />
      </div>
      {offered !== undefined && (
        <button type="button" className={styles['suggestion']} onClick={() => onTag(offered.tag.id)}>
          <span>{say('maySpeakOf', { tag: tags.find(({ id }) => id === offered.tag.id)?.label ?? '' })}</span>
          {offered === next && <CommandKeys id="reports.take-suggestion" />}
          <span className={styles['reasons']}>{reasonLine(offered)}</span>
        </button>
      )}
      {chosen !== undefined && <p className={styles['reasons']}>{reasonLine(chosen)}</p>}
      <div className={classNames(styles['row'], styles['judgements'])}>
        {judgementSchema.options.map((judgement) => (
          <JudgementButton key={judgement} judgement={judgement} isEnabled={isKnown} onLink={onLink} />
        ))}
      </div>
      <div className={styles['row']}>
        <Button size="small" variant="quiet" icon={MessageSquareQuote} {...useKeyHint('reports.mark-statement')} onClick={onStatement}>
          {say('markStatement')}
        </Button>
        <Button size="small" variant="quiet" icon={Scale} {...useKeyHint('reports.enter-difference')} onClick={onDifference}>
          {say('enterDifference')}
        </Button>
      </div>
    </div>
  )
}

function JudgementButton({
  judgement,
  isEnabled,
  onLink
}: {
  judgement: Judgement
  isEnabled: boolean
  onLink: (judgement: Judgement) => void
}) {
  const { icon, label } = judgementLook[judgement]
  const keys = useKeyHint(`reports.link-${judgement}`)
  return (
    <Button size="small" icon={icon} {...keys} disabled={!isEnabled} onClick={() => onLink(judgement)}>
      {label}
    </Button>
  )
}

function suggestedFirst(tags: readonly TagChoice[], suggestions: readonly Suggestion[]): SelectOption<TagId>[] {
  const rankOf = ({ id }: TagChoice) => suggestions.findIndex(({ tag }) => tag.id === id)
  const suggested = tags.filter((tag) => rankOf(tag) >= 0).sort((a, b) => rankOf(a) - rankOf(b))
  const others = tags.filter((tag) => rankOf(tag) < 0)
  return [
    ...suggested.map(({ id, label, time }) => ({ value: id, label, hint: say('suggested', { time }) })),
    ...others.map(({ id, label, time }) => ({ value: id, label, hint: time }))
  ]
}
