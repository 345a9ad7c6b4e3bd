import { FolderSearch, Search } from 'lucide-react'
import { useState } from 'react'
import { messagesOf } from '#shared/messages/messagesOf'
import type { Footage } from '#shared/model/footage'
import { isOpenJob } from '#shared/model/job'
import type { Problem } from '#shared/rpc/problem'
import { describeStep } from '../../ui/jobWords'
import { connection } from '../../app/connection'
import { findFootageFile } from '../../stores/fileActions'
import { proxyJobOf, useJobStore } from '../../stores/jobStore'
import { usePlayerStore } from '../../stores/playerStore'
import { useSessionStore } from '../../stores/sessionStore'
import { Button } from '../../ui/Button'
import { ProblemNote } from '../../ui/ProblemNote'
import { ProgressBar } from '../../ui/ProgressBar'
import styles from './PlaybackProblem.module.css'

const say = messagesOf('player')

interface PlaybackProblemProps {
  footage: Footage
  problem: Problem
  canMakeProxy: boolean
  onRetry: () => void
}

/** In place of the picture: why there is none, and what helps. */
export function PlaybackProblem({ footage, problem, canMakeProxy, onRetry }: PlaybackProblemProps) {
  const [searchId, setSearchId] = useState<string | null>(null)
  const search = useJobStore((state) => (searchId === null ? undefined : state.jobs.get(searchId)))
  const isSearching = search !== undefined && isOpenJob(search)
  const find = async (where: 'file' | 'folder') => setSearchId(await findFootageFile(footage, where))
  const job = useJobStore((state) => proxyJobOf(state.jobs, footage.id))
  const { write } = useSessionStore.getState()
  const make = () => {
    const { audioTrack } = usePlayerStore.getState()
    void write(() => connection().client.footage.makeProxy({ footageId: footage.id, audioTrack }))
  }
  const isAway = problem.code === 'footage_missing' || problem.code === 'footage_changed'
  const isUnderway = job !== null && isOpenJob(job)
  // Why a copy failed once says nothing of a file that is away now.
  const shown = isAway ? (search?.problem ?? problem) : isUnderway ? { ...problem, todo: say('copyBeingMade') } : (job?.problem ?? problem)
  return (
    <div className={styles['frame']}>
      <div className={styles['note']}>
        <ProblemNote
          problem={shown}
          action={
            <div className={styles['actions']}>
              {canMakeProxy && !isUnderway && (
                <Button variant="primary" onClick={make}>
                  {say('makeCopy')}
                </Button>
              )}
              {isUnderway && (
                <Button onClick={() => void write(() => connection().client.jobs.cancel({ jobId: job.id }))}>{say('cancelCopy')}</Button>
              )}
              {isAway && (
                <>
                  <Button variant="primary" icon={Search} disabled={isSearching} onClick={() => void find('file')}>
                    {isSearching ? say('comparingHashes', { percent: Math.floor(search.progress * 100) }) : say('findFile')}
                  </Button>
                  <Button icon={FolderSearch} disabled={isSearching} onClick={() => void find('folder')}>
                    {say('searchFolder')}
                  </Button>
                </>
              )}
              {!isUnderway && <Button onClick={onRetry}>{say('tryAgain')}</Button>}
            </div>
          }
        />
        {isUnderway && (
          <div className={styles['progress']}>
            <span>
              {say('stepPercent', {
                step: job.step === '' ? say('waiting') : describeStep(job.step),
                percent: Math.round(job.progress * 100)
              })}
            </span>
            <ProgressBar value={job.progress} label={say('makingCopy')} />
          </div>
        )}
      </div>
    </div>
  )
}
