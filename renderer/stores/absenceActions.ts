import { messagesOf } from '#shared/messages/messagesOf'
import type { AbsenceSubject } from '#shared/model/comparison'
import type { AbsenceId, CaseId } from '#shared/model/ids'
import { connection } from '../app/connection'
import { useSessionStore } from './sessionStore'

const say = messagesOf('reports')

/** Records that the other account was looked for and not found; all of them are one gesture. Answers true where it was done. */
export async function recordAbsences(caseId: CaseId, subjects: AbsenceSubject[]): Promise<boolean> {
  const { write } = useSessionStore.getState()
  return (await write(() => connection().client.absences.create({ caseId, subjects, note: '' }))) !== null
}

/** Takes back that the other account was not found: it is not compared again. Answers true where it was done. */
export async function takeBackAbsence(absenceId: AbsenceId): Promise<boolean> {
  const { write } = useSessionStore.getState()
  return (await write(() => connection().client.absences.withdraw({ absenceId, reason: say('takenBack') }))) !== null
}
