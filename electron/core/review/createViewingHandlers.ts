import { v7 as uuidv7 } from 'uuid'
import { formatFootageTime } from '#shared/domain/time'
import { viewingIdSchema } from '#shared/model/ids'
import type { User } from '#shared/model/ledger'
import type { ViewedStretch, Viewing } from '#shared/model/viewing'
import { ProblemError, problemWords } from '#shared/rpc/problem'
import { englishOf } from '#shared/messages/messagesOf'
import type { CoreContext } from '../context'
import { bornFields, requireActive, touchedFields } from '../ledger'
import { os } from '../rpc/implementer'

const inLedger = englishOf('labels')

/** What each reviewer watched. */
export function createViewingHandlers({ ledger, now }: CoreContext) {
  return {
    record: os.viewings.record.handler(async ({ input, context }) => {
      const { stretch, viewingId } = input
      const { result } = await ledger.write({
        actor: context.user,
        action: 'viewings.record',
        kind: 'view',
        plan: async (read) => {
          const footage = await requireActive(read, 'footage', stretch.footageId)
          if (stretch.endUs < stretch.startUs) {
            throw new ProblemError('range_reversed', problemWords('stretchReversed'))
          }
          if (stretch.endUs > footage.probe.durationUs) {
            throw new ProblemError('time_outside_footage', problemWords('stretchPastEnd'))
          }
          const before = viewingId === null ? null : await requireActive(read, 'viewing', viewingId)
          if (before !== null) requireGrowth(before, stretch, context.user)
          const after: Viewing =
            before === null
              ? {
                  ...stretch,
                  id: viewingIdSchema.parse(uuidv7()),
                  caseId: footage.caseId,
                  userId: context.user.id,
                  userName: context.user.name,
                  ...bornFields(context.user, now())
                }
              : { ...before, endUs: stretch.endUs, ...touchedFields(context.user, now()) }
          return {
            caseId: after.caseId,
            changes: [{ entity: 'viewing', before, after }],
            label: inLedger('watch', {
              fileName: footage.fileName,
              start: formatFootageTime(after.startUs),
              end: formatFootageTime(after.endUs),
              rate: after.rate,
              sound: after.isMuted ? 'off' : 'on'
            }),
            result: after
          }
        }
      })
      return result
    })
  }
}

/** A viewing only ever grows at its end, and only by whoever it belongs to. */
function requireGrowth(before: Viewing, stretch: ViewedStretch, user: User): void {
  const isSame =
    before.userId === user.id &&
    before.footageId === stretch.footageId &&
    before.startUs === stretch.startUs &&
    before.rate === stretch.rate &&
    before.isMuted === stretch.isMuted &&
    before.startedAt === stretch.startedAt
  if (isSame && stretch.endUs >= before.endUs) return
  throw new ProblemError('invalid_input', problemWords('otherStretch'), { subjectId: before.id })
}
