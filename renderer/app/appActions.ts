import { messagesOf } from '#shared/messages/messagesOf'
import { useCaseStore } from '../stores/caseStore'
import { useDeskStore } from '../stores/deskStore'
import { useSessionStore, type CaseView } from '../stores/sessionStore'
import { connection } from './connection'
import { describeLabel } from '../stores/describeLabel'

const say = messagesOf('app')

/** Undoes the last gesture of this user in the open case, and says which it was. */
export async function undoLast(): Promise<void> {
  const { case: opened, undoLabel } = useCaseStore.getState()
  if (opened === null) return
  const { write, notify } = useSessionStore.getState()
  const line = await write(() => connection().client.ledger.undo({ caseId: opened.id }))
  if (line !== null) notify(say('undone', { what: describeLabel(undoLabel ?? line.label) }))
}

/** Does again what was undone last in the open case. */
export async function redoLast(): Promise<void> {
  const { case: opened, redoLabel } = useCaseStore.getState()
  if (opened === null) return
  const { write, notify } = useSessionStore.getState()
  const line = await write(() => connection().client.ledger.redo({ caseId: opened.id }))
  if (line !== null) notify(say('doneAgain', { what: describeLabel(redoLabel ?? line.label) }))
}

export function toggleTheme(): void {
  const { preferences, prefer } = useDeskStore.getState()
  prefer({ theme: preferences.theme === 'dark' ? 'light' : 'dark' })
}

/** Shows another view of the case on screen. */
export function goToView(view: CaseView): void {
  const { route, go } = useSessionStore.getState()
  if (route.screen === 'case') go({ ...route, view })
}
