import { useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { fnv1a } from '#shared/domain/differences/fingerprint'
import { messagesOf } from '#shared/messages/messagesOf'
import { dispositionStatusSchema, type Difference, type DispositionStatus } from '#shared/model/comparison'
import type { CaseId } from '#shared/model/ids'
import { reasonSchema } from '#shared/model/primitives'
import { saidAgain } from '#shared/messages/readBack'
import { useCommands, useKeyHint, type Command } from '../../app/commands'
import { CommandKeys } from '../../app/CommandKeys'
import { Kbd } from '../../ui/Kbd'
import { useCaseStore } from '../../stores/caseStore'
import { useDraft } from '../../stores/deskStore'
import { Button } from '../../ui/Button'
import { SegmentedControl } from '../../ui/SegmentedControl'
import { TextArea } from '../../ui/TextArea'
import styles from './DispositionForm.module.css'
import { dispositionLabel } from './dispositionWords'
import { planRecentReasons, walkReasons } from './planRecentReasons'
import { ReopenedNote } from './ReopenedNote'

const say = messagesOf('comparison')

interface DispositionFormProps {
  caseId: CaseId
  difference: Difference
  /** Answers true where it was saved. */
  onSave: (status: DispositionStatus, reason: string) => Promise<boolean>
  onNext: (settledAs: DispositionStatus) => void
  /** Out of the field, back to where keys are commands. */
  onLeaveField: () => void
}

/** A reviewer's judgement of a difference, always with its reason. Nothing is judged until it is saved; what is half written is kept. */
export function DispositionForm({ caseId, difference, onSave, onNext, onLeaveField }: DispositionFormProps) {
  // A key may be longer than the name of a draft.
  const name = `difference ${caseId} ${fnv1a(difference.key)}-${fnv1a(`${difference.key}.`)}`
  const statusDraft = useDraft(`${name} status`, difference.status)
  const reasonDraft = useDraft(`${name} reason`, difference.isReopened ? '' : difference.reason)
  const parsedStatus = dispositionStatusSchema.safeParse(statusDraft.text)
  const status = parsedStatus.success ? parsedStatus.data : difference.status
  const reason = reasonDraft.text
  const [error, setError] = useState('')
  const [isBusy, setBusy] = useState(false)
  const isChanged = status !== difference.status || reason !== difference.reason
  const dispositions = useCaseStore((store) => store.dispositions)
  const recent = useMemo(() => planRecentReasons(dispositions.values()), [dispositions])
  const field = useRef<HTMLElement>(null)

  const toReason = () => {
    const text = field.current?.querySelector('textarea')
    text?.focus()
    text?.setSelectionRange(text.value.length, text.value.length)
  }
  const save = async (isLeaving: boolean) => {
    if (isBusy || !isChanged) return
    const parsed = reasonSchema.safeParse(reason)
    if (!parsed.success) {
      setError(reason.trim() === '' ? say('reasonMissing') : saidAgain('validation', parsed.error.issues[0]?.message ?? ''))
      toReason()
      return
    }
    setError('')
    setBusy(true)
    const isSaved = await onSave(status, parsed.data)
    setBusy(false)
    if (!isSaved) return
    statusDraft.done()
    reasonDraft.done()
    if (isLeaving) onNext(status)
  }

  const now = useRef({ save, toReason, statusDraft })
  useLayoutEffect(() => {
    now.current = { save, toReason, statusDraft }
  })
  useCommands(
    useMemo((): Command[] => {
      const latest = () => now.current
      return [
        ...dispositionStatusSchema.options.map((option): Command => ({
          id: `comparison.status-${option}`,
          run: () => {
            latest().statusDraft.change(option)
            // What is typed next is the reason; it must not be taken for other keys.
            if (option !== 'open') latest().toReason()
          }
        })),
        { id: 'comparison.save', run: () => latest().save(true) }
      ]
    }, [])
  )
  const keyInReason = (event: KeyboardEvent) => {
    const walked = event.key === 'ArrowUp' || event.key === 'ArrowDown' ? walkReasons(recent, reason, event.key) : null
    if (walked !== null) {
      event.preventDefault()
      reasonDraft.change(walked)
    } else if (event.key === 'Escape') {
      event.stopPropagation()
      onLeaveField()
    }
  }
  return (
    <section ref={field} className={styles['form']} aria-label={say('disposition')}>
      {difference.isReopened && <ReopenedNote difference={difference} />}
      <div className={styles['row']}>
        <SegmentedControl
          label={say('disposition')}
          value={status}
          onValueChange={statusDraft.change}
          options={dispositionStatusSchema.options.map((value) => ({
            value,
            label: (
              <span className={styles['choice']}>
                {dispositionLabel(value)}
                <span aria-hidden className={styles['key']}>
                  <CommandKeys id={`comparison.status-${value}`} />
                </span>
              </span>
            )
          }))}
        />
        <div className={styles['buttons']}>
          <Button
            variant="primary"
            disabled={isBusy || !isChanged}
            title={isChanged ? undefined : say('saveHint')}
            {...useKeyHint('comparison.save')}
            onClick={() => void save(true)}
          >
            {say('saveAndNext')}
          </Button>
          <Button disabled={isBusy || !isChanged} onClick={() => void save(false)}>
            {say('save')}
          </Button>
        </div>
      </div>
      <TextArea
        label={say('reason')}
        placeholder={say('reasonPlaceholder')}
        rows={2}
        value={reason}
        error={error}
        onValueChange={reasonDraft.change}
        onKeyDown={keyInReason}
      />
      {recent.length > 0 && (
        <div className={styles['recent']} role="group" aria-label={say('recentReasons')}>
          <span aria-hidden className={styles['hint']}>
            {say('recentReasons')} <Kbd keys="ArrowUp" />
          </span>
          {recent.map((one) => (
            <button key={one} type="button" className={styles['reason']} title={one} onClick={() => reasonDraft.change(one)}>
              <span className={styles['reasonWords']}>{one}</span>
            </button>
          ))}
        </div>
      )}
    </section>
  )
}
