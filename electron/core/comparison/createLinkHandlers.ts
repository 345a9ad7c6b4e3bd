import { v7 as uuidv7 } from 'uuid'
import { linkIdSchema } from '#shared/model/ids'
import { ProblemError, problemWords } from '#shared/rpc/problem'
import { englishOf } from '#shared/messages/messagesOf'
import type { CoreContext } from '../context'
import { bornFields, requireActive, touchedFields } from '../ledger'
import { planPassage, quoteOf } from '../reports'
import { os } from '../rpc/implementer'

const inLedger = englishOf('labels')

/** Links: a tag tied to a passage, with a judgement. */
export function createLinkHandlers({ ledger, now }: CoreContext) {
  return {
    create: os.links.create.handler(async ({ input, context }) => {
      const { result } = await ledger.write({
        actor: context.user,
        action: 'links.create',
        plan: async (read) => {
          const tag = await requireActive(read, 'tag', input.tagId)
          const { passage, report, changes } = await planPassage(read, input.span, context.user, now())
          if (report.caseId !== tag.caseId) throw new ProblemError('invalid_input', problemWords('tagAndReportApart'))
          const links = await read.listOfCaseWith('link', tag.caseId, { tagId: tag.id, passageId: passage.id })
          const twin = links.find((link) => link.withdrawn === null)
          if (twin !== undefined) {
            throw new ProblemError('stale_write', problemWords('linkedAlready'), { subjectId: twin.id })
          }
          const after = {
            id: linkIdSchema.parse(uuidv7()),
            caseId: tag.caseId,
            tagId: tag.id,
            passageId: passage.id,
            judgement: input.judgement,
            note: input.note,
            ...bornFields(context.user, now())
          }
          return {
            caseId: tag.caseId,
            changes: [...changes, { entity: 'link', before: null, after }],
            label: inLedger('link', { tag: tag.details.kind, passage: quoteOf(passage), judgement: input.judgement }),
            result: after
          }
        }
      })
      return result
    }),
    update: os.links.update.handler(async ({ input, context }) => {
      const { result } = await ledger.write({
        actor: context.user,
        action: 'links.update',
        plan: async (read) => {
          const before = await requireActive(read, 'link', input.linkId)
          const after = { ...before, judgement: input.judgement, note: input.note, ...touchedFields(context.user, now()) }
          return {
            caseId: after.caseId,
            changes: [{ entity: 'link', before, after }],
            label: inLedger('changeLink', { judgement: after.judgement }),
            result: after
          }
        }
      })
      return result
    }),
    withdraw: os.links.withdraw.handler(({ input, context }) =>
      ledger.withdraw({
        actor: context.user,
        action: 'links.withdraw',
        entity: 'link',
        id: input.linkId,
        reason: input.reason,
        labelOf: () => inLedger('withdrawLink')
      })
    )
  }
}
