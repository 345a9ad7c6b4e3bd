import { Unplug } from 'lucide-react'
import { messagesOf } from '#shared/messages/messagesOf'
import { useSessionStore } from '../stores/sessionStore'
import styles from './App.module.css'

const say = messagesOf('app')

/** Says that the core is away, while it is. */
export function LostBanner() {
  const core = useSessionStore((state) => state.core)
  if (core !== 'lost') return null
  return (
    <div role="alert" className={styles['lost']}>
      <Unplug aria-hidden className={styles['lostIcon']} />
      {say('coreLost')}
    </div>
  )
}
