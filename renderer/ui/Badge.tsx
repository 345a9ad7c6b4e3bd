import type { ReactNode } from 'react'
import styles from './Badge.module.css'
import type { Tone } from './tone'

/** A word or a number that says what state something is in. */
export function Badge({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={styles['badge']} data-tone={tone}>
      {children}
    </span>
  )
}
