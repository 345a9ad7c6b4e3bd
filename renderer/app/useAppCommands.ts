import { useCaseStore } from '../stores/caseStore'
import { useSessionStore, type CaseView } from '../stores/sessionStore'
import { useCommands, type Command } from './commands'
import { goToView, redoLast, toggleTheme, undoLast } from './appActions'
import { useOverlayStore } from './overlayStore'

const caseViews: readonly CaseView[] = ['workbench', 'differences', 'matrix', 'people', 'setup', 'activity']

/** The commands that every window offers. */
export function useSharedCommands(): void {
  useCommands(sharedCommands)
}

/** The commands that every screen of the main window offers. */
export function useAppCommands(): void {
  useSharedCommands()
  useCommands(mainCommands)
}

const isInCase = () => useSessionStore.getState().route.screen === 'case'
const { open } = useOverlayStore.getState()
const go = (screen: 'library' | 'codebook' | 'diagnostics' | 'settings' | 'gallery') => () => useSessionStore.getState().go({ screen })

const sharedCommands: readonly Command[] = [
  { id: 'app.palette', run: () => open('palette') },
  { id: 'app.help', run: () => open('help') },
  { id: 'app.theme', run: toggleTheme },
  { id: 'case.undo', isEnabled: () => isInCase() && useCaseStore.getState().undoLabel !== null, run: undoLast },
  { id: 'case.redo', isEnabled: () => isInCase() && useCaseStore.getState().redoLabel !== null, run: redoLast }
]

const placeCommands: readonly Command[] = [
  { id: 'app.library', run: go('library') },
  { id: 'app.codebook', run: go('codebook') },
  { id: 'app.diagnostics', run: go('diagnostics') },
  { id: 'app.settings', run: go('settings') },
  { id: 'app.gallery', run: go('gallery') },
  { id: 'app.tour', run: () => open('tour') }
]

const viewCommands = caseViews.map((view): Command => ({ id: `case.${view}`, isEnabled: isInCase, run: () => goToView(view) }))
const mainCommands = [...placeCommands, ...viewCommands]
