import { FolderPlus, Play } from 'lucide-react'
import { messagesOf } from '#shared/messages/messagesOf'
import { Button } from '../../ui/Button'
import styles from './FirstStart.module.css'

const say = messagesOf('library')

const steps = [
  { title: 'gather', text: 'gatherText' },
  { title: 'watch', text: 'watchText' },
  { title: 'compare', text: 'compareText' }
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
          {say('noCases')}
        </h2>
        <p className={styles['text']}>{say('whatIsCase')}</p>
      </div>
      <ol className={styles['steps']}>
        {steps.map(({ title, text }) => (
          <li key={title} className={styles['step']}>
            <h3>{say(title)}</h3>
            <p className={styles['text']}>{say(text)}</p>
          </li>
        ))}
      </ol>
      <div className={styles['actions']}>
        <Button variant="primary" icon={FolderPlus} onClick={onNewCase}>
          {say('newCase')}
        </Button>
        <Button icon={Play} disabled={isDemonstrationRunning} onClick={onDemonstration}>
          {say('openDemonstration')}
        </Button>
        <p className={styles['text']}>{say('newHere')}</p>
      </div>
    </section>
  )
}
