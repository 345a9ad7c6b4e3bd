import { messagesOf } from '#shared/messages/messagesOf'
import type { Diagnostics } from '#shared/rpc/diagnostics'
import type { Problem } from '#shared/rpc/problem'
import { Button } from '../../ui/Button'
import { ProblemNote } from '../../ui/ProblemNote'
import { Waiting } from '../../ui/Waiting'
import styles from './Codebook.module.css'

const say = messagesOf('codebook')

interface CodebookSourceProps {
  source: Diagnostics['codebook'] | null
  problem: Problem | null
  onRetry: () => void
}

/** Which file the codebook is read from, why an agency's own was refused, and how an agency makes one. */
export function CodebookSource({ source, problem, onRetry }: CodebookSourceProps) {
  return (
    <section className={styles['part']} aria-labelledby="codebook-source">
      <h2 id="codebook-source" className={styles['partTitle']}>
        {say('source')}
      </h2>
      {problem !== null && (
        <ProblemNote
          problem={problem}
          action={
            <Button size="small" onClick={onRetry}>
              {say('tryAgain')}
            </Button>
          }
        />
      )}
      {problem === null && source === null && <Waiting>{say('loading')}</Waiting>}
      {source !== null && (
        <>
          {source.problem === null ? (
            <p className={styles['path']}>{source.path === null ? say('shipped') : say('own', { path: source.path })}</p>
          ) : (
            <div className={styles['refused']}>
              <p>
                <b>{say('refused')}</b>
              </p>
              <p className={styles['path']}>{source.problem}</p>
            </div>
          )}
          <details className={styles['how']}>
            <summary>{say('howTitle')}</summary>
            <ol>
              <li>{say('howSave')}</li>
              <li>{say('howEdit')}</li>
              <li>{say('howWords')}</li>
              <li>{say('howVersion')}</li>
              <li>{say('howPlace', { path: source.ownPath })}</li>
              <li>{say('howChecked')}</li>
            </ol>
          </details>
        </>
      )}
    </section>
  )
}
