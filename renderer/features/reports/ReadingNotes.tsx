import { FileWarning } from 'lucide-react'
import styles from './ReadingNotes.module.css'
import { saidAgain } from '#shared/messages/readBack'

/** What of a report's file is not in the text below, so that nobody takes the text for the whole of it. */
export function ReadingNotes({ notes }: { notes: readonly string[] }) {
  return (
    <aside className={styles['note']} aria-label="Not in this text" data-testid="reading-notes">
      <FileWarning aria-hidden className={styles['icon']} />
      <div>
        <b className={styles['title']}>Not all of the file is in this text.</b>
        {notes.map((note) => (
          <p key={note}>{saidAgain('readings', note)}</p>
        ))}
      </div>
    </aside>
  )
}
