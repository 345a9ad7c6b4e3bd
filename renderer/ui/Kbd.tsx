import styles from './Kbd.module.css'
import { keyCaps } from './keysText'

/** A key combination such as `Ctrl+K` or `Shift+ArrowRight`, one cap for each key. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span className={styles['keys']}>
      {keyCaps(keys).map((cap) => (
        <kbd key={cap} className={styles['key']}>
          {cap}
        </kbd>
      ))}
    </span>
  )
}
