import { v7 as uuidv7 } from 'uuid'
import { isOfPresentText } from '#shared/domain/reportVersions'
import type { Absence, AbsenceSubject } from '#shared/model/comparison'
import { absenceIdSchema, type CaseId } from '#shared/model/ids'
import { ProblemError, problemWords } from '#shared/rpc/problem'
import { englishOf } from '#shared/messages/messagesOf'
import type { CoreContext } from '../context'
import { bornFields, requireActive } from '../ledger'
import { os } from '../rpc/implementer'
import type { ReadableStore } from '../storage'

const inLedger = englishOf('labels')

/** Absences: a reviewer looked for the other account of something and found none. */
export function createAbsenceHandlers({ ledger, now }: CoreContext) {
  return {
    create: os.absences.create.handler(async ({ input, context }) => {
      const { result } = await ledger.write({
        actor: context.user,
        action: 'absences.create',
        plan: async (read) => {
          const { id: caseId } = await requireActive(read, 'case', input.caseId)
          const reports = new Map((await read.listOfCase('report', caseId)).map((report) => [report.id as string, report]))
          const known = new Set(
            (await read.listOfCase('absence', caseId))
              .filter((one) => one.withdrawn === null && isOfPresentText(one, reports))
              .map((one) => keyOf(one.subject))
          )
          const born = bornFields(context.user, now())
          const rows: Absence[] = []
          for (const subject of input.subjects) {
            await requireOfCase(read, caseId, subject)
            if (known.has(keyOf(subject))) continue
            known.add(keyOf(subject))
            rows.push({ id: absenceIdSchema.parse(uuidv7()), caseId, subject, note: input.note, ...born })
          }
          return {
            caseId,
            changes: rows.map((after) => ({ entity: 'absence' as const, before: null, after })),
            label:
              rows.length === 1
                ? inLedger(rows[0]?.subject.kind === 'statement-on-footage' ? 'absentStatement' : 'absentTag')
                : inLedger('absentSeveral', { count: rows.length }),
            result: rows
          }
        }
      })
      return result
    }),
    withdraw: os.absences.withdraw.handler(({ input, context }) =>
      ledger.withdraw({
        actor: context.user,
        action: 'absences.withdraw',
        entity: 'absence',
        id: input.absenceId,
        reason: input.reason,
        labelOf: () => inLedger('withdrawAbsence')
      })
    )
  }
}

function keyOf(subject: AbsenceSubject): string {
  return subject.kind === 'tag-in-report' ? `${subject.tagId} ${subject.reportId}` : subject.statementId
}

async function requireOfCase(read: ReadableStore, caseId: CaseId, subject: AbsenceSubject): Promise<void> {
  const records =
    subject.kind === 'tag-in-report'
      ? [await requireActive(read, 'tag', subject.tagId), await requireActive(read, 'report', subject.reportId)]
      : [await requireActive(read, 'statement', subject.statementId)]
  if (records.some((record) => record.caseId !== caseId)) {
    throw new ProblemError('invalid_input', problemWords('notOfThisCase'))
  }
}
