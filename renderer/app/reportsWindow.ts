import { create } from 'zustand'
import { messagesOf } from '#shared/messages/messagesOf'
import { useSessionStore } from '../stores/sessionStore'
import { connection } from './connection'

const say = messagesOf('app')

/** Whether the reports are shown in a window of their own. */
export const useReportsWindow = create<{ isOpen: boolean }>()(() => ({ isOpen: false }))

/** Shows the reports in a window of their own, where the host can have a second one; elsewhere says what else there is. */
export async function openReportsWindow(): Promise<void> {
  const { reportsWindow } = connection().shell
  if (reportsWindow === null) {
    useSessionStore.getState().notify(say('reportsOnlyInApp'))
    return
  }
  await reportsWindow.open()
  useReportsWindow.setState({ isOpen: true })
}

/** Brings the reports back into the main window. */
export async function closeReportsWindow(): Promise<void> {
  await connection().shell.reportsWindow?.close()
  useReportsWindow.setState({ isOpen: false })
}

/** Follows the window of the reports being closed by whomever; for the main window, once. */
export function followReportsWindow(): void {
  connection().shell.reportsWindow?.onClosed(() => useReportsWindow.setState({ isOpen: false }))
}
