import type { Change } from '#shared/model/entities'
import type { User } from '#shared/model/ledger'
import type { Passage, Refinding, Report, StatementReadAnew } from '#shared/model/report'
import { ProblemError, problemWords } from '#shared/rpc/problem'
import { englishOf } from '#shared/messages/messagesOf'
import type { CoreContext } from '../context'
import { requireActive, touchedFields } from '../ledger'
import { os } from '../rpc/implementer'
import type { ReadableStore } from '../storage'
import { createStatementChecks } from './createStatementChecks'
import { anchorOf, quoteOf, readReportText } from './passages'
import { withoutRefinding } from './planRefindings'

const inLedger = englishOf('labels')

/** Passages of reports with another text than before: a person says where they stand now, or that they are no longer there. */
export function createPassageHandlers({ ledger, codebook, now }: CoreContext) {
  const { requireValid, requireFound } = createStatementChecks(codebook)

  /** The changes that put what a person took of the new reading into the statements of a passage. */
  async function planReadAnew(
    read: ReadableStore,
    { id: passageId, anchor }: Passage,
    text: string,
    readAnew: readonly StatementReadAnew[],
    by: User
  ): Promise<Change[]> {
    const changes: Change[] = []
    for (const { statementId, draft, readAs } of readAnew) {
      const before = await requireActive(read, 'statement', statementId)
      if (before.passageId !== passageId) {
        throw new ProblemError('invalid_input', problemWords('statementElsewhere'))
      }
      await requireValid(read, before.caseId, draft, before)
      requireFound(text, anchor, readAs)
      changes.push({ entity: 'statement', before, after: { ...before, ...draft, readAs, ...touchedFields(by, now()) } })
    }
    return changes
  }

  return {
    confirm: os.passages.confirm.handler(async ({ input, context }) => {
      const { result } = await ledger.write({
        actor: context.user,
        action: 'passages.confirm',
        plan: async (read) => {
          const { before, report } = await requireWaiting(read, input.passageId)
          if (input.span.reportId !== report.id)
            throw new ProblemError('invalid_input', problemWords('wordsOfAnotherReport', { fileName: report.fileName }))
          const text = await readReportText(read, report)
          const anchor = anchorOf(report, text, input.span)
          const after = { ...withoutRefinding(before), anchor, ...touchedFields(context.user, now()) }
          const statements = await planReadAnew(read, after, text.text, input.readAnew, context.user)
          const words = { before: quoteOf(before), after: quoteOf(after) }
          const count = statements.length
          const label = count === 0 ? inLedger('passageIsNow', words) : inLedger('passageIsNowReadAnew', { ...words, count })
          return { caseId: before.caseId, changes: [{ entity: 'passage', before, after }, ...statements], label, result: after }
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
          const nearest = before.refinding.state === 'lost' ? before.refinding.nearest : undefined
          const refinding: Refinding = { state: 'lost', isSettled: true, ...(nearest === undefined ? {} : { nearest }) }
          const after: Passage = { ...before, refinding, ...touchedFields(context.user, now()) }
          const label = inLedger('passageLost', { passage: quoteOf(before), fileName: report.fileName })
          return { caseId: before.caseId, changes: [{ entity: 'passage', before, after }], label, result: after }
        }
      })
      return result
    })
  }
}

/** A passage whose place is not certain, with its report. Throws `stale_write` where it is. */
async function requireWaiting(
  read: ReadableStore,
  passageId: string
): Promise<{ before: Passage & { refinding: Refinding }; report: Report }> {
  const before = await requireActive(read, 'passage', passageId)
  const report = await requireActive(read, 'report', before.reportId)
  const { refinding } = before
  if (refinding === undefined) {
    throw new ProblemError('stale_write', problemWords('placeCertain'), { subjectId: before.id })
  }
  return { before: { ...before, refinding }, report }
}
