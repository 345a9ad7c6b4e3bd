import { readFormAccount } from '#shared/domain/differences/readFormAccount'
import { isActive } from '#shared/domain/records'
import type { Codebook } from '#shared/model/codebookSchema'
import type { FormAccount } from '#shared/model/comparison'
import type { CaseId } from '#shared/model/ids'
import type { ReadableStore } from '../storage'

/** What the forms among the active reports of a case say in their boxes and in their narrative; by the newest text of each. */
export async function readFormAccounts(read: ReadableStore, caseId: CaseId, codebook: Codebook): Promise<FormAccount[]> {
  const reports = (await read.listOfCase('report', caseId)).filter(isActive)
  if (reports.length === 0) return []
  const texts = (await read.listOfCase('reportText', caseId)).filter(isActive)
  return reports.flatMap(({ id }) => {
    const text = texts.findLast(({ reportId }) => reportId === id)
    const account = text === undefined ? null : readFormAccount(text, codebook)
    return account === null ? [] : [account]
  })
}
