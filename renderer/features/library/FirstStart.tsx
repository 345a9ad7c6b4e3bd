import { FolderPlus, Play } from 'lucide-react'
import { Button } from '../../ui/Button'
import styles from './FirstStart.module.css'

const steps = [
  { title: 'Gather', text: 'Create a case for one incident. Add its people, its footage and its written reports.' },
  { title: 'Watch and tag', text: 'Play the footage and tag the moments that matter, with one hand on the keyboard.' },
  { title: 'Compare and settle', text: 'Link each tag to the words of the reports, and settle where the two accounts differ.' }
] as const

interface FirstStartProps {
  isDemonstrationRunning: boolean
  onDemonstration: () => void
  onNewCase: () => void
}

/** What is seen before there is any case: how the work goes, and the two ways to begin. */
export function FirstStart({ isDemonstrationRunning, onDemonstration, onNewCase }: FirstStartProps) {
  return (
    <section className={styles['first']} aria-labelledby="first-start">
      <div className={styles['words']}>
        <h2 id="first-start" className={styles['title']}>
          No cases yet
        </h2>
        <p className={styles['text']}>A case holds one incident: what the cameras recorded, and what was written about it.</p>
      </div>
      <ol className={styles['steps']}>
        {steps.map(({ title, text }) => (
          <li key={title} className={styles['step']}>
            <h3>{title}</h3>
            <p className={styles['text']}>{text}</p>
          </li>
        ))}
      </ol>
      <div className={styles['actions']}>
        <Button variant="primary" icon={FolderPlus} onClick={onNewCase}>
          New case
        </Button>
        <Button icon={Play} disabled={isDemonstrationRunning} onClick={onDemonstration}>
          Open the demonstration case
        </Button>
        <p className={styles['text']}>New here? It has made-up footage and three fictional reports to try everything on.</p>
      </div>
    </section>
  )
}
