import { Link2, SearchX, VideoOff } from 'lucide-react'
import { messagesOf } from '#shared/messages/messagesOf'
import type { Case, Person } from '#shared/model/case'
import type { Codebook } from '#shared/model/codebookSchema'
import type { NotCompared, WaitsFor } from '#shared/model/comparison'
import { useCaseStore } from '../../stores/caseStore'
import { recordAbsences } from '../../stores/absenceActions'
import { useSelectionStore } from '../../stores/selectionStore'
import { useSessionStore } from '../../stores/sessionStore'
import { showTag } from '../../stores/showTag'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { describeStatement } from '../../ui/statementWords'
import { Side } from './DifferenceDetail'
import styles from './DifferenceDetail.module.css'
import { FootageEvidence } from './FootageEvidence'
import { ReportEvidence } from './ReportEvidence'

const say = messagesOf('comparison')

const waitingWords = { 'place-uncertain': 'placeUncertain', 'place-not-found': 'placeNotFound' } as const satisfies Record<WaitsFor, string>

interface NotComparedDetailProps {
  of: Case
  pair: NotCompared
  people: ReadonlyMap<string, Person>
  codebook: Codebook
  onNext: () => void
}

/** A pair of accounts that nobody has compared yet, with what can be said of it. */
export function NotComparedDetail({ of, pair, people, codebook, onNext }: NotComparedDetailProps) {
  const tag = useCaseStore((store) => (pair.kind === 'tag-in-report' ? store.tags.get(pair.tagId) : undefined))
  const statement = useCaseStore((store) => (pair.kind === 'statement-on-footage' ? store.statements.get(pair.statementId) : undefined))
  const reportId = pair.kind === 'tag-in-report' ? pair.reportId : (statement?.reportId ?? null)
  const isTag = pair.kind === 'tag-in-report'
  const waitsFor = pair.kind === 'statement-on-footage' ? pair.waitsFor : undefined
  const record = async () => {
    if (await recordAbsences(of.id, [pair])) onNext()
  }
  const openInWorkbench = () => {
    useSessionStore.getState().go({ screen: 'case', caseId: of.id, view: 'workbench' })
    useSelectionStore.getState().select({ reportId, passageId: statement?.passageId ?? null, linkId: null, span: null })
    if (tag !== undefined) showTag(tag)
  }
  return (
    <article className={styles['detail']} data-tone="neutral">
      <header className={styles['header']}>
        <p className={styles['kind']}>
          <b className={styles['label']}>{say('notCompared')}</b>
        </p>
        <h1 className={styles['summary']}>
          {waitsFor !== undefined ? say(waitingWords[waitsFor]) : isTag ? say('noLookInReport') : say('noLookOnFootage')}
        </h1>
        <p className={styles['rule']}>{waitsFor === undefined ? say('silence') : say('waits')}</p>
      </header>
      <div className={styles['actions']}>
        <Button variant="primary" icon={Link2} onClick={openInWorkbench}>
          {waitsFor === undefined ? say('workbenchToLink') : say('workbenchToLook')}
        </Button>
        {waitsFor === undefined && (
          <Button icon={SearchX} onClick={() => void record()}>
            {isTag ? say('notMentioned') : say('noSuchMoment')}
          </Button>
        )}
      </div>
      <div className={styles['sides']}>
        <Side title={say('onFootage')}>
          {tag === undefined ? (
            <EmptyState icon={VideoOff} title={say('noMomentTied')}>
              {waitsFor === undefined ? say('noMomentTiedHint') : say('waitsHint')}
            </EmptyState>
          ) : (
            <FootageEvidence of={of} tagIds={[tag.id]} people={people} codebook={codebook} />
          )}
        </Side>
        <Side title={say('inReport')}>
          {statement !== undefined && <p>{describeStatement(statement, of, people, codebook)}</p>}
          <ReportEvidence
            of={of}
            reportId={reportId}
            passageIds={statement === undefined ? [] : [statement.passageId]}
            spans={[]}
            people={people}
            codebook={codebook}
          />
        </Side>
      </div>
    </article>
  )
}
