import type { Case } from '#shared/model/case'
import { connection } from '../../app/connection'
import { useSessionStore } from '../../stores/sessionStore'
import { ReasonDialog } from '../../ui/ReasonDialog'

/** Takes a case out of the list, with a reason; nothing of it is deleted. */
export function WithdrawCaseDialog({ target, onClose, onDone }: { target: Case; onClose: () => void; onDone: () => void }) {
  return (
    <ReasonDialog
      open
      onOpenChange={(open) => open || onClose()}
      title={`Withdraw case ${target.incidentNumber}`}
      description="The case leaves the list. Its records and files stay as they are, and the ledger keeps the reason."
      confirmLabel="Withdraw the case"
      onConfirm={async (reason) => {
        const done = await useSessionStore.getState().write(() => connection().client.cases.withdraw({ caseId: target.id, reason }))
        if (done !== null) onDone()
        return done !== null
      }}
    />
  )
}
