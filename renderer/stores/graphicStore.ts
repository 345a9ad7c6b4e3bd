import { create } from 'zustand'
import type { CaseId } from '#shared/model/ids'
import { useCaseStore } from './caseStore'
import { useDeskStore } from './deskStore'

interface GraphicState {
  /** Cases whose footage was asked for, against the preference, or blurred again; until the window closes. */
  asked: ReadonlyMap<CaseId, 'shown' | 'blurred'>
  /** Cases whose warning was read and put away; until the window closes. */
  putAway: ReadonlySet<CaseId>
  ask: (caseId: CaseId, look: 'shown' | 'blurred') => void
  putWarningAway: (caseId: CaseId) => void
}

/** What was asked for of graphic footage in this session. It is no part of a case's record. */
export const useGraphicStore = create<GraphicState>()((set, get) => ({
  asked: new Map(),
  putAway: new Set(),
  ask: (caseId, look) => set({ asked: new Map(get().asked).set(caseId, look) }),
  putWarningAway: (caseId) => set({ putAway: new Set(get().putAway).add(caseId) })
}))

/** Whether the open case holds graphic footage, and whether it is blurred now. */
export function useGraphic(): { isGraphic: boolean; isBlurred: boolean } {
  const isGraphic = useCaseStore((state) => state.case?.isGraphic ?? false)
  const caseId = useCaseStore((state) => state.case?.id)
  const asked = useGraphicStore((state) => (caseId === undefined ? undefined : state.asked.get(caseId)))
  const isPreferred = useDeskStore((state) => state.preferences.isGraphicBlurred)
  return { isGraphic, isBlurred: isGraphic && (asked ?? (isPreferred ? 'blurred' : 'shown')) === 'blurred' }
}

/** Shows the footage of the open case, or blurs it, whatever the preference is; until the window closes. */
export function askForGraphic(look: 'shown' | 'blurred'): void {
  const caseId = useCaseStore.getState().case?.id
  if (caseId !== undefined) useGraphicStore.getState().ask(caseId, look)
}
