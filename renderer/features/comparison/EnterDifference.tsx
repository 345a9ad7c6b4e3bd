import { useState } from 'react'
import type { Case } from '#shared/model/case'
import type { Codebook } from '#shared/model/codebookSchema'
import type { DifferenceKind } from '#shared/model/comparison'
import type { PassageId, TagId } from '#shared/model/ids'
import { reasonSchema } from '#shared/model/primitives'
import type { PassageSpan } from '#shared/model/report'
import { describeTag } from '#shared/domain/records'
import { connection } from '../../app/connection'
import { useCaseClock } from '../../stores/caseClock'
import { useCaseStore } from '../../stores/caseStore'
import { useReportText } from '../../stores/reportTextStore'
import { useSessionStore } from '../../stores/sessionStore'
import { Button } from '../../ui/Button'
import { Checkbox } from '../../ui/Checkbox'
import { Dialog } from '../../ui/Dialog'
import { Select } from '../../ui/Select'
import { tagTime } from '#shared/domain/tagWords'
import { saidAgain } from '#shared/messages/readBack'
import { TextArea } from '../../ui/TextArea'
import styles from './EnterDifference.module.css'
import { planDraftEvidence } from './planDraftEvidence'

interface EnterDifferenceProps {
  of: Case
  codebook: Codebook
  /** What is chosen when the form opens. */
  initial: { tagIds: readonly TagId[]; span: PassageSpan | null }
  onClose: () => void
}

/** A difference that a reviewer saw: its kind, what it rests on, and in words what differs. */
export function EnterDifference({ of, codebook, initial, onClose }: EnterDifferenceProps) {
  const tags = useCaseStore((store) => store.tags)
  const clock = useCaseClock()
  const passages = useCaseStore((store) => store.passages)
  const [kind, setKind] = useState<DifferenceKind>(codebook.differenceKinds[0]?.id ?? 'not-in-report')
  const [tagIds, setTagIds] = useState<ReadonlySet<TagId>>(new Set(initial.tagIds))
  const [evidence] = useState(() => planDraftEvidence(initial.span, passages.values()))
  const [passageIds, setPassageIds] = useState<ReadonlySet<PassageId>>(new Set(evidence.passageIds))
  const [isSpanChosen, setSpanChosen] = useState(true)
  const text = useReportText(evidence.span?.reportId ?? null)
  const [description, setDescription] = useState('')
  const [error, setError] = useState('')
  // A judgement alone is found from its link; nobody enters it.
  const kinds = codebook.differenceKinds.filter(({ id }) => id !== 'judged')
  const rule = codebook.differenceKinds.find(({ id }) => id === kind)?.rule ?? ''

  const save = async () => {
    const parsed = reasonSchema.safeParse(description)
    if (!parsed.success) {
      setError(description.trim() === '' ? 'Say in words what differs.' : saidAgain('validation', parsed.error.issues[0]?.message ?? ''))
      return
    }
    const span = isSpanChosen ? evidence.span : null
    const draft = { caseId: of.id, kind, tagIds: [...tagIds], passageIds: [...passageIds], span, description: parsed.data }
    if ((await useSessionStore.getState().write(() => connection().client.differences.enter(draft))) !== null) onClose()
  }
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title="Enter a difference"
      isClosedOnlyByButton={description !== ''}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" onClick={() => void save()}>
            Enter the difference
          </Button>
        </>
      }
    >
      <Select
        label="Kind"
        hint={rule}
        value={kind}
        onValueChange={setKind}
        options={kinds.map(({ id, label }) => ({ value: id, label }))}
      />
      <TextArea label="What differs" rows={3} value={description} error={error} onValueChange={setDescription} autoFocus />
      <fieldset className={styles['choices']}>
        <legend className={styles['legend']}>Moments on footage that it rests on</legend>
        {[...tags.values()]
          .filter((tag) => tag.withdrawn === null)
          .sort((a, b) => a.startUs - b.startUs)
          .map((tag) => (
            <Checkbox
              key={tag.id}
              label={`${describeTag(tag, codebook)} · ${tagTime(tag, clock, of)}`}
              isChecked={tagIds.has(tag.id)}
              onCheckedChange={() => setTagIds(toggled(tagIds, tag.id))}
            />
          ))}
      </fieldset>
      <fieldset className={styles['choices']}>
        <legend className={styles['legend']}>Passages that it rests on</legend>
        {evidence.span !== null && (
          <Checkbox
            label={text.status === 'ready' ? `“${text.text.text.slice(evidence.span.start, evidence.span.end)}”` : 'The words you selected'}
            hint="the words you selected"
            isChecked={isSpanChosen}
            onCheckedChange={() => setSpanChosen(!isSpanChosen)}
          />
        )}
        {[...passages.values()]
          .filter((passage) => passage.withdrawn === null && passage.refinding === undefined)
          .map((passage) => (
            <Checkbox
              key={passage.id}
              label={`“${passage.anchor.exact}”`}
              isChecked={passageIds.has(passage.id)}
              onCheckedChange={() => setPassageIds(toggled(passageIds, passage.id))}
            />
          ))}
        {passages.size === 0 && evidence.span === null && (
          <p className={styles['legend']}>No passages yet. Select words of a report in the workbench first.</p>
        )}
      </fieldset>
    </Dialog>
  )
}

function toggled<Id>(ids: ReadonlySet<Id>, id: Id): ReadonlySet<Id> {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return next
}
