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
  return {
    case: found,
    people: await read.listOfCase('person', caseId),
    footage: await read.listOfCase('footage', caseId),
    tags: await read.listOfCase('tag', caseId),
    reports: await read.listOfCase('report', caseId),
    passages: await read.listOfCase('passage', caseId),
    statements: await read.listOfCase('statement', caseId),
    links: await read.listOfCase('link', caseId),
    absences: await read.listOfCase('absence', caseId),
    enteredDifferences: await read.listOfCase('enteredDifference', caseId),
    dispositions: await read.listOfCase('disposition', caseId),
    viewings: await read.listOfCase('viewing', caseId),
    fileChecks: await read.listOfCase('fileCheck', caseId)
  }
}
