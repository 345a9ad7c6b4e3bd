import type { Case } from '#shared/model/case'
import { messagesOf } from '#shared/messages/messagesOf'
import { connection } from '../../app/connection'
import { useSessionStore } from '../../stores/sessionStore'
import { ReasonDialog } from '../../ui/ReasonDialog'

const say = messagesOf('library')

/** Takes a case out of the list, with a reason; nothing of it is deleted. */
export function WithdrawCaseDialog({ target, onClose, onDone }: { target: Case; onClose: () => void; onDone: () => void }) {
  return (
    <ReasonDialog
      open
      onOpenChange={(open) => open || onClose()}
      title={say('withdrawTitle', { incident: target.incidentNumber })}
      description={say('withdrawText')}
      confirmLabel={say('withdrawCase')}
      onConfirm={async (reason) => {
        const done = await useSessionStore.getState().write(() => connection().client.cases.withdraw({ caseId: target.id, reason }))
        if (done !== null) onDone()
        return done !== null
      }}
    />
  )
}
