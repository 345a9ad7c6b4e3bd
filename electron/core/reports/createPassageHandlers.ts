import type { Passage, Report } from '#shared/model/report'
import { ProblemError } from '#shared/rpc/problem'
import type { CoreContext } from '../context'
import { requireActive, touchedFields } from '../ledger'
import { os } from '../rpc/implementer'
import type { ReadableStore } from '../storage'
import { anchorOf, quoteOf, readReportText } from './passages'
import { withoutRefinding } from './planRefindings'

/** Passages of replaced reports: a person says where they stand now, or that they are no longer there. */
export function createPassageHandlers({ ledger, now }: CoreContext) {
  return {
    confirm: os.passages.confirm.handler(async ({ input, context }) => {
      const { result } = await ledger.write({
        actor: context.user,
        action: 'passages.confirm',
        plan: async (read) => {
          const { before, report } = await requireWaiting(read, input.passageId)
          if (input.span.reportId !== report.id)
            throw new ProblemError('invalid_input', 'These words are of another report.', `Choose words of ${report.fileName}.`)
          const anchor = anchorOf(report, await readReportText(read, report), input.span)
          const after = { ...withoutRefinding(before), anchor, ...touchedFields(context.user, now()) }
          const label = `Passage ${quoteOf(before)} is now ${quoteOf(after)}`
          return { caseId: before.caseId, changes: [{ entity: 'passage', before, after }], label, result: after }
        }
      })
      return result
    }),
    markLost: os.passages.markLost.handler(async ({ input, context }) => {
      const { result } = await ledger.write({
        actor: context.user,
        action: 'passages.markLost',
        plan: async (read) => {
          const { before, report } = await requireWaiting(read, input.passageId)
          const after: Passage = { ...before, refinding: { state: 'lost', isSettled: true }, ...touchedFields(context.user, now()) }
          const label = `Passage ${quoteOf(before)} is no longer in ${report.fileName}`
          return { caseId: before.caseId, changes: [{ entity: 'passage', before, after }], label, result: after }
        }
      })
      return result
    })
  }
}

/** A passage whose place is not certain, with its report. Throws `stale_write` where it is. */
async function requireWaiting(read: ReadableStore, passageId: string): Promise<{ before: Passage; report: Report }> {
  const before = await requireActive(read, 'passage', passageId)
  const report = await requireActive(read, 'report', before.reportId)
  if (before.refinding === undefined) {
    throw new ProblemError('stale_write', 'The place of this passage is certain already.', 'Look at the report again.', {
      subjectId: before.id
    })
  }
  return { before, report }
}
