import { Link2, SearchX, VideoOff } from 'lucide-react'
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

const waitingWords: Readonly<Record<WaitsFor, string>> = {
  'place-uncertain': 'The words of this statement changed, or stand elsewhere, in the present text of its report.',
  'place-not-found': 'The words of this statement were not found in the present text of its report.'
}

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
          <b className={styles['label']}>Not compared</b>
        </p>
        <h1 className={styles['summary']}>
          {waitsFor !== undefined
            ? waitingWords[waitsFor]
            : isTag
              ? 'Nobody has looked for this moment in this report yet.'
              : 'Nobody has looked for this statement on footage yet.'}
        </h1>
        <p className={styles['rule']}>
          {waitsFor === undefined
            ? 'Silence is not agreement: until somebody looks, nothing is said about it.'
            : 'Until a person says where its words stand, or that they are gone, it is not compared.'}
        </p>
      </header>
      <div className={styles['actions']}>
        <Button variant="primary" icon={Link2} onClick={openInWorkbench}>
          {waitsFor === undefined ? 'Open in workbench to link' : 'Open in workbench to look at its passage'}
        </Button>
        {waitsFor === undefined && (
          <Button icon={SearchX} onClick={() => void record()}>
            {isTag ? 'Not mentioned in this report' : 'No such moment on footage'}
          </Button>
        )}
      </div>
      <div className={styles['sides']}>
        <Side title="On footage">
          {tag === undefined ? (
            <EmptyState icon={VideoOff} title="No moment is tied to these words">
              {waitsFor === undefined
                ? 'Watch the footage for it in the workbench. Then link the words to the moment, or record that there is no such moment.'
                : 'They can be compared with footage once it is said where they stand.'}
            </EmptyState>
          ) : (
            <FootageEvidence of={of} tagIds={[tag.id]} people={people} codebook={codebook} />
          )}
        </Side>
        <Side title="In the report">
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
