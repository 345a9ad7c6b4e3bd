import type { Footage } from '#shared/model/footage'
import { isOpenJob } from '#shared/model/job'
import type { Problem } from '#shared/rpc/problem'
import { connection } from '../../app/connection'
import { proxyJobOf, useJobStore } from '../../stores/jobStore'
import { usePlayerStore } from '../../stores/playerStore'
import { useSessionStore } from '../../stores/sessionStore'
import { Button } from '../../ui/Button'
import { ProblemNote } from '../../ui/ProblemNote'
import { ProgressBar } from '../../ui/ProgressBar'
import styles from './PlaybackProblem.module.css'

interface PlaybackProblemProps {
  footage: Footage
  problem: Problem
  canMakeProxy: boolean
  onRetry: () => void
}

/** In place of the picture: why there is none, and what helps. */
export function PlaybackProblem({ footage, problem, canMakeProxy, onRetry }: PlaybackProblemProps) {
  const job = useJobStore((state) => proxyJobOf(state.jobs, footage.id))
  const { write } = useSessionStore.getState()
  const make = () => {
    const { audioTrack } = usePlayerStore.getState()
    void write(() => connection().client.footage.makeProxy({ footageId: footage.id, audioTrack }))
  }
  const isUnderway = job !== null && isOpenJob(job)
  return (
    <div className={styles['frame']}>
      <div className={styles['note']}>
        <ProblemNote
          problem={isUnderway ? { ...problem, todo: beingMade } : (job?.problem ?? problem)}
          action={
            <div className={styles['actions']}>
              {canMakeProxy && !isUnderway && (
                <Button variant="primary" onClick={make}>
                  Make a playable copy
                </Button>
              )}
              {isUnderway && (
                <Button onClick={() => void write(() => connection().client.jobs.cancel({ jobId: job.id }))}>Cancel the copy</Button>
              )}
              {!isUnderway && <Button onClick={onRetry}>Try again</Button>}
            </div>
          }
        />
        {isUnderway && (
          <div className={styles['progress']}>
            <span>
              {job.step || 'Waiting'} · {Math.round(job.progress * 100)} %
            </span>
            <ProgressBar value={job.progress} label="Making a playable copy" />
          </div>
        )}
      </div>
    </div>
  )
}

const beingMade = 'A playable copy is being made; it can be watched as soon as its first seconds are ready.'
