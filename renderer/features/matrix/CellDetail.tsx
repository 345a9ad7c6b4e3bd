import { messagesOf } from '#shared/messages/messagesOf'
import { useKeyHint } from '../../app/commands'
import { Link2, Play, Scale, SearchX, Undo2 } from 'lucide-react'
import type { MatrixCell } from '#shared/domain/matrix/planCell'
import type { Absence } from '#shared/model/comparison'
import { recordAbsences, takeBackAbsence } from '../../stores/absenceActions'
import { useCaseStore } from '../../stores/caseStore'
import { Badge } from '../../ui/Badge'
import { Button } from '../../ui/Button'
import { differenceTone } from '../../ui/differenceTone'
import { judgementLook } from '../../ui/judgementLook'
import styles from './CellDetail.module.css'
import { cellLook } from './cellLook'
import { absencesOf, openCell, openDifference, type CellOf } from './matrixActions'
import { accountName, eventWords, quote, type WordSources } from '#shared/domain/matrix/matrixWords'

const say = messagesOf('matrix')

/** What the selected cell rests on, and what can be done about it. */
export function CellDetail({ selected, words }: { selected: CellOf; words: WordSources }) {
  const { row, account, cell } = selected
  const caseId = words.of.id
  const look = cellLook(cell, account)
  const subjects = absencesOf(selected)
  const [difference] = cell.differences
  const isStatement = row.event.type === 'statement'
  const event = eventWords(row.event, words)
  const [openKey, differenceKey, absenceKey] = [
    useKeyHint('matrix.open'),
    useKeyHint('matrix.difference'),
    useKeyHint('matrix.not-mentioned')
  ]
  return (
    <section tabIndex={-1} className={styles['detail']} aria-label={say('selectedCell')}>
      <header className={styles['header']}>
        <h2 className={styles['event']}>{[event.title, event.time].join(' ')}</h2>
        <p className={styles['account']} data-tone={look.tone}>
          {accountName(account, words)}:{' '}
          <b className={styles['state']}>
            <look.icon aria-hidden className={styles['icon']} />
            {look.word}
          </b>
        </p>
      </header>
      <div className={styles['ground']}>
        {isStatement && <p>{event.detail}</p>}
        <Ground cell={cell} words={words} />
      </div>
      <div className={styles['actions']}>
        {difference !== undefined && (
          <Button icon={Scale} {...differenceKey} onClick={() => openDifference(caseId, difference.key)}>
            {say('openDifference')}
          </Button>
        )}
        {subjects.length > 0 && (
          <Button icon={SearchX} {...absenceKey} onClick={() => void recordAbsences(caseId, subjects)}>
            {isStatement ? say('noSuchMoment') : say('notMentioned')}
          </Button>
        )}
        {cell.links.length === 0 && cell.absences.length > 0 && <TakeBack absences={cell.absences} />}
        <Button variant="primary" icon={subjects.length > 0 ? Link2 : Play} {...openKey} onClick={() => openCell(caseId, selected)}>
          {subjects.length > 0 ? say('linkWords') : say('openInWorkbench')}
        </Button>
      </div>
    </section>
  )
}

function TakeBack({ absences }: { absences: readonly Absence[] }) {
  const takeBack = async () => {
    for (const { id } of absences) await takeBackAbsence(id)
  }
  return (
    <Button icon={Undo2} title={say('takeBackHint')} onClick={() => void takeBack()}>
      {say('takeBack')}
    </Button>
  )
}

/** Differences first, then the linked words. */
function Ground({ cell, words }: { cell: MatrixCell; words: WordSources }) {
  const passages = useCaseStore((store) => store.passages)
  if (cell.differences.length + cell.links.length === 0) return <p className={styles['plain']}>{plainWords(cell)}</p>
  return (
    <ul className={styles['list']}>
      {cell.differences.map(({ key, kind, summary, status, isReopened }) => (
        <li key={key} className={styles['line']} title={summary}>
          <Badge tone={differenceTone(kind)}>{words.codebook.differenceKinds.find(({ id }) => id === kind)?.label ?? kind}</Badge>
          <span className={styles['words']}>{summary}</span>
          <span className={styles['status']}>{isReopened ? say('openedAgain') : say('settledAs', { status })}</span>
        </li>
      ))}
      {cell.links.map((link) => (
        <li key={link.id} className={styles['line']}>
          <Badge tone={judgementLook[link.judgement].tone}>{judgementLook[link.judgement].label}</Badge>
          <span className={styles['words']}>{quote(passages.get(link.passageId)?.anchor.exact ?? '')}</span>
        </li>
      ))}
    </ul>
  )
}

function plainWords({ state, gap, cameras }: MatrixCell): string {
  switch (state) {
    case 'not-compared':
      return say('plainNotCompared')
    case 'silent':
      return say('plainSilent')
    case 'cannot-check':
      return say('plainCannotCheck', { gap: gap ?? say('noCameraCould') })
    case 'no-basis':
      return say('plainNoBasis')
    default:
      return cameras === null ? say('plainStated') : say('plainShown')
  }
}
