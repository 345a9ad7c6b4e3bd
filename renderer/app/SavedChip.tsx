import { messagesOf } from '#shared/messages/messagesOf'
import { useSessionStore } from '../stores/sessionStore'
import { Chip } from '../ui/Chip'
import styles from './SavedChip.module.css'

const say = messagesOf('app')

/** Whether everything the reviewer did is on the disk. */
export function SavedChip() {
  const core = useSessionStore((state) => state.core)
  const pendingWrites = useSessionStore((state) => state.pendingWrites)
  return (
    <span role="status" className={styles['saved']}>
      {core !== 'connected' ? (
        <Chip hasDot tone="need">
          {say('coreRestarting')}
        </Chip>
      ) : pendingWrites > 0 ? (
        <Chip hasDot tone="need">
          {say('saving')}
        </Chip>
      ) : (
        <Chip hasDot tone="agree">
          {say('saved')}
        </Chip>
      )}
    </span>
  )
}
