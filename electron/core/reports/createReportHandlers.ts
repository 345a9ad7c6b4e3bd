import path from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { reportIdSchema } from '#shared/model/ids'
import type { ReportDraft } from '#shared/model/report'
import { ProblemError, problemWords } from '#shared/rpc/problem'
import { englishOf } from '#shared/messages/messagesOf'
import type { CoreContext } from '../context'
import { requireActive, touchedFields } from '../ledger'
import { os } from '../rpc/implementer'
import { loadReport, loadRequestSchema } from './loadReport'
import { readReportText } from './passages'
import { replaceReport, replaceRequestSchema } from './replaceReport'
import { listOlderReadings, requireOlderReading, rereadReport, rereadRequestSchema } from './rereadReport'

const inLedger = englishOf('labels')

/** Reports: load, describe, replace, read, read again. */
export function createReportHandlers(core: CoreContext) {
  const { store, ledger, jobs, codebook, now } = core

  function requireValid(draft: ReportDraft): void {
    if (!codebook.reportTypes.some((type) => type.id === draft.type)) {
      throw new ProblemError('invalid_input', problemWords('reportTypeUnknown', { type: draft.type }))
    }
    if (draft.authorId === null && draft.authorName === '') {
      throw new ProblemError('invalid_input', problemWords('reportWithoutAuthor'))
    }
  }

  const startLoad = jobs.define({
    kind: 'load-report',
    request: loadRequestSchema,
    isResumable: true,
    run: async (request, progress) => (await loadReport(core, request, progress)).id
  })

  const startReplace = jobs.define({
    kind: 'replace-report',
    request: replaceRequestSchema,
    isResumable: true,
    run: async (request, progress) => (await replaceReport(core, request, progress)).id
  })

  const startReread = jobs.define({
    kind: 'reread-report',
    request: rereadRequestSchema,
    isResumable: true,
    run: async (request, progress) => (await rereadReport(core, request, progress)).id
  })

  return {
    load: os.reports.load.handler(async ({ input, context }) => {
      await requireActive(store, 'case', input.caseId)
      requireValid(input.draft)
      const sourcePath = core.grants.pathOf(input.grantId)
      const request = { id: reportIdSchema.parse(uuidv7()), user: context.user, caseId: input.caseId, sourcePath, draft: input.draft }
      return startLoad({ caseId: input.caseId, label: path.basename(sourcePath), request })
    }),
    update: os.reports.update.handler(async ({ input, context }) => {
      requireValid(input.draft)
      const { result } = await ledger.write({
        actor: context.user,
        action: 'reports.update',
        plan: async (read) => {
          const before = await requireActive(read, 'report', input.reportId)
          if (input.draft.authorId !== null && input.draft.authorId !== before.authorId)
            await requireActive(read, 'person', input.draft.authorId)
          const after = { ...before, ...input.draft, ...touchedFields(context.user, now()) }
          return {
            caseId: after.caseId,
            changes: [{ entity: 'report', before, after }],
            label: inLedger('changeReport', { fileName: after.fileName }),
            result: after
          }
        }
      })
      return result
    }),
    withdraw: os.reports.withdraw.handler(({ input, context }) =>
      ledger.withdraw({
        actor: context.user,
        action: 'reports.withdraw',
        entity: 'report',
        id: input.reportId,
        reason: input.reason,
        labelOf: (record) => inLedger('withdrawReport', { fileName: record.fileName })
      })
    ),
    replace: os.reports.replace.handler(async ({ input, context }) => {
      const { id, caseId } = await requireActive(store, 'report', input.reportId)
      const sourcePath = core.grants.pathOf(input.grantId)
      const request = { user: context.user, reportId: id, sourcePath }
      return startReplace({ caseId, subjectId: id, label: path.basename(sourcePath), request })
    }),
    reread: os.reports.reread.handler(async ({ input, context }) => {
      const { id, caseId, fileName } = await requireOlderReading(store, await requireActive(store, 'report', input.reportId))
      return startReread({ caseId, subjectId: id, label: fileName, request: { user: context.user, reportId: id } })
    }),
    olderReadings: os.reports.olderReadings.handler(async ({ input: { caseId } }) => listOlderReadings(store, caseId)),
    text: os.reports.text.handler(async ({ input: { reportId, sha256 } }) =>
      readReportText(store, await requireActive(store, 'report', reportId), { sha256 })
    )
  }
}
