import type { ComparisonInput } from '#shared/domain/differences/comparisonInput'
import type { Codebook } from '#shared/model/codebookSchema'
import type { CaseId } from '#shared/model/ids'
import { readFormAccounts } from '../reports'
import type { ReadableStore } from '../storage'
import { readCaseRecords } from './readCaseRecords'

/** Every record of a case, withdrawn ones too, and all else that is compared. Throws `not_found`. */
export async function readComparisonInput(
  read: ReadableStore,
  caseId: CaseId,
  codebook: Codebook
): Promise<Awaited<ReturnType<typeof readCaseRecords>> & ComparisonInput> {
  return { ...(await readCaseRecords(read, caseId)), formAccounts: await readFormAccounts(read, caseId, codebook) }
}
