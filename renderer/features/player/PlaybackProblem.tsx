import { FolderSearch, Search } from 'lucide-react'
import { useState } from 'react'
import type { Footage } from '#shared/model/footage'
import { isOpenJob, type Job } from '#shared/model/job'
import type { Problem } from '#shared/rpc/problem'
import { connection } from '../../app/connection'
import { findFootageFile } from '../../stores/fileActions'
import { useJobStore } from '../../stores/jobStore'
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
  const [startedJobId, setStartedJobId] = useState<string | null>(null)
  const [searchId, setSearchId] = useState<string | null>(null)
  const search = useJobStore((state) => (searchId === null ? undefined : state.jobs.get(searchId)))
  const isSearching = search !== undefined && isOpenJob(search)
  const find = async (where: 'file' | 'folder') => setSearchId(await findFootageFile(footage, where))
  const job = useJobStore((state) => proxyJobOf([...state.jobs.values()], footage, startedJobId))
  const { write } = useSessionStore.getState()
  const make = async () => {
    const started = await write(() => connection().client.footage.makeProxy({ footageId: footage.id }))
    if (started !== null) setStartedJobId(started.id)
  }
  const isAway = problem.code === 'footage_missing' || problem.code === 'footage_changed'
  const isUnderway = job !== null && (job.status === 'queued' || job.status === 'running')
  const isDone = job !== null && job.status === 'done'
  return (
    <div className={styles['frame']}>
      <div className={styles['note']}>
        <ProblemNote
          problem={search?.problem ?? job?.problem ?? problem}
          action={
            <div className={styles['actions']}>
              {canMakeProxy && !isUnderway && !isDone && (
                <Button variant="primary" onClick={() => void make()}>
                  Make a playable copy
                </Button>
              )}
              {isUnderway && (
                <Button onClick={() => void write(() => connection().client.jobs.cancel({ jobId: job.id }))}>Cancel the copy</Button>
              )}
              {isDone && (
                <Button variant="primary" onClick={onRetry}>
                  Play the copy
                </Button>
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
              {!isUnderway && !isDone && <Button onClick={onRetry}>Try again</Button>}
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

/** The job that was started here, or one that is under way for this footage since before this was drawn. */
function proxyJobOf(jobs: readonly Job[], footage: Footage, startedJobId: string | null): Job | null {
  const started = jobs.find((job) => job.id === startedJobId)
  const running = jobs.find(
    (job) =>
      job.kind === 'make-proxy' &&
      job.caseId === footage.caseId &&
      job.label === footage.fileName &&
      (job.status === 'queued' || job.status === 'running')
  )
  return started ?? running ?? null
}
