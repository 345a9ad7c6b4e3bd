import { ProgressBar } from './ProgressBar'
import styles from './Waiting.module.css'

/** Says what is waited for, in the middle of its place. Shown only once it has lasted long enough to be noticed. */
export function Waiting({ children }: { children: string }) {
  return (
    <div role="status" className={styles['waiting']}>
      <p>{children}</p>
      <div className={styles['bar']}>
        <ProgressBar value={null} label={children} />
      </div>
    </div>
  )
}
