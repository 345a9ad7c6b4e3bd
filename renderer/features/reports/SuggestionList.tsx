import { messagesOf } from '#shared/messages/messagesOf'
import { Quote } from 'lucide-react'
import type { Suggestion } from '#shared/domain/suggestions/suggestLinks'
import { CommandKeys } from '../../app/CommandKeys'
import { reasonLine } from './planSuggestions'
import styles from './SuggestionList.module.css'

const say = messagesOf('reports')

interface SuggestionListProps {
  suggestions: readonly Suggestion[]
  /** What the key takes next. */
  next: Suggestion | null
  onTake: (suggestion: Suggestion) => void
}

/** Sentences that may speak of a tag, with the reasons. Taking one selects its words; a person then says how the two stand. */
export function SuggestionList({ suggestions, next, onTake }: SuggestionListProps) {
  return (
    <section className={styles['list']} aria-label={say('sentencesFor')}>
      <h4 className={styles['title']}>{say('mayBeTold')}</h4>
      <ul>
        {suggestions.map((suggestion) => (
          <li key={suggestion.statement.start}>
            <button type="button" className={styles['suggestion']} onClick={() => onTake(suggestion)}>
              <Quote aria-hidden className={styles['icon']} />
              <span className={styles['words']}>{suggestion.statement.text}</span>
              {suggestion === next && <CommandKeys id="reports.take-suggestion" />}
              <span className={styles['reasons']}>{reasonLine(suggestion)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
