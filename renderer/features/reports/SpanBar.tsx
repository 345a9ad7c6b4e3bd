import { MessageSquareQuote, Scale, X } from 'lucide-react'
import { useLayoutEffect, useRef, useState } from 'react'
import { judgementSchema, type Judgement } from '#shared/model/comparison'
import type { TagId } from '#shared/model/ids'
import { Button } from '../../ui/Button'
import { classNames } from '../../ui/classNames'
import { IconButton } from '../../ui/IconButton'
import { judgementLook } from '../../ui/judgementLook'
import { Select } from '../../ui/Select'
import styles from './SpanBar.module.css'

export interface TagChoice {
  id: TagId
  label: string
  time: string
}

interface SpanBarProps {
  tags: readonly TagChoice[]
  selectedTagId: TagId | null
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
export function SpanBar({ tags, selectedTagId, onTag, onLink, onStatement, onDifference, onClose, spanKey }: SpanBarProps) {
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
  return (
    <div
      ref={bar}
      className={styles['bar']}
      style={{ top: topPx }}
      role="toolbar"
      aria-label="Selected words"
      onPointerDown={(event) => event.stopPropagation()}
      onClick={(event) => event.stopPropagation()}
    >
      <div className={styles['row']}>
        <div className={styles['choice']}>
          <Select<TagId | ''>
            label="Link to tag"
            isLabelHidden
            value={isKnown && selectedTagId !== null ? selectedTagId : ''}
            onValueChange={(id) => {
              if (id !== '') onTag(id)
            }}
            options={[
              { value: '', label: tags.length === 0 ? 'No tags yet' : 'Choose a tag to link to…' },
              ...tags.map((tag) => ({ value: tag.id, label: tag.label, hint: tag.time }))
            ]}
          />
        </div>
        <IconButton icon={X} label="Let go of these words" keyHint="Escape" size="small" onClick={onClose} />
      </div>
      <div className={classNames(styles['row'], styles['judgements'])}>
        {judgementSchema.options.map((judgement) => {
          const { icon, label, key } = judgementLook[judgement]
          return (
            <Button key={judgement} size="small" icon={icon} keyHint={key} disabled={!isKnown} onClick={() => onLink(judgement)}>
              {label}
            </Button>
          )
        })}
      </div>
      <div className={styles['row']}>
        <Button size="small" variant="quiet" icon={MessageSquareQuote} keyHint="s" onClick={onStatement}>
          Mark as statement
        </Button>
        <Button size="small" variant="quiet" icon={Scale} onClick={onDifference}>
          Enter a difference
        </Button>
      </div>
    </div>
  )
}
