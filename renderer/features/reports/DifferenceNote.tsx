import { messagesOf } from '#shared/messages/messagesOf'
import type { Codebook } from '#shared/model/codebookSchema'
import type { Difference } from '#shared/model/comparison'
import { classNames } from '../../ui/classNames'
import { differenceTone } from '../../ui/differenceTone'
import styles from './DifferenceNote.module.css'

const say = messagesOf('reports')

interface DifferenceNoteProps {
  differences: readonly Difference[]
  codebook: Codebook
  onOpen: (difference: Difference) => void
}

/** The differences that arise in a paragraph, each with a way to the difference desk. */
export function DifferenceNote({ differences, codebook, onOpen }: DifferenceNoteProps) {
  return (
    <div role="group" className={styles['note']} aria-label={say('differencesHere')}>
      {differences.map((difference) => (
        <button
          key={difference.key}
          type="button"
          className={classNames(styles['line'], difference.status !== 'open' && styles['settled'])}
          onClick={() => onOpen(difference)}
        >
          <b className={styles['kind']} data-tone={differenceTone(difference.kind)}>
            {codebook.differenceKinds.find(({ id }) => id === difference.kind)?.label ?? difference.kind}
          </b>{' '}
          {difference.summary}
          {difference.status !== 'open' && <span className={styles['status']}> · {difference.status}</span>}
        </button>
      ))}
    </div>
  )
}
