import { messagesOf } from '#shared/messages/messagesOf'
import { classNames } from '../../../ui/classNames'
import { attributesOf, nameOf, type PageMarksProps } from './PageMarks'
import styles from './UnplacedMarks.module.css'

const say = messagesOf('reports')

const plainWords = (words: string) => words.replaceAll(/\s+/g, ' ')

/** Passages whose words were not found among the drawn ones: named above the page, and never drawn at a guess. */
export function UnplacedMarks({ marks, pending, text, selectedPassageId }: PageMarksProps & { text: string }) {
  const passages = marks.filter(({ boxes }) => boxes.length === 0)
  const words = pending.filter(({ boxes }) => boxes.length === 0)
  if (passages.length + words.length === 0) return null
  return (
    <div className={styles['unplaced']}>
      <span className={styles['why']}>{say('unplaced')}</span>
      {passages.map(({ mark }) => (
        <button
          key={mark.passage.id}
          type="button"
          {...attributesOf(mark, selectedPassageId)}
          data-first-of={mark.passage.id}
          title={nameOf(mark)}
          className={classNames(styles['chip'], styles['passage'])}
        >
          {plainWords(mark.passage.anchor.exact)}
        </button>
      ))}
      {words.map(({ mark }) => (
        <span key={mark.start} data-pending className={classNames(styles['chip'], styles['pendingChip'])}>
          {plainWords(text.slice(mark.start, mark.end))}
        </span>
      ))}
    </div>
  )
}
