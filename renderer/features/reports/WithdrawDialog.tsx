import { messagesOf } from '#shared/messages/messagesOf'
import type { Link } from '#shared/model/comparison'
import type { Statement } from '#shared/model/report'
import { ReasonDialog } from '../../ui/ReasonDialog'
import { withdrawLink, withdrawStatement } from './reportActions'

const say = messagesOf('reports')

/** A link or a statement that is to be withdrawn. */
export type Withdrawn = { show: 'withdraw-link'; link: Link } | { show: 'withdraw-statement'; statement: Statement }

/** Asks why a link or a statement is withdrawn, and withdraws it. Open while there is one. */
export function WithdrawDialog({ what, onClose }: { what: Withdrawn | { show: string } | null; onClose: () => void }) {
  const link = what !== null && 'link' in what ? what.link : null
  const statement = what?.show === 'withdraw-statement' && 'statement' in what ? what.statement : null
  return (
    <ReasonDialog
      open={link !== null || statement !== null}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={link !== null ? say('withdrawLink') : say('withdrawStatement')}
      description={say('withdrawHint')}
      confirmLabel={say('withdraw')}
      onConfirm={async (reason) => {
        if (link !== null) return withdrawLink(link.id, reason)
        return statement === null ? false : withdrawStatement(statement.id, reason)
      }}
    />
  )
}
