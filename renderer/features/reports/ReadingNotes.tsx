import { messagesOf } from '#shared/messages/messagesOf'
import { FileWarning } from 'lucide-react'
import styles from './ReadingNotes.module.css'
import { saidAgain } from '#shared/messages/readBack'

const say = messagesOf('reports')

/** What of a report's file is not in the text below, so that nobody takes the text for the whole of it. */
export function ReadingNotes({ notes }: { notes: readonly string[] }) {
  return (
    <aside className={styles['note']} aria-label={say('notInText')} data-testid="reading-notes">
      <FileWarning aria-hidden className={styles['icon']} />
      <div>
        <b className={styles['title']}>{say('notAllInText')}</b>
        {notes.map((note) => (
          <p key={note}>{saidAgain('readings', note)}</p>
        ))}
      </div>
    </aside>
  )
}
