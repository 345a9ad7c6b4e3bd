import { AudioLines, Check, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { describeConfidence, describeDrift } from '#shared/domain/describeAlignment'
import type { AlignmentChange, AlignmentProposal } from '#shared/model/alignment'
import type { Footage } from '#shared/model/footage'
import { isOpenJob } from '#shared/model/job'
import { connection } from '../../app/connection'
import { useJobStore } from '../../stores/jobStore'
import { problemOf } from '../../stores/problemOf'
import { useSessionStore } from '../../stores/sessionStore'
import { Button } from '../../ui/Button'
import { ProblemNote } from '../../ui/ProblemNote'
import { ProgressBar } from '../../ui/ProgressBar'
import { inJobWords } from '../../ui/jobWords'
import styles from './Alignment.module.css'

interface SoundSearchProps {
  footage: Footage
  reference: Footage
  onAlign: (change: AlignmentChange) => Promise<boolean>
}

/** Looks for what both cameras heard, says what was found, and lets a person accept it. */
export function SoundSearch({ footage, reference, onAlign }: SoundSearchProps) {
  const job = useJobStore((state) =>
    [...state.jobs.values()].findLast(({ kind, subjectId }) => kind === 'align-footage' && subjectId === footage.id)
  )
  const proposal = useProposal(footage, job?.id, job?.status)
  const isRunning = job !== undefined && isOpenJob(job)
  const methods = connection().client
  const search = () =>
    void useSessionStore.getState().write(() => methods.footage.alignBySound({ footageId: footage.id, referenceId: reference.id }))
  return (
    <div className={styles['way']}>
      <div className={styles['wayHead']}>
        <h4>By sound</h4>
        {isRunning ? (
          <Button size="small" icon={X} onClick={() => void useSessionStore.getState().write(() => methods.jobs.cancel({ jobId: job.id }))}>
            Stop
          </Button>
        ) : (
          <Button size="small" icon={AudioLines} onClick={search}>
            Find by sound
          </Button>
        )}
      </div>
      {isRunning && (
        <div role="status" className={styles['running']}>
          <span>{inJobWords(job.step)}…</span>
          <ProgressBar value={job.progress} label="Comparing the sound" />
        </div>
      )}
      {job?.status === 'failed' && job.problem !== null && <ProblemNote problem={job.problem} />}
      {!isRunning && proposal?.referenceId === reference.id && <Found proposal={proposal} footage={footage} onAlign={onAlign} />}
      {!isRunning && proposal?.referenceId !== reference.id && (
        <p className={styles['note']}>Compares what both cameras heard. Nothing changes until you accept it.</p>
      )}
    </div>
  )
}

function Found({ proposal, footage, onAlign }: Pick<SoundSearchProps, 'footage' | 'onAlign'> & { proposal: AlignmentProposal }) {
  const { match } = proposal
  if (match === null) return <p role="status">{proposal.explanation}</p>
  const { alignment } = footage
  const isAccepted =
    alignment?.method === 'sound' &&
    alignment.referenceId === proposal.referenceId &&
    alignment.offsetUs - alignment.nudgedUs === match.offsetUs
  const start = `begins ${(Math.abs(match.offsetUs) / 1e6).toFixed(3)} s ${match.offsetUs < 0 ? 'before' : 'after'} the other`
  return (
    <div className={styles['found']} role="status">
      <p className={styles['foundOffset']}>
        Match: it {start}, {describeConfidence(match.confidence)}
        {match.driftPpm === 0 ? '' : `; drift ${describeDrift(match.driftPpm)}`}
      </p>
      <p className={styles['note']}>{proposal.explanation}</p>
      {isAccepted ? (
        <p className={styles['accepted']}>
          <Check aria-hidden /> Accepted
        </p>
      ) : (
        <div className={styles['buttons']}>
          <Button size="small" variant="primary" icon={Check} onClick={() => void onAlign({ by: 'sound', jobId: proposal.jobId })}>
            Accept
          </Button>
          {alignment !== undefined && <span className={styles['note']}>It takes the place of the alignment that there is.</span>}
        </div>
      )}
    </div>
  )
}

/** What the last search ended with; read again when a search ends. */
function useProposal(footage: Footage, jobId: string | undefined, status: string | undefined): AlignmentProposal | null {
  const [proposal, setProposal] = useState<AlignmentProposal | null>(null)
  useEffect(() => {
    let isWanted = true
    connection()
      .client.footage.alignmentProposal({ footageId: footage.id })
      .then((found) => {
        if (isWanted) setProposal(found)
      })
      .catch((error: unknown) => {
        const problem = problemOf(error)
        useSessionStore.getState().notify(problem.what, problem)
      })
    return () => {
      isWanted = false
    }
  }, [footage.id, jobId, status])
  return proposal
}
