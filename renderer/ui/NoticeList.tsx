import { Check, X } from 'lucide-react'
import { useEffect } from 'react'
import { messagesOf } from '#shared/messages/messagesOf'
import type { Problem } from '#shared/rpc/problem'
import { IconButton } from './IconButton'
import styles from './NoticeList.module.css'
import { ProblemNote } from './ProblemNote'

const say = messagesOf('ui')

interface ShownNotice {
  id: number
  text: string
  problem: Problem | null
}

const shownMs = 5000

/** Short messages in the corner. A problem stays until it is dismissed; anything else goes by itself. */
export function NoticeList({ notices, onDismiss }: { notices: readonly ShownNotice[]; onDismiss: (id: number) => void }) {
  return (
    <div role="status" className={styles['list']}>
      {notices.map((notice) =>
        notice.problem === null ? (
          <PassingNotice key={notice.id} notice={notice} onDismiss={onDismiss} />
        ) : (
          <div key={notice.id} className={styles['problem']}>
            <ProblemNote problem={notice.problem} onDismiss={() => onDismiss(notice.id)} />
          </div>
        )
      )}
    </div>
  )
}

function PassingNotice({ notice, onDismiss }: { notice: ShownNotice; onDismiss: (id: number) => void }) {
  useEffect(() => {
    const timer = setTimeout(() => onDismiss(notice.id), shownMs)
    return () => clearTimeout(timer)
  }, [notice.id, onDismiss])
  return (
    <div className={styles['notice']}>
      <Check aria-hidden className={styles['icon']} />
      <span className={styles['text']}>{notice.text}</span>
      <IconButton icon={X} label={say('dismiss')} size="small" onClick={() => onDismiss(notice.id)} />
    </div>
  )
}
