import { messagesOf } from '#shared/messages/messagesOf'
import type { OverviewState } from '#shared/model/overview'
import { inOwnWords, type Problem } from '#shared/rpc/problem'
import { Button } from '../../ui/Button'
import { Tooltip } from '../../ui/Tooltip'
import styles from './Overview.module.css'

const say = messagesOf('timeline')

interface LaneNoteProps {
  state: OverviewState
  problem: Problem | null
  /** True while there is nothing to see. */
  isEmpty: boolean
  making: string
  missing: string
  onMakeAgain: () => void
}

/** In a lane without a picture or a sound: why, and what helps. */
export function LaneNote({ state, problem, isEmpty, making, missing, onMakeAgain }: LaneNoteProps) {
  if (state === 'ready' || (state === 'making' && !isEmpty)) return null
  if (state === 'making') return <span className={styles['note']}>{say('underway', { what: making })}</span>
  const said = problem && inOwnWords(problem)
  const words = state === 'failed' ? (said?.what ?? missing) : missing
  return (
    <span className={styles['note']} role="status" onPointerDown={(event) => event.stopPropagation()}>
      <Tooltip content={said === null ? missing : `${said.what} ${said.todo}`}>
        <span className={styles['noteText']} tabIndex={0}>
          {words}
        </span>
      </Tooltip>
      <Button size="small" onClick={onMakeAgain}>
        {state === 'failed' ? say('tryAgain') : say('makeNow')}
      </Button>
    </span>
  )
}
