import { AudioLines, Check, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { describeConfidence, describeDrift } from '#shared/domain/describeAlignment'
import { messagesOf } from '#shared/messages/messagesOf'
import { saidAgain } from '#shared/messages/readBack'
import type { AlignmentChange, AlignmentProposal } from '#shared/model/alignment'
import type { Footage } from '#shared/model/footage'
import { isOpenJob } from '#shared/model/job'
import { connection } from '../../app/connection'
import { useJobStore } from '../../stores/jobStore'
import { problemOf } from '../../stores/problemOf'
import { useSessionStore } from '../../stores/sessionStore'
import { Button } from '../../ui/Button'
import { describeStep } from '../../ui/jobWords'
import { ProblemNote } from '../../ui/ProblemNote'
import { ProgressBar } from '../../ui/ProgressBar'
import styles from './Alignment.module.css'

const say = messagesOf('alignment')

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
        <h4>{say('bySound')}</h4>
        {isRunning ? (
          <Button size="small" icon={X} onClick={() => void useSessionStore.getState().write(() => methods.jobs.cancel({ jobId: job.id }))}>
            {say('stop')}
          </Button>
        ) : (
          <Button size="small" icon={AudioLines} onClick={search}>
            {say('findBySound')}
          </Button>
        )}
      </div>
      {isRunning && (
        <div role="status" className={styles['running']}>
          <span>{say('stepDots', { step: describeStep(job.step) })}</span>
          <ProgressBar value={job.progress} label={say('comparingSound')} />
        </div>
      )}
      {job?.status === 'failed' && job.problem !== null && <ProblemNote problem={job.problem} />}
      {!isRunning && proposal?.referenceId === reference.id && <Found proposal={proposal} footage={footage} onAlign={onAlign} />}
      {!isRunning && proposal?.referenceId !== reference.id && <p className={styles['note']}>{say('soundHint')}</p>}
    </div>
  )
}

function Found({ proposal, footage, onAlign }: Pick<SoundSearchProps, 'footage' | 'onAlign'> & { proposal: AlignmentProposal }) {
  const { match } = proposal
  if (match === null) return <p role="status">{saidAgain('alignments', proposal.explanation)}</p>
  const { alignment } = footage
  const isAccepted =
    alignment?.method === 'sound' &&
    alignment.referenceId === proposal.referenceId &&
    alignment.offsetUs - alignment.nudgedUs === match.offsetUs
  const start = say(match.offsetUs < 0 ? 'beginsBefore' : 'beginsAfter', { seconds: (Math.abs(match.offsetUs) / 1e6).toFixed(3) })
  return (
    <div className={styles['found']} role="status">
      <p className={styles['foundOffset']}>
        {say('match', {
          start,
          confidence: describeConfidence(match.confidence),
          drift: match.driftPpm === 0 ? '' : say('matchDrift', { drift: describeDrift(match.driftPpm) })
        })}
      </p>
      <p className={styles['note']}>{saidAgain('alignments', proposal.explanation)}</p>
      {isAccepted ? (
        <p className={styles['accepted']}>
          <Check aria-hidden /> {say('accepted')}
        </p>
      ) : (
        <div className={styles['buttons']}>
          <Button size="small" variant="primary" icon={Check} onClick={() => void onAlign({ by: 'sound', jobId: proposal.jobId })}>
            {say('accept')}
          </Button>
          {alignment !== undefined && <span className={styles['note']}>{say('takesPlace')}</span>}
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
