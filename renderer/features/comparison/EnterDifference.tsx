import { useState } from 'react'
import { messagesOf } from '#shared/messages/messagesOf'
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
import { useDraft } from '../../stores/deskStore'
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

const say = messagesOf('comparison')

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
  const { text: description, change: setDescription, done: forget } = useDraft(`entered difference ${of.id}`, '')
  const [error, setError] = useState('')
  // A judgement alone is found from its link; nobody enters it.
  const kinds = codebook.differenceKinds.filter(({ id }) => id !== 'judged')
  const rule = codebook.differenceKinds.find(({ id }) => id === kind)?.rule ?? ''

  const save = async () => {
    const parsed = reasonSchema.safeParse(description)
    if (!parsed.success) {
      setError(description.trim() === '' ? say('sayWhatDiffers') : saidAgain('validation', parsed.error.issues[0]?.message ?? ''))
      return
    }
    const span = isSpanChosen ? evidence.span : null
    const draft = { caseId: of.id, kind, tagIds: [...tagIds], passageIds: [...passageIds], span, description: parsed.data }
    if ((await useSessionStore.getState().write(() => connection().client.differences.enter(draft))) !== null) {
      forget()
      onClose()
    }
  }
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={say('enterDifference')}
      isClosedOnlyByButton={description !== ''}
      footer={
        <>
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button variant="primary" onClick={() => void save()}>
            {say('enterIt')}
          </Button>
        </>
      }
    >
      <Select
        label={say('kind')}
        hint={rule}
        value={kind}
        onValueChange={setKind}
        options={kinds.map(({ id, label }) => ({ value: id, label }))}
      />
      <TextArea label={say('whatDiffers')} rows={3} value={description} error={error} onValueChange={setDescription} autoFocus />
      <fieldset className={styles['choices']}>
        <legend className={styles['legend']}>{say('restsOnMoments')}</legend>
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
        <legend className={styles['legend']}>{say('restsOnPassages')}</legend>
        {evidence.span !== null && (
          <Checkbox
            label={text.status === 'ready' ? `“${text.text.text.slice(evidence.span.start, evidence.span.end)}”` : say('selectedWords')}
            hint={say('selectedWordsHint')}
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
        {passages.size === 0 && evidence.span === null && <p className={styles['legend']}>{say('noPassages')}</p>}
      </fieldset>
    </Dialog>
  )
}

function toggled<Id>(ids: ReadonlySet<Id>, id: Id): ReadonlySet<Id> {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return next
}
