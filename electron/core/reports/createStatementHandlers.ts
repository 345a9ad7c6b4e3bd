import { v7 as uuidv7 } from 'uuid'
import { statementIdSchema } from '#shared/model/ids'
import { englishOf } from '#shared/messages/messagesOf'
import type { CoreContext } from '../context'
import { bornFields, requireActive, touchedFields } from '../ledger'
import { os } from '../rpc/implementer'
import { createStatementChecks } from './createStatementChecks'
import { createReportReadings } from './createReportReadings'
import { planPassage, quoteOf, readReportText } from './passages'

const inLedger = englishOf('labels')

/** Statements: what a reviewer says a passage asserts. */
export function createStatementHandlers({ store, ledger, codebook, now }: CoreContext) {
  const { readSpan, requireValid, requireFound } = createStatementChecks(codebook)
  const readings = createReportReadings(codebook)

  return {
    read: os.statements.read.handler(async ({ input }) => {
      const { text } = await readReportText(store, await requireActive(store, 'report', input.span.reportId))
      return readSpan(text, input.span)
    }),
    // Not in pages: 5,000 statements in one report are 2 MB, read in 0.4 s between other work, once for each text.
    ofReport: os.statements.ofReport.handler(async ({ input }) =>
      readings.of(await readReportText(store, await requireActive(store, 'report', input.reportId)))
    ),
    create: os.statements.create.handler(async ({ input, context }) => {
      const { result } = await ledger.write({
        actor: context.user,
        action: 'statements.create',
        plan: async (read) => {
          const { passage, report, changes } = await planPassage(read, input.span, context.user, now())
          await requireValid(read, report.caseId, input.draft, null)
          if (input.readAs !== undefined) requireFound((await readReportText(read, report)).text, input.span, input.readAs)
          const after = {
            ...input.draft,
            id: statementIdSchema.parse(uuidv7()),
            caseId: report.caseId,
            passageId: passage.id,
            reportId: report.id,
            ...(input.readAs === undefined ? {} : { readAs: input.readAs }),
            ...bornFields(context.user, now())
          }
          return {
            caseId: after.caseId,
            changes: [...changes, { entity: 'statement', before: null, after }],
            label: inLedger('markStatement', { passage: quoteOf(passage) }),
            result: after
          }
        }
      })
      return result
    }),
    update: os.statements.update.handler(async ({ input, context }) => {
      const { result } = await ledger.write({
        actor: context.user,
        action: 'statements.update',
        plan: async (read) => {
          const before = await requireActive(read, 'statement', input.statementId)
          await requireValid(read, before.caseId, input.draft, before)
          const after = { ...before, ...input.draft, ...touchedFields(context.user, now()) }
          return {
            caseId: after.caseId,
            changes: [{ entity: 'statement', before, after }],
            label: inLedger('changeStatement'),
            result: after
          }
        }
      })
      return result
    }),
    withdraw: os.statements.withdraw.handler(({ input, context }) =>
      ledger.withdraw({
        actor: context.user,
        action: 'statements.withdraw',
        entity: 'statement',
        id: input.statementId,
        reason: input.reason,
        labelOf: () => inLedger('withdrawStatement')
      })
    )
  }
}
