import { useMemo } from 'react'
import { useCaseStore } from '../stores/caseStore'
import { useSessionStore, type CaseView } from '../stores/sessionStore'
import { useCommands, type Command } from './commands'
import { goToView, redoLast, toggleTheme, undoLast } from './appActions'

const caseViews: readonly { view: CaseView; label: string; key: string }[] = [
  { view: 'workbench', label: 'Go to the workbench', key: 'Alt+1' },
  { view: 'differences', label: 'Go to the differences', key: 'Alt+2' },
  { view: 'matrix', label: 'Go to the matrix', key: 'Alt+3' },
  { view: 'people', label: 'Go to the people', key: 'Alt+4' },
  { view: 'setup', label: 'Go to the files', key: 'Alt+5' },
  { view: 'activity', label: 'Go to the activity', key: 'Alt+6' }
]

/** The commands that every screen offers. */
export function useAppCommands(open: (overlay: 'palette' | 'help') => void): void {
  const commands = useMemo<readonly Command[]>(() => {
    const isInCase = () => useSessionStore.getState().route.screen === 'case'
    return [
      { id: 'app.palette', label: 'Search commands and cases', group: 'App', keys: ['Ctrl+K'], run: () => open('palette') },
      { id: 'app.help', label: 'Show the keys that work now', group: 'App', keys: ['?'], run: () => open('help') },
      { id: 'app.theme', label: 'Switch between dark and light', group: 'App', keys: [], run: toggleTheme },
      {
        id: 'app.library',
        label: 'Go to all cases',
        group: 'App',
        keys: ['Alt+0'],
        run: () => useSessionStore.getState().go({ screen: 'library' })
      },
      {
        id: 'app.codebook',
        label: 'Show the codebook',
        group: 'App',
        keys: [],
        run: () => useSessionStore.getState().go({ screen: 'codebook' })
      },
      {
        id: 'app.diagnostics',
        label: 'Show diagnostics',
        group: 'App',
        keys: [],
        run: () => useSessionStore.getState().go({ screen: 'diagnostics' })
      },
      {
        id: 'case.undo',
        label: 'Undo',
        group: 'Case',
        keys: ['Ctrl+Z'],
        isEnabled: () => isInCase() && useCaseStore.getState().undoLabel !== null,
        run: undoLast
      },
      {
        id: 'case.redo',
        label: 'Redo',
        group: 'Case',
        keys: ['Ctrl+Shift+Z', 'Ctrl+Y'],
        isEnabled: () => isInCase() && useCaseStore.getState().redoLabel !== null,
        run: redoLast
      },
      ...caseViews.map(({ view, label, key }): Command => ({
        id: `case.${view}`,
        label,
        group: 'Case',
        keys: [key],
        isEnabled: isInCase,
        run: () => goToView(view)
      }))
    ]
  }, [open])
  useCommands(commands)
}
