import { v7 as uuidv7 } from 'uuid'
import type { PersonDraft } from '#shared/model/case'
import { personIdSchema } from '#shared/model/ids'
import { ProblemError, problemWords } from '#shared/rpc/problem'
import { englishOf } from '#shared/messages/messagesOf'
import type { CoreContext } from '../context'
import { bornFields, requireActive, touchedFields } from '../ledger'
import { os } from '../rpc/implementer'

const inLedger = englishOf('labels')

/** The people of a case. */
export function createPeopleHandlers({ ledger, now }: CoreContext) {
  return {
    create: os.people.create.handler(async ({ input, context }) => {
      requireOfficerFields(input.draft)
      const { result } = await ledger.write({
        actor: context.user,
        action: 'people.create',
        plan: async (read) => {
          const { id: caseId } = await requireActive(read, 'case', input.caseId)
          const after = { ...input.draft, id: personIdSchema.parse(uuidv7()), caseId, ...bornFields(context.user, now()) }
          return {
            caseId,
            changes: [{ entity: 'person', before: null, after }],
            label: inLedger('addPerson', { role: after.role, name: after.name }),
            result: after
          }
        }
      })
      return result
    }),
    update: os.people.update.handler(async ({ input, context }) => {
      requireOfficerFields(input.draft)
      const { result } = await ledger.write({
        actor: context.user,
        action: 'people.update',
        plan: async (read) => {
          const before = await requireActive(read, 'person', input.personId)
          const after = { ...before, ...input.draft, ...touchedFields(context.user, now()) }
          return {
            caseId: after.caseId,
            changes: [{ entity: 'person', before, after }],
            label: inLedger('changePerson', { role: after.role, name: after.name }),
            result: after
          }
        }
      })
      return result
    }),
    withdraw: os.people.withdraw.handler(({ input, context }) =>
      ledger.withdraw({
        actor: context.user,
        action: 'people.withdraw',
        entity: 'person',
        id: input.personId,
        reason: input.reason,
        labelOf: (record) => inLedger('withdrawPerson', { role: record.role, name: record.name })
      })
    )
  }
}

function requireOfficerFields(draft: PersonDraft): void {
  const hasOfficerFields = draft.rank !== '' || draft.badgeNumber !== '' || draft.shiftEndsAt !== null
  if (draft.role !== 'officer' && hasOfficerFields) {
    throw new ProblemError('invalid_input', problemWords('officersOnly'))
  }
}
