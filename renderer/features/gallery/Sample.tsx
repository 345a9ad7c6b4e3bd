import type { ReactNode } from 'react'
import styles from './Gallery.module.css'

/** One part with its name, in the states that it has. */
export function Sample({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles['sample']} role="group" aria-label={name}>
      <h3 className={styles['name']}>{name}</h3>
      <div className={styles['states']}>{children}</div>
    </div>
  )
}
