import type { ReactNode } from 'react'
import styles from './Section.module.css'

/** A titled panel with its buttons. */
export function Section({ title, count, actions, children }: { title: string; count: number; actions: ReactNode; children: ReactNode }) {
  return (
    <section className={styles['section']} aria-label={title}>
      <header className={styles['head']}>
        <h2 className={styles['title']}>
          {title} <span className={styles['count']}>{count === 0 ? '' : count}</span>
        </h2>
        {actions}
      </header>
      {children}
    </section>
  )
}
