import { messagesOf } from '#shared/messages/messagesOf'
import { CircleDashed, Play, SearchX, Undo2 } from 'lucide-react'
import { memo } from 'react'
import type { Case, Person } from '#shared/model/case'
import type { Codebook } from '#shared/model/codebookSchema'
import type { AbsenceId, TagId } from '#shared/model/ids'
import { holdsAt } from '#shared/domain/activeTags'
import { alignTime } from '#shared/domain/caseClock'
import { describeTag } from '#shared/domain/records'
import type { Suggestion } from '#shared/domain/suggestions/suggestLinks'
import type { Tag } from '#shared/model/tag'
import { useCaseClock } from '../../stores/caseClock'
import { usePlayerStore } from '../../stores/playerStore'
import { classNames } from '../../ui/classNames'
import { IconButton } from '../../ui/IconButton'
import { judgementLook } from '../../ui/judgementLook'
import { TagFacts } from '../../ui/TagFacts'
import { tagLook } from '../../ui/tagLook'
import { tagTime } from '#shared/domain/tagWords'
import type { AccountCard, Comparison } from './planAccounts'
import type { Suggestions } from './planSuggestions'
import { SuggestionList } from './SuggestionList'
import styles from './TagCard.module.css'

const say = messagesOf('reports')

interface TagCardProps {
  card: AccountCard
  of: Case
  people: ReadonlyMap<string, Person>
  codebook: Codebook
  isSelected: boolean
  hasReport: boolean
  /** Drawn on the card that is selected. */
  suggestions: Suggestions
  onSuggestion: (suggestion: Suggestion) => void
  onSelect: (card: AccountCard) => void
  onNotMentioned: (tagId: TagId) => void
  onTakeBack: (absenceId: AbsenceId) => void
}

/** One moment on footage: what, when, who, and how it stands to the report shown. */
export const TagCard = memo(function TagCard({
  card,
  of,
  people,
  codebook,
  isSelected,
  hasReport,
  onSelect,
  onNotMentioned,
  onTakeBack,
  ...rest
}: TagCardProps) {
  const { tag } = card
  const { suggestions, onSuggestion } = rest
  const clock = useCaseClock()
  const look = tagLook[tag.details.kind]
  return (
    <article className={classNames(styles['card'], isSelected && styles['selected'])} data-tone={look.tone} data-tag={tag.id}>
      <header className={styles['header']}>
        <look.icon aria-hidden className={styles['icon']} />
        <button type="button" className={styles['title']} aria-current={isSelected} onClick={() => onSelect(card)}>
          {describeTag(tag, codebook)}
        </button>
        <time className={styles['time']}>{tagTime(tag, clock, of)}</time>
      </header>
      <NowMark tag={tag} />
      <TagFacts tag={tag} people={people} />
      {hasReport && (
        <footer className={styles['footer']}>
          <ComparisonMark comparison={card.comparison} onNotMentioned={() => onNotMentioned(tag.id)} onTakeBack={onTakeBack} />
        </footer>
      )}
      {isSelected && suggestions.ofTag.length > 0 && (
        <SuggestionList suggestions={suggestions.ofTag} next={suggestions.next} onTake={onSuggestion} />
      )}
    </article>
  )
})

/** Stands beside the name of what the footage shows now, on whichever camera is large. */
function NowMark({ tag }: { tag: Tag }) {
  const clock = useCaseClock()
  const isNow = usePlayerStore(({ footageId, timeUs }) => {
    const onOwnFootageUs = footageId === null ? null : alignTime(clock, footageId, timeUs, tag.footageId)
    return onOwnFootageUs !== null && holdsAt(tag, onOwnFootageUs)
  })
  return isNow ? <Play aria-hidden data-testid="now" className={styles['now']} /> : null
}

interface ComparisonMarkProps {
  comparison: Comparison
  onNotMentioned: () => void
  onTakeBack: (absenceId: AbsenceId) => void
}

function ComparisonMark({ comparison, onNotMentioned, onTakeBack }: ComparisonMarkProps) {
  switch (comparison.state) {
    case 'linked':
      return [...new Set(comparison.links.map((link) => link.judgement))].map((judgement) => {
        const { icon: Icon, label, tone } = judgementLook[judgement]
        return (
          <span key={judgement} className={styles['mark']} data-tone={tone}>
            <Icon aria-hidden className={styles['markIcon']} />
            {label}
          </span>
        )
      })
    case 'not-mentioned':
      return (
        <>
          <span className={styles['mark']} data-tone="differ">
            <SearchX aria-hidden className={styles['markIcon']} />
            {say('notMentioned')}
          </span>
          <IconButton icon={Undo2} size="small" label={say('takeBackTag')} onClick={() => onTakeBack(comparison.absence.id)} />
        </>
      )
    case 'not-compared':
      return (
        <>
          <span className={styles['mark']} data-tone="neutral">
            <CircleDashed aria-hidden className={styles['markIcon']} />
            {say('notCompared')}
          </span>
          <span className={styles['reveal']}>
            <IconButton icon={SearchX} size="small" label={say('notMentioned')} onClick={onNotMentioned} />
          </span>
        </>
      )
  }
}
