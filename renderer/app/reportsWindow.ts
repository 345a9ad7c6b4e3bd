import { create } from 'zustand'
import type { Place } from '#shared/model/desk'
import { useDeskStore } from '../stores/deskStore'
import { connection } from './connection'

/** Whether the reports are shown in a window of their own. */
export const useReportsWindow = create<{ isOpen: boolean }>()(() => ({ isOpen: false }))

/** Whether the host can show the reports in a window of their own. */
export const canOpenReportsWindow = () => connection().shell.reportsWindow !== null

/** Shows the reports in a window of their own, where it stood last. */
export const openReportsWindow = () => show(false)

/** Opens the window of the reports again where the app ended, however it did, while it was open; for the main window, once. */
export async function bringBackReportsWindow(): Promise<void> {
  if (useDeskStore.getState().place.reportsWindow.isOpen) await show(true)
}

/** Brings the reports back into the main window. */
export async function closeReportsWindow(): Promise<void> {
  await connection().shell.reportsWindow?.close()
  setOpen(false)
}

/** Follows the window of the reports being moved, and closed by whomever; for the main window, once. */
export function followReportsWindow(): void {
  const { reportsWindow } = connection().shell
  reportsWindow?.onMoved((bounds) => keep({ bounds }))
  reportsWindow?.onClosed(() => setOpen(false))
}

async function show(isQuiet: boolean): Promise<void> {
  const { reportsWindow } = connection().shell
  if (reportsWindow === null) return
  await reportsWindow.open({ bounds: useDeskStore.getState().place.reportsWindow.bounds, isQuiet })
  setOpen(true)
}

function setOpen(isOpen: boolean): void {
  useReportsWindow.setState({ isOpen })
  keep({ isOpen })
}

function keep(part: Partial<Place['reportsWindow']>): void {
  const desk = useDeskStore.getState()
  desk.keep({ reportsWindow: { ...desk.place.reportsWindow, ...part } })
}
