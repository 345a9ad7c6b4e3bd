import { v7 as uuidv7 } from 'uuid'
import { isDeepStrictEqual } from 'node:util'
import { moveReading } from '#shared/domain/statements/moveReading'
import { readStatements } from '#shared/domain/statements/readStatements'
import { statementIdSchema } from '#shared/model/ids'
import type { PassageSpan, ReadStatement, StatementDraft } from '#shared/model/report'
import { ProblemError } from '#shared/rpc/problem'
import type { CoreContext } from '../context'
import { bornFields, requireActive, touchedFields } from '../ledger'
import { os } from '../rpc/implementer'
import type { ReadableStore } from '../storage'
import { createReportReadings } from './createReportReadings'
import { planPassage, quoteOf, readReportText } from './passages'

/** Statements: what a reviewer says a passage asserts. */
export function createStatementHandlers({ store, ledger, codebook, now }: CoreContext) {
  async function requireValid(read: ReadableStore, caseId: string, draft: StatementDraft, former: StatementDraft | null): Promise<void> {
    const known = new Set([...(former?.actorIds ?? []), ...(former?.targetIds ?? [])])
    for (const personId of [...draft.actorIds, ...draft.targetIds]) {
      if (known.has(personId)) continue
      const person = await requireActive(read, 'person', personId)
      if (person.caseId !== caseId)
        throw new ProblemError('invalid_input', 'This person belongs to another case.', 'Choose a person of this case.')
    }
    const unknown = draft.types.filter((id) => !codebook.forceTypes.some((type) => type.id === id))
    if (draft.bodyArea !== null && !codebook.bodyAreas.some((area) => area.id === draft.bodyArea)) unknown.push(draft.bodyArea)
    if (unknown.length > 0) {
      throw new ProblemError('invalid_input', `The codebook does not know ${unknown.join(', ')}.`, 'Choose from the codebook.')
    }
  }

  const readings = createReportReadings(codebook)

  const readSpan = (text: string, { start, end }: PassageSpan): ReadStatement[] =>
    readStatements(text.slice(start, end), codebook).map((statement) => moveReading(statement, start))

  /** What a draft is said to have begun as must be what the reader finds: it is shown as such ever after. */
  async function requireFound(read: ReadableStore, span: PassageSpan, readAs: ReadStatement): Promise<void> {
    const { text } = await readReportText(read, await requireActive(read, 'report', span.reportId))
    if (readSpan(text, span).some((found) => isDeepStrictEqual(found, readAs))) return
    throw new ProblemError('invalid_input', 'The reader does not find this in these words.', 'Select the words again.')
  }

  return {
    read: os.statements.read.handler(async ({ input }) => {
      const { text } = await readReportText(store, await requireActive(store, 'report', input.span.reportId))
      return readSpan(text, input.span)
    }),
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
          if (input.readAs !== undefined) await requireFound(read, input.span, input.readAs)
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
            label: `Mark statement ${quoteOf(passage)}`,
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
          return { caseId: after.caseId, changes: [{ entity: 'statement', before, after }], label: 'Change statement', result: after }
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
        labelOf: () => 'Withdraw statement'
      })
    )
  }
}
