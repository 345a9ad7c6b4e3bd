import type { ReactNode } from 'react'
import type { MarkedText } from '#shared/model/search'
import styles from './SearchResults.module.css'

/** A text with the words that were asked for marked in it. */
export function MarkedWords({ of: { text, spans } }: { of: MarkedText }) {
  const parts: ReactNode[] = []
  let at = 0
  for (const { start, end } of spans) {
    parts.push(text.slice(at, start))
    parts.push(
      <mark key={start} className={styles['mark']}>
        {text.slice(start, end)}
      </mark>
    )
    at = end
  }
  parts.push(text.slice(at))
  return (
    // Its own direction: Arabic or Hebrew in one line does not turn the next around.
    <bdi>{parts}</bdi>
  )
}
