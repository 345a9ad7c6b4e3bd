import { messagesOf } from '#shared/messages/messagesOf'
import type { Case, Person } from '#shared/model/case'
import type { Codebook } from '#shared/model/codebookSchema'
import type { StatementId } from '#shared/model/ids'
import type { Statement } from '#shared/model/report'
import { Checkbox } from '../../ui/Checkbox'
import { describeStatement } from '../../ui/statementWords'
import type { ReadAnew } from './planReadAnew'
import styles from './ReadAnewList.module.css'

const say = messagesOf('reports')

interface ReadAnewListProps {
  /** Each statement of the passage with what the reader makes of the new words; null until that is known. */
  statements: readonly { statement: Statement; anew: ReadAnew | null }[]
  taken: ReadonlySet<StatementId>
  onTake: (id: StatementId, isTaken: boolean) => void
  of: Case
  people: ReadonlyMap<string, Person>
  codebook: Codebook
}

/** The statements on a passage whose words changed: each as it was recorded beside what the reader finds now. It is kept unless a person takes the other. */
export function ReadAnewList({ statements, taken, onTake, of, people, codebook }: ReadAnewListProps) {
  return (
    <ul className={styles['list']}>
      {statements.map(({ statement, anew }) => (
        <li key={statement.id} className={styles['statement']}>
          <dl className={styles['sides']}>
            <div data-chosen={!taken.has(statement.id)}>
              <dt>{say('asRecorded')}</dt>
              <dd>{describeStatement(statement, of, people, codebook)}</dd>
            </div>
            {anew?.state === 'other' && (
              <div data-chosen={taken.has(statement.id)}>
                <dt>{say('readAnew')}</dt>
                <dd>{describeStatement(anew.statement, of, people, codebook)}</dd>
              </div>
            )}
          </dl>
          {anew === null && <p className={styles['hint']}>{say('readingNewWords')}</p>}
          {anew?.state === 'same' && <p className={styles['hint']}>{say('anewSame')}</p>}
          {anew?.state === 'nothing' && <p className={styles['hint']}>{say('anewNothing')}</p>}
          {anew?.state === 'other' && (
            <>
              {anew.overruled.length > 0 && <p className={styles['hint']}>{say('overruled', { fields: anew.overruled.join(', ') })}</p>}
              <Checkbox
                label={say('takeAnew', { fields: anew.changed.join(', ') })}
                isChecked={taken.has(statement.id)}
                onCheckedChange={(isTaken) => onTake(statement.id, isTaken)}
              />
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
