import { messagesOf } from '#shared/messages/messagesOf'
import type { WordRun } from '#shared/model/report'
import styles from './WordDiff.module.css'

const say = messagesOf('reports')

const names = { removed: 'takenOut', added: 'putIn' } as const

/** The way from old words to new ones: what was taken out is struck through, what was put in is underlined, each told to a reader of the screen. */
export function WordDiff({ runs }: { runs: readonly WordRun[] }) {
  return (
    <p className={styles['diff']}>
      {runs.map(({ kind, text }, index) => {
        if (kind === 'same') return <span key={index}>{text}</span>
        const Element = kind === 'removed' ? 'del' : 'ins'
        return (
          <Element key={index} className={styles[kind]}>
            <span className={styles['name']}>{` ${say(names[kind])}: `}</span>
            {text}
          </Element>
        )
      })}
    </p>
  )
}
