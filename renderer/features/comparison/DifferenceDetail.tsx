import { UserPen } from 'lucide-react'
import type { ReactNode } from 'react'
import { messagesOf } from '#shared/messages/messagesOf'
import type { Case, Person } from '#shared/model/case'
import type { Codebook } from '#shared/model/codebookSchema'
import type { Difference, DispositionStatus, Evidence } from '#shared/model/comparison'
import { Badge } from '../../ui/Badge'
import { differenceTone } from '../../ui/differenceTone'
import styles from './DifferenceDetail.module.css'
import { DispositionForm } from './DispositionForm'
import evidenceStyles from './Evidence.module.css'
import { FootageEvidence } from './FootageEvidence'
import { ReportEvidence } from './ReportEvidence'

const say = messagesOf('comparison')

interface DifferenceDetailProps {
  of: Case
  difference: Difference
  people: ReadonlyMap<string, Person>
  codebook: Codebook
  onSave: (status: DispositionStatus, reason: string) => Promise<boolean>
  onNext: (settledAs: DispositionStatus) => void
  onLeaveField: () => void
}

/** One difference: what differs by which rule, the evidence of both sides, and the reviewer's disposition. */
export function DifferenceDetail({ of, difference, people, codebook, onSave, onNext, onLeaveField }: DifferenceDetailProps) {
  const label = codebook.differenceKinds.find(({ id }) => id === difference.kind)?.label ?? difference.kind
  const names = difference.personIds.flatMap((id) => people.get(id)?.name ?? [])
  return (
    <article className={styles['detail']} data-tone={differenceTone(difference.kind)}>
      <header className={styles['header']}>
        <p className={styles['kind']}>
          <b className={styles['label']}>{label}</b>
          {difference.origin === 'entered' && (
            <Badge>
              <UserPen aria-hidden className={styles['icon']} /> {say('enteredByReviewer')}
            </Badge>
          )}
          {difference.isReopened && <Badge tone="differ">{say('openedAgain')}</Badge>}
          {names.length > 0 && <span className={styles['names']}>{names.join(', ')}</span>}
        </p>
        <h1 className={styles['summary']}>{difference.summary}</h1>
        <p className={styles['rule']}>
          <b className={styles['ruleWord']}>{say('rule')}</b> {difference.rule}
        </p>
      </header>
      <div className={styles['sides']}>
        {difference.sides.map((side, index) => (
          <EvidenceSide key={index} of={of} side={side} people={people} codebook={codebook} />
        ))}
      </div>
      <DispositionForm caseId={of.id} difference={difference} onSave={onSave} onNext={onNext} onLeaveField={onLeaveField} />
    </article>
  )
}

const accountTitles = { footage: 'onFootage', report: 'inReport', none: 'noAccount' } as const satisfies Record<Evidence['account'], string>

function EvidenceSide({
  of,
  side,
  people,
  codebook
}: {
  of: Case
  side: Evidence
  people: ReadonlyMap<string, Person>
  codebook: Codebook
}) {
  return (
    <Side title={say(accountTitles[side.account])}>
      <p className={evidenceStyles['says']}>{side.says}</p>
      {side.tagIds.length > 0 && <FootageEvidence of={of} tagIds={side.tagIds} people={people} codebook={codebook} />}
      {(side.passageIds.length > 0 || side.reportId !== null) && (
        <ReportEvidence
          of={of}
          reportId={side.reportId}
          passageIds={side.passageIds}
          spans={side.spans ?? []}
          people={people}
          codebook={codebook}
        />
      )}
    </Side>
  )
}

/** One of the two panels. */
export function Side({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={evidenceStyles['side']} aria-label={title}>
      <h2 className={evidenceStyles['title']}>{title}</h2>
      {children}
    </section>
  )
}
