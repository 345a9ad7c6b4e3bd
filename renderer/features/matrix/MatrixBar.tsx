import { messagesOf } from '#shared/messages/messagesOf'
import type { Matrix } from '#shared/domain/matrix/runningMatrix'
import { comparedStates } from '#shared/domain/matrix/planCell'
import type { Codebook } from '#shared/model/codebookSchema'
import { Chip } from '../../ui/Chip'
import { SegmentedControl } from '../../ui/SegmentedControl'
import { Select } from '../../ui/Select'
import { stateLook } from './cellLook'
import styles from './MatrixBar.module.css'
import { useMatrixViewStore, type MatrixTab } from './matrixViewStore'
import { kindOf, type EventFilter } from './planShownRows'

const say = messagesOf('matrix')

/** Which part of the matrix is shown; of the events, how many cells came to what, and which are shown. */
export function MatrixBar({ matrix, codebook }: { matrix: Matrix; codebook: Codebook }) {
  const tabs: readonly { value: MatrixTab; label: string }[] = [
    { value: 'matrix', label: say('events') },
    { value: 'both-ways', label: say('bothWays') },
    { value: 'duty', label: say('duty') }
  ]
  const { tab, filter, state, show } = useMatrixViewStore()
  return (
    <div className={styles['bar']}>
      <SegmentedControl<MatrixTab> label={say('part')} value={tab} onValueChange={(value) => show({ tab: value })} options={tabs} />
      {tab === 'matrix' && (
        <>
          <div className={styles['counts']} role="group" aria-label={say('onlyWithState')}>
            {comparedStates.map((one) => (
              <Chip
                key={one}
                tone={stateLook(one).tone}
                hasDot
                title={stateLook(one).hint}
                isSelected={state === one}
                onToggle={() => show({ state: state === one ? null : one })}
              >
                {stateLook(one).word} <b className={styles['count']}>{matrix.counts[one]}</b>
              </Chip>
            ))}
          </div>
          <div className={styles['kind']}>
            <Select<EventFilter>
              label={say('kindOfEvent')}
              isLabelHidden
              value={filter}
              onValueChange={(value) => show({ filter: value })}
              options={kindOptions(matrix, codebook, filter)}
            />
          </div>
        </>
      )}
    </div>
  )
}

function kindOptions({ rows }: Matrix, codebook: Codebook, chosen: EventFilter): { value: EventFilter; label: string }[] {
  const counts = new Map<EventFilter, number>()
  for (const row of rows) {
    counts.set(kindOf(row), (counts.get(kindOf(row)) ?? 0) + 1)
    if (row.event.type === 'statement') counts.set('statements', (counts.get('statements') ?? 0) + 1)
  }
  const kinds = [
    ...codebook.tagKinds.map(({ id, label }): { value: EventFilter; label: string } => ({ value: id, label })),
    { value: 'statements' as const, label: say('statedAlone') }
  ]
  return [
    { value: 'all', label: say('allEvents', { count: rows.length }) },
    ...kinds
      .filter(({ value }) => counts.has(value) || value === chosen)
      .map(({ value, label }) => ({ value, label: say('kindCount', { kind: label, count: counts.get(value) ?? 0 }) }))
  ]
}
