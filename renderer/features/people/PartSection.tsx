import { useId, type ReactNode } from 'react'
import styles from './People.module.css'

interface PartSectionProps {
  title: string
  count: number
  hint?: string
  /** What it says where there is nothing. */
  none: string
  children: ReactNode
}

/** One part of what is recorded of a person, under its title. */
export function PartSection({ title, count, hint, none, children }: PartSectionProps) {
  const id = useId()
  return (
    <section className={styles['part']} aria-labelledby={id}>
      <h2 id={id} className={styles['partTitle']}>
        {title} {count > 0 && <span className={styles['count']}>{count}</span>}
      </h2>
      {count === 0 ? <p className={styles['muted']}>{none}</p> : children}
      {count > 0 && hint !== undefined && <p className={styles['note']}>{hint}</p>}
    </section>
  )
}
