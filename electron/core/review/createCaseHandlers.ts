import { createHash } from 'node:crypto'
import { setImmediate as letOthersGoOn } from 'node:timers/promises'
import { v7 as uuidv7 } from 'uuid'
import { caseMarksOf } from '#shared/domain/caseMarks'
import { findDifferences } from '#shared/domain/differences/findDifferences'
import { checksNotIntact } from '#shared/domain/planFileChecks'
import { isActive } from '#shared/domain/records'
import { watchedShares } from '#shared/domain/watched'
import type { CaseDraft } from '#shared/model/case'
import { caseCountsSchema, type CaseCounts, type CaseSummary } from '#shared/model/caseSummary'
import { caseIdSchema, type CaseId } from '#shared/model/ids'
import { ProblemError, problemWords } from '#shared/rpc/problem'
import { englishOf } from '#shared/messages/messagesOf'
import type { CoreContext } from '../context'
import { bornFields, requireActive, touchedFields } from '../ledger'
import { os } from '../rpc/implementer'
import { readCaseRecords } from './readCaseRecords'
import { readComparisonInput } from './readComparisonInput'

const inLedger = englishOf('labels')

/** Rises when something is counted otherwise than before. */
const countsVersion = 1
/** Written together, since each write waits for the disk. */
const keptAtOnce = 50

/** Cases: list, make, change, withdraw, open. `onOpened` is told of each case that a person opens, and must not throw. */
export function createCaseHandlers({ store, ledger, codebook, now }: CoreContext, onOpened: (caseId: CaseId) => void) {
  const countedBy = `${countsVersion} ${createHash('sha256').update(JSON.stringify(codebook)).digest('hex').slice(0, 16)}`

  async function count(caseId: CaseId): Promise<CaseCounts> {
    const records = await readComparisonInput(store, caseId, codebook)
    const { differences, notCompared } = findDifferences(records, codebook)
    const footage = records.footage.filter(isActive)
    return {
      footageCount: footage.length,
      reportCount: records.reports.filter(isActive).length,
      tagCount: records.tags.filter(isActive).length,
      openDifferenceCount: differences.filter((difference) => difference.status === 'open').length,
      notComparedCount: notCompared.length,
      watched: watchedShares(records.viewings, records.footage),
      notIntactCount: checksNotIntact(records.fileChecks, [...records.footage, ...records.reports]).length,
      coverFootageId: footage[0]?.id ?? null,
      marks: caseMarksOf(records, codebook)
    }
  }

  /** The counts of cases, each counted anew only where one of its records has changed. */
  async function countsOf(caseIds: readonly CaseId[]): Promise<ReadonlyMap<CaseId, CaseCounts>> {
    const kept = await store.caseCounts(countedBy)
    const counts = new Map<CaseId, CaseCounts>()
    let fresh: Parameters<typeof store.putCaseCounts>[1][number][] = []
    const keep = async () => {
      await store.putCaseCounts(countedBy, fresh)
      fresh = []
    }
    for (const caseId of caseIds) {
      const known = caseCountsSchema.safeParse(kept.get(caseId)?.counts)
      const own = known.success ? known.data : await count(caseId)
      counts.set(caseId, own)
      if (known.success) continue
      // What changes while it is counted changes the sequence too, and these counts are then not taken for true.
      fresh.push({ caseId, changedSequence: kept.get(caseId)?.changedSequence ?? 0, counts: own })
      if (fresh.length >= keptAtOnce) await keep()
      // Others have their turn between one case and the next.
      await letOthersGoOn()
    }
    if (fresh.length > 0) await keep()
    return counts
  }

  return {
    list: os.cases.list.handler(async () => {
      const active = (await store.listAll('case')).filter(isActive)
      const counts = await countsOf(active.map(({ id }) => id))
      return active.reverse().flatMap((found): CaseSummary[] => {
        const own = counts.get(found.id)
        return own === undefined ? [] : [{ case: found, ...own }]
      })
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
            label: inLedger('createCase', { incident: after.incidentNumber }),
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
            label: inLedger('changeCase', { incident: after.incidentNumber }),
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
        labelOf: (record) => inLedger('withdrawCase', { incident: record.incidentNumber })
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
          return { caseId: found.id, changes: [], label: inLedger('openCase', { incident: found.incidentNumber }), result: null }
        }
      })
      onOpened(input.caseId)
      return { sequence: entry.sequence }
    })
  }
}

function requireSpan(draft: CaseDraft): void {
  if (draft.endsAt < draft.startsAt) {
    throw new ProblemError('range_reversed', problemWords('incidentReversed'))
  }
}
