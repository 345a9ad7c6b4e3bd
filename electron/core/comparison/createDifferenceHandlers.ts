import { v7 as uuidv7 } from 'uuid'
import { findDifferences } from '#shared/domain/differences/findDifferences'
import { dispositionIdSchema, enteredDifferenceIdSchema } from '#shared/model/ids'
import { ProblemError, problemWords } from '#shared/rpc/problem'
import { englishOf } from '#shared/messages/messagesOf'
import type { CoreContext } from '../context'
import { bornFields, requireActive, touchedFields } from '../ledger'
import { planPassage, readFormAccounts } from '../reports'
import { readComparisonInput } from '../review'
import { os } from '../rpc/implementer'

const judgements = {
  open: 'judgedOpen',
  explained: 'judgedExplained',
  immaterial: 'judgedImmaterial',
  material: 'judgedMaterial',
  referred: 'judgedReferred'
} as const

const inLedger = englishOf('labels')

/** Differences: found anew at each asking, from the records alone; what people judge of them is recorded. */
export function createDifferenceHandlers({ store, ledger, codebook, now }: CoreContext) {
  return {
    forms: os.differences.forms.handler(({ input }) => readFormAccounts(store, input.caseId, codebook)),
    list: os.differences.list.handler(async ({ input }) =>
      findDifferences(await readComparisonInput(store, input.caseId, codebook), codebook)
    ),
    enter: os.differences.enter.handler(async ({ input, context }) => {
      const { result } = await ledger.write({
        actor: context.user,
        action: 'differences.enter',
        plan: async (read) => {
          const { id: caseId } = await requireActive(read, 'case', input.caseId)
          if (input.tagIds.length + input.passageIds.length === 0 && input.span === null) {
            throw new ProblemError('invalid_input', problemWords('withoutEvidence'))
          }
          for (const tagId of input.tagIds) await requireActive(read, 'tag', tagId)
          for (const passageId of input.passageIds) await requireActive(read, 'passage', passageId)
          const selected = input.span === null ? null : await planPassage(read, input.span, context.user, now())
          if (selected !== null && selected.report.caseId !== caseId)
            throw new ProblemError('invalid_input', problemWords('wordsOfAnotherCase'))
          const { kind, tagIds, description } = input
          const passageIds = [...new Set([...input.passageIds, ...(selected === null ? [] : [selected.passage.id])])]
          const id = enteredDifferenceIdSchema.parse(uuidv7())
          const after = { id, caseId, kind, tagIds, passageIds, description, ...bornFields(context.user, now()) }
          return {
            caseId,
            changes: [...(selected?.changes ?? []), { entity: 'enteredDifference', before: null, after }],
            label: inLedger('enterDifference', { kind }),
            result: after
          }
        }
      })
      return result
    }),
    dispose: os.differences.dispose.handler(async ({ input, context }) => {
      const { result } = await ledger.write({
        actor: context.user,
        action: 'differences.dispose',
        plan: async (read) => {
          const records = await readComparisonInput(read, input.caseId, codebook)
          const difference = findDifferences(records, codebook).differences.find((one) => one.key === input.key)
          if (difference === undefined) {
            throw new ProblemError('not_found', problemWords('differenceGone'))
          }
          const before = records.dispositions.find((one) => one.differenceKey === input.key) ?? null
          const judged = { differenceKey: input.key, fingerprint: difference.fingerprint, status: input.status, reason: input.reason }
          const after =
            before === null
              ? { id: dispositionIdSchema.parse(uuidv7()), caseId: input.caseId, ...judged, ...bornFields(context.user, now()) }
              : { ...before, ...judged, ...touchedFields(context.user, now()), withdrawn: null }
          return {
            caseId: input.caseId,
            changes: [{ entity: 'disposition', before, after }],
            label: inLedger(judgements[input.status], { kind: difference.kind }),
            result: after
          }
        }
      })
      return result
    })
  }
}
