import { isActive } from '#shared/domain/records'
import { messagesOf } from '#shared/messages/messagesOf'
import type { CaseId } from '#shared/model/ids'
import { useCaseStore } from '../stores/caseStore'
import { flushPlace, useDeskStore } from '../stores/deskStore'
import { usePendingGrantStore } from '../stores/pendingGrantStore'
import { usePlayerStore } from '../stores/playerStore'
import { useSelectionStore } from '../stores/selectionStore'
import { useSessionStore } from '../stores/sessionStore'

const say = messagesOf('app')
/** The playhead moves with every frame; a second of it is the most that a crash takes. */
const keepEveryMs = 1000

/** Keeps screen, camera, playhead and report of each case as they change, and puts a case that is opened back where it was. */
export function startKeepingPlace(): void {
  let timer: ReturnType<typeof setTimeout> | null = null
  const keepCase = () => {
    timer = null
    const opened = useCaseStore.getState().case
    const { footageId, timeUs } = usePlayerStore.getState()
    if (opened === null || footageId === null || !useCaseStore.getState().footage.has(footageId)) return
    const { place, keep } = useDeskStore.getState()
    const before = place.cases[opened.id]
    const reportId = useSelectionStore.getState().reportId ?? before?.reportId ?? null
    const now = { footageId, timeUs: Math.round(timeUs), reportId }
    if (before?.footageId === now.footageId && before.timeUs === now.timeUs && before.reportId === now.reportId) return
    keep({ cases: { [opened.id]: now } })
  }
  const later = () => {
    timer ??= setTimeout(keepCase, keepEveryMs)
  }
  usePlayerStore.subscribe(later)
  useSelectionStore.subscribe(later)
  useSessionStore.subscribe(({ route }, before) => {
    if (route !== before.route) useDeskStore.getState().keep({ route })
  })
  window.addEventListener('pagehide', flushPlace)
  useCaseStore.subscribe((state, before) => {
    if (state.case !== null && state.case.id !== before.case?.id) putBack(state.case.id)
  })
}

/** Puts the camera, the playhead and the report of a case that was just loaded back; what was asked for meanwhile goes first. */
function putBack(caseId: CaseId): void {
  const kept = useDeskStore.getState().place.cases[caseId]
  if (kept === undefined) return
  const { footage, reports } = useCaseStore.getState()
  const { tagId, footageId, reportId, select } = useSelectionStore.getState()
  const report = kept.reportId === null ? undefined : reports.get(kept.reportId)
  if (reportId === null && report !== undefined && isActive(report)) select({ reportId: report.id })
  const shown = kept.footageId === null ? undefined : footage.get(kept.footageId)
  if (tagId !== null || footageId !== null || shown === undefined || !isActive(shown)) return
  select({ footageId: shown.id })
  // A camera that is drawn begins where the playhead stands.
  usePlayerStore.getState().report({ footageId: shown.id, timeUs: kept.timeUs })
}

/** Goes back to the screen that was left, once, when the app starts. A case that is gone leads to all cases, and that is said. */
export function goBackToPlace(): void {
  const { route } = useDeskStore.getState().place
  const { go, notify } = useSessionStore.getState()
  // Files that were named at the start wait among the cases.
  if (route.screen === 'library' || usePendingGrantStore.getState().grants.length > 0) return
  go(route)
  if (route.screen !== 'case') return
  const stop = useCaseStore.subscribe(({ status, problem, case: opened }) => {
    if (status === 'loading' || status === 'closed') return
    stop()
    const isGone = status === 'failed' ? problem?.code === 'not_found' : opened !== null && opened.withdrawn !== null
    if (!isGone) return
    go({ screen: 'library' })
    notify(say('caseGone'))
  })
}
