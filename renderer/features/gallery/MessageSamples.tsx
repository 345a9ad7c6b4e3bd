import { Folder } from 'lucide-react'
import { useState } from 'react'
import { messagesOf } from '#shared/messages/messagesOf'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { EmptyState } from '../../ui/EmptyState'
import { ProblemNote } from '../../ui/ProblemNote'
import { ProgressBar } from '../../ui/ProgressBar'
import { ReasonDialog } from '../../ui/ReasonDialog'
import { Waiting } from '../../ui/Waiting'
import { Sample } from './Sample'

const say = messagesOf('gallery')
const nothing = () => undefined

/** What tells how things stand: progress, waiting, nothing yet, problems and dialogs. */
export function MessageSamples() {
  const [open, setOpen] = useState<'dialog' | 'reason' | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      <Sample name={say('progress')}>
        <ProgressBar value={0.4} label={say('known')} />
        <ProgressBar value={null} label={say('unknown')} />
        <Waiting>{say('waiting')}</Waiting>
      </Sample>
      <Sample name={say('empty')}>
        <EmptyState icon={Folder} title={say('emptyTitle')} action={<Button variant="primary">{say('emptyAction')}</Button>}>
          {say('emptyText')}
        </EmptyState>
      </Sample>
      <Sample name={say('problems')}>
        <ProblemNote
          problem={{ code: 'internal', what: say('problemWhat'), kept: say('problemKept'), todo: say('problemTodo'), subjectId: null }}
          onDismiss={nothing}
          action={<Button size="small">{say('problemAction')}</Button>}
        />
      </Sample>
      <Sample name={say('dialogs')}>
        <Button onClick={() => setOpen('dialog')}>{say('dialog')}</Button>
        <Button onClick={() => setOpen('reason')}>{say('reasonDialog')}</Button>
        <Dialog
          open={open === 'dialog'}
          onOpenChange={close}
          title={say('dialog')}
          description={say('emptyText')}
          footer={<Button onClick={close}>{say('one')}</Button>}
        />
        <ReasonDialog
          open={open === 'reason'}
          onOpenChange={close}
          title={say('reasonDialog')}
          confirmLabel={say('one')}
          onConfirm={() => Promise.resolve(true)}
        />
      </Sample>
    </>
  )
}
