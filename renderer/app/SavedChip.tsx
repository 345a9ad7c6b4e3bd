import { useSessionStore } from '../stores/sessionStore'
import { Chip } from '../ui/Chip'
import styles from './SavedChip.module.css'

/** Whether everything the reviewer did is on the disk. */
export function SavedChip() {
  const core = useSessionStore((state) => state.core)
  const pendingWrites = useSessionStore((state) => state.pendingWrites)
  return (
    <span role="status" className={styles['saved']}>
      {core !== 'connected' ? (
        <Chip hasDot tone="need">
          Core restarting
        </Chip>
      ) : pendingWrites > 0 ? (
        <Chip hasDot tone="need">
          Saving…
        </Chip>
      ) : (
        <Chip hasDot tone="agree">
          Saved
        </Chip>
      )}
    </span>
  )
}
