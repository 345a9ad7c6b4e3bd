import type { ReactNode } from 'react'
import styles from './Page.module.css'

/** A screen outside any case: its title, its buttons, and what scrolls below them. */
export function Page({ title, actions, children }: { title: string; actions: ReactNode; children: ReactNode }) {
  return (
    <div className={styles['screen']}>
      <div className={styles['page']}>
        <div className={styles['head']}>
          <h1 className={styles['title']}>{title}</h1>
          {actions}
        </div>
        {children}
      </div>
    </div>
  )
}
