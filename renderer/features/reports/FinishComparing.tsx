import { messagesOf } from '#shared/messages/messagesOf'
import { useState } from 'react'
import type { TagId } from '#shared/model/ids'
import { Button } from '../../ui/Button'
import { Checkbox } from '../../ui/Checkbox'
import { Dialog } from '../../ui/Dialog'
import type { TagChoice } from './SpanBar'
import styles from './FinishComparing.module.css'

const say = messagesOf('reports')

interface FinishComparingProps {
  reportLabel: string
  /** The tags that nobody has compared with this report. */
  tags: readonly TagChoice[]
  /** Answers true where it was recorded. */
  onConfirm: (tagIds: TagId[]) => Promise<boolean>
  onClose: () => void
}

/** Records, in one gesture, that this report mentions none of the tags that are not linked to it. */
export function FinishComparing({ reportLabel, tags, onConfirm, onClose }: FinishComparingProps) {
  const [leftOut, setLeftOut] = useState<ReadonlySet<TagId>>(new Set())
  const [isBusy, setBusy] = useState(false)
  const chosen = tags.filter((tag) => !leftOut.has(tag.id))
  const confirm = async () => {
    setBusy(true)
    const isDone = await onConfirm(chosen.map((tag) => tag.id))
    setBusy(false)
    if (isDone) onClose()
  }
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={say('finishTitle')}
      description={say('finishText', { report: reportLabel })}
      footer={
        <>
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button variant="primary" disabled={isBusy || chosen.length === 0} onClick={() => void confirm()}>
            {say('recordNotMentioned', { count: chosen.length })}
          </Button>
        </>
      }
    >
      <ul className={styles['list']}>
        {tags.map((tag) => (
          <li key={tag.id}>
            <Checkbox
              label={tag.label}
              hint={tag.time}
              isChecked={!leftOut.has(tag.id)}
              onCheckedChange={(isChecked) => {
                const next = new Set(leftOut)
                if (isChecked) next.delete(tag.id)
                else next.add(tag.id)
                setLeftOut(next)
              }}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
