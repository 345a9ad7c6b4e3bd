import type { CaseSnapshot } from '#shared/model/entities'
import type { CaseId } from '#shared/model/ids'
import { ProblemError, problemWords } from '#shared/rpc/problem'
import type { ReadableStore } from '../storage'

/** Every record of a case, withdrawn ones too. Throws `not_found`. */
export async function readCaseRecords(
  read: ReadableStore,
  caseId: CaseId
): Promise<Omit<CaseSnapshot, 'sequence' | 'undoLabel' | 'redoLabel'>> {
  const found = await read.get('case', caseId)
  if (found === null) throw new ProblemError('not_found', problemWords('noSuchCase'), { subjectId: caseId })
  const records = await read.recordsOfCase(caseId)
  return {
    case: found,
    people: records.of('person'),
    footage: records.of('footage'),
    tags: records.of('tag'),
    reports: records.of('report'),
    passages: records.of('passage'),
    statements: records.of('statement'),
    links: records.of('link'),
    absences: records.of('absence'),
    enteredDifferences: records.of('enteredDifference'),
    dispositions: records.of('disposition'),
    viewings: records.of('viewing'),
    fileChecks: records.of('fileCheck')
  }
}
