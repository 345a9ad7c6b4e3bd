import { v7 as uuidv7 } from 'uuid'
import { findDifferences } from '#shared/domain/differences/findDifferences'
import { checksNotIntact } from '#shared/domain/planFileChecks'
import { watchedShares } from '#shared/domain/watched'
import type { Case, CaseDraft } from '#shared/model/case'
import { caseIdSchema, type CaseId } from '#shared/model/ids'
import { ProblemError } from '#shared/rpc/problem'
import type { CoreContext } from '../context'
import { bornFields, requireActive, touchedFields } from '../ledger'
import { os } from '../rpc/implementer'
import { readCaseRecords } from './readCaseRecords'
import { readComparisonInput } from './readComparisonInput'

/** Cases: list, make, change, withdraw, open. `onOpened` is told of each case that a person opens, and must not throw. */
export function createCaseHandlers({ store, ledger, codebook, now }: CoreContext, onOpened: (caseId: CaseId) => void) {
  const summaries = new Map<CaseId, { sequence: number; summary: Awaited<ReturnType<typeof summarise>> }>()

  async function summarise(found: Case) {
    const records = await readComparisonInput(store, found.id, codebook)
    const { differences, notCompared } = findDifferences(records, codebook)
    const countActive = (rows: readonly { withdrawn: unknown }[]) => rows.filter((row) => row.withdrawn === null).length
    return {
      case: found,
      footageCount: countActive(records.footage),
      reportCount: countActive(records.reports),
      tagCount: countActive(records.tags),
      openDifferenceCount: differences.filter((difference) => difference.status === 'open').length,
      notComparedCount: notCompared.length,
      watched: watchedShares(records.viewings, records.footage),
      notIntactCount: checksNotIntact(records.fileChecks, [...records.footage, ...records.reports]).length
    }
  }

  /** A case's counts hold until its next ledger entry. */
  async function summaryOf(found: Case) {
    const sequence = await store.lastSequenceOfCase(found.id)
    const known = summaries.get(found.id)
    if (known?.sequence === sequence) return known.summary
    const summary = await summarise(found)
    summaries.set(found.id, { sequence, summary })
    return summary
  }

  return {
    list: os.cases.list.handler(async () => {
      const active = (await store.listAll('case')).filter((found) => found.withdrawn === null)
      return Promise.all(active.reverse().map(summaryOf))
    }),
    create: os.cases.create.handler(async ({ input, context }) => {
      requireSpan(input)
      const { result } = await ledger.write({
        actor: context.user,
        action: 'cases.create',
        plan: () => {
          const after = { ...input, id: caseIdSchema.parse(uuidv7()), isDemonstration: false, ...bornFields(context.user, now()) }
          return Promise.resolve({
            caseId: after.id,
            changes: [{ entity: 'case', before: null, after }],
            label: `Create case ${after.incidentNumber}`,
            result: after
          })
        }
      })
      return result
    }),
    update: os.cases.update.handler(async ({ input, context }) => {
      requireSpan(input.draft)
      const { result } = await ledger.write({
        actor: context.user,
        action: 'cases.update',
        plan: async (read) => {
          const before = await requireActive(read, 'case', input.caseId)
          const after = { ...before, ...input.draft, ...touchedFields(context.user, now()) }
          return {
            caseId: after.id,
            changes: [{ entity: 'case', before, after }],
            label: `Change case ${after.incidentNumber}`,
            result: after
          }
        }
      })
      return result
    }),
    withdraw: os.cases.withdraw.handler(({ input, context }) =>
      ledger.withdraw({
        actor: context.user,
        action: 'cases.withdraw',
        entity: 'case',
        id: input.caseId,
        reason: input.reason,
        labelOf: (record) => `Withdraw case ${record.incidentNumber}`
      })
    ),
    get: os.cases.get.handler(async ({ input, context }) => {
      // The sequence is read first: a change that comes between is then in the events as well, never in neither.
      const sequence = (await store.lastEntry())?.sequence ?? 0
      const records = await readCaseRecords(store, input.caseId)
      return { sequence, ...records, ...(await ledger.reversible(context.user, input.caseId)) }
    }),
    recordViewing: os.cases.recordViewing.handler(async ({ input, context }) => {
      const { entry } = await ledger.write({
        actor: context.user,
        action: 'cases.recordViewing',
        kind: 'view',
        plan: async (read) => {
          const found = await requireActive(read, 'case', input.caseId)
          return { caseId: found.id, changes: [], label: `Open case ${found.incidentNumber}`, result: null }
        }
      })
      onOpened(input.caseId)
      return { sequence: entry.sequence }
    })
  }
}

function requireSpan(draft: CaseDraft): void {
  if (draft.endsAt < draft.startsAt) {
    throw new ProblemError('range_reversed', 'The incident ends before it starts.', 'Correct the start or the end.')
  }
}
