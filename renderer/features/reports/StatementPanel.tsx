import { messagesOf } from '#shared/messages/messagesOf'
import { X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { Case, Person } from '#shared/model/case'
import type { Codebook } from '#shared/model/codebookSchema'
import {
  statementKindSchema,
  type PassageSpan,
  type ReadStatement,
  type Report,
  type Statement,
  type StatementDraft
} from '#shared/model/report'
import { statementKindLabels } from '#shared/domain/statementKindLabels'
import { useDraft } from '../../stores/deskStore'
import { Button } from '../../ui/Button'
import { Checkbox } from '../../ui/Checkbox'
import { Chip } from '../../ui/Chip'
import { fixedKeys } from '../../ui/fixedKeys'
import { IconButton } from '../../ui/IconButton'
import { PersonPicker } from '../../ui/PersonPicker'
import { Select } from '../../ui/Select'
import { TextArea } from '../../ui/TextArea'
import { TextField } from '../../ui/TextField'
import { Quote, ReaderFound, Suggestion } from './StatementReading'
import { draftFromForm, emptyStatementForm, formFromReading, formFromStatement, type StatementForm } from './statementForm'
import styles from './StatementPanel.module.css'
import { useReadings } from './useReadings'

const say = messagesOf('reports')

interface StatementPanelProps {
  of: Case
  report: Report
  people: readonly Person[]
  codebook: Codebook
  span: PassageSpan
  quote: string
  /** The statement to change; null for a new one. */
  statement: Statement | null
  /** Takes the draft and what the reader had found that it began as; answers true where it was saved. */
  onSave: (draft: StatementDraft, readAs: ReadStatement | null) => Promise<boolean>
  onClose: () => void
}

/** What a passage asserts, entered by the reviewer; what the reader makes of the words is a suggestion that says what it rests on. */
export function StatementPanel({ of, report, people, codebook, span, quote, statement, onSave, onClose }: StatementPanelProps) {
  const [form, setForm] = useState<StatementForm>(() => (statement === null ? emptyStatementForm : formFromStatement(statement, of)))
  const subject = statement?.id ?? `${report.id} ${span.start}-${span.end}`
  const note = useDraft(`statement ${subject} note`, statement?.note ?? '')
  const count = useDraft(`statement ${subject} count`, form.count)
  const statedTime = useDraft(`statement ${subject} time`, form.statedTime)
  const [isTouched, setTouched] = useState(false)
  const readings = useReadings(span)
  const [chosen, setChosen] = useState<ReadStatement | null>(null)
  const [problems, setProblems] = useState<ReadonlyMap<string, string>>(new Map())
  const panel = useRef<HTMLElement>(null)
  const isNew = statement === null

  useEffect(() => {
    panel.current?.focus()
  }, [])

  const follow = (reading: ReadStatement) => {
    setForm((old) => ({ ...formFromReading(reading, people, report), note: old.note }))
    setChosen(reading)
  }
  // What was typed gives way to a reading that is chosen by hand.
  const choose = (reading: ReadStatement) => {
    count.done()
    statedTime.done()
    follow(reading)
  }
  const typing = (field: { change: (text: string) => void }) => (text: string) => {
    setTouched(true)
    field.change(text)
  }
  const first = readings?.status === 'read' ? readings.found[0] : undefined
  // Fills the form once, and only while nobody has entered anything.
  if (isNew && !isTouched && chosen === null && first !== undefined) follow(first)

  const change = (part: Partial<StatementForm>) => {
    setTouched(true)
    setForm({ ...form, ...part })
  }
  // Saved or given up: what was typed waits only where neither was said, as in a crash.
  const close = () => {
    for (const { done } of [note, count, statedTime]) done()
    onClose()
  }
  const save = async () => {
    const typed = { note: note.text, count: count.text, statedTime: statedTime.text }
    const { draft, problems: found } = draftFromForm({ ...form, ...typed }, of)
    setProblems(found ?? new Map())
    if (draft !== null && (await onSave(draft, chosen))) close()
  }
  const offeredTypes = form.kind === 'force' ? codebook.forceTypes.filter(({ id }) => !form.types.includes(id)) : []

  return (
    <section
      ref={panel}
      className={styles['panel']}
      aria-label={say('statement')}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === fixedKeys.close) close()
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save()
        event.stopPropagation()
      }}
    >
      <header className={styles['header']}>
        <h3>{isNew ? say('markStatement') : say('changeStatement')}</h3>
        <IconButton icon={X} label={say('close')} keyHint={fixedKeys.close} size="small" onClick={close} />
      </header>
      <div className={styles['body']}>
        <Quote quote={quote} start={span.start} reading={chosen ?? statement?.readAs ?? null} />
        {statement !== null && <ReaderFound statement={statement} of={of} people={people} report={report} codebook={codebook} />}
        {readings !== null && <Suggestion readings={readings} chosen={chosen} onFollow={choose} />}
        <Select
          label={say('fieldKind')}
          value={form.kind}
          onValueChange={(kind) => change({ kind })}
          options={statementKindSchema.options.map((value) => ({ value, label: statementKindLabels[value] }))}
        />
        {offeredTypes.length > 0 && (
          <Select
            label={say('fieldTypes')}
            value=""
            onValueChange={(type) => change({ types: [...form.types, type] })}
            options={[{ value: '', label: say('addType') }, ...offeredTypes.map(({ id, label }) => ({ value: id, label }))]}
          />
        )}
        {form.types.length > 0 && (
          <div role="group" aria-label={say('typesChosen')} className={styles['types']}>
            {form.types.map((type) => {
              const label = codebook.forceTypes.find(({ id }) => id === type)?.label ?? type
              return (
                <Chip
                  key={type}
                  removeLabel={say('remove', { what: label })}
                  onRemove={() => change({ types: form.types.filter((one) => one !== type) })}
                >
                  {label}
                </Chip>
              )
            })}
          </div>
        )}
        <div className={styles['pair']}>
          <Select
            label={say('fieldBodyArea')}
            value={form.bodyArea}
            onValueChange={(bodyArea) => change({ bodyArea })}
            options={[{ value: '', label: say('areaNotStated') }, ...codebook.bodyAreas.map(({ id, label }) => ({ value: id, label }))]}
          />
          <TextField
            label={say('fieldCount')}
            inputMode="numeric"
            value={count.text}
            error={problems.get('count')}
            onValueChange={typing(count)}
          />
          <TextField
            label={say('fieldTime')}
            placeholder={say('timePlaceholder')}
            value={statedTime.text}
            error={problems.get('statedTime')}
            onValueChange={typing(statedTime)}
          />
        </div>
        <PersonPicker label={say('fieldActor')} people={people} value={form.actorIds} onChange={(actorIds) => change({ actorIds })} />
        <PersonPicker label={say('fieldTarget')} people={people} value={form.targetIds} onChange={(targetIds) => change({ targetIds })} />
        <Checkbox label={say('isDenied')} isChecked={form.isNegated} onCheckedChange={(isNegated) => change({ isNegated })} />
        <Checkbox label={say('isHearsay')} isChecked={form.isHearsay} onCheckedChange={(isHearsay) => change({ isHearsay })} />
        <Checkbox label={say('isUncertain')} isChecked={form.isUncertain} onCheckedChange={(isUncertain) => change({ isUncertain })} />
        <TextArea label={say('note')} rows={2} value={note.text} error={problems.get('note')} onValueChange={typing(note)} />
      </div>
      <footer className={styles['footer']}>
        <Button onClick={close}>{say('cancel')}</Button>
        <Button variant="primary" keyHint={fixedKeys.saveForm} onClick={() => void save()}>
          {say('save')}
        </Button>
      </footer>
    </section>
  )
}
