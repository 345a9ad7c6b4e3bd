import { FolderSearch, Search } from 'lucide-react'
import { useState } from 'react'
import type { Footage } from '#shared/model/footage'
import { isOpenJob } from '#shared/model/job'
import type { Problem } from '#shared/rpc/problem'
import { connection } from '../../app/connection'
import { findFootageFile } from '../../stores/fileActions'
import { proxyJobOf, useJobStore } from '../../stores/jobStore'
import { usePlayerStore } from '../../stores/playerStore'
import { useSessionStore } from '../../stores/sessionStore'
import { Button } from '../../ui/Button'
import { ProblemNote } from '../../ui/ProblemNote'
import { ProgressBar } from '../../ui/ProgressBar'
import { inJobWords } from '../../ui/jobWords'
import styles from './PlaybackProblem.module.css'

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
  const shown = isAway ? (search?.problem ?? problem) : isUnderway ? { ...problem, todo: beingMade } : (job?.problem ?? problem)
  return (
    <div className={styles['frame']}>
      <div className={styles['note']}>
        <ProblemNote
          problem={shown}
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
              {isAway && (
                <>
                  <Button variant="primary" icon={Search} disabled={isSearching} onClick={() => void find('file')}>
                    {isSearching ? `Comparing hashes… ${Math.floor(search.progress * 100)} %` : 'Find the file…'}
                  </Button>
                  <Button icon={FolderSearch} disabled={isSearching} onClick={() => void find('folder')}>
                    Search a folder…
                  </Button>
                </>
              )}
              {!isUnderway && <Button onClick={onRetry}>Try again</Button>}
            </div>
          }
        />
        {isUnderway && (
          <div className={styles['progress']}>
            <span>
              {inJobWords(job.step || 'Waiting')} · {Math.round(job.progress * 100)} %
            </span>
            <ProgressBar value={job.progress} label="Making a playable copy" />
          </div>
        )}
      </div>
    </div>
  )
}

const beingMade = 'A playable copy is being made; it can be watched as soon as its first seconds are ready.'
