import type { Case, Person } from '#shared/model/case'
import type { Codebook } from '#shared/model/codebookSchema'
import type { StatementId } from '#shared/model/ids'
import type { Statement } from '#shared/model/report'
import { Checkbox } from '../../ui/Checkbox'
import { describeStatement } from '../../ui/statementWords'
import type { ReadAnew } from './planReadAnew'
import styles from './ReadAnewList.module.css'

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
              <dt>As recorded</dt>
              <dd>{describeStatement(statement, of, people, codebook)}</dd>
            </div>
            {anew?.state === 'other' && (
              <div data-chosen={taken.has(statement.id)}>
                <dt>Read anew</dt>
                <dd>{describeStatement(anew.statement, of, people, codebook)}</dd>
              </div>
            )}
          </dl>
          {anew === null && <p className={styles['hint']}>Reading the new words…</p>}
          {anew?.state === 'same' && <p className={styles['hint']}>The new words change nothing in it. It is kept.</p>}
          {anew?.state === 'nothing' && (
            <p className={styles['hint']}>The reader finds nothing of its kind in the new words. It is kept.</p>
          )}
          {anew?.state === 'other' && (
            <>
              {anew.overruled.length > 0 && (
                <p className={styles['hint']}>A person had recorded this otherwise than the reader: {anew.overruled.join(', ')}.</p>
              )}
              <Checkbox
                label={`Take as read anew: ${anew.changed.join(', ')}`}
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
