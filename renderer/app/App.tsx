import { useState } from 'react'
import { CodebookScreen } from '../features/codebook/CodebookScreen'
import { LibraryScreen } from '../features/library/LibraryScreen'
import { DiagnosticsScreen } from '../features/diagnostics/DiagnosticsScreen'
import { useSessionStore } from '../stores/sessionStore'
import { NoticeList } from '../ui/NoticeList'
import styles from './App.module.css'
import { AppFooter } from './AppFooter'
import { AppHeader } from './AppHeader'
import { CaseScreen } from './CaseScreen'
import { CommandPalette } from './CommandPalette'
import { ConnectingScreen } from './ConnectingScreen'
import { ErrorBoundary } from './ErrorBoundary'
import { HelpDialog } from './HelpDialog'
import { LostBanner } from './LostBanner'
import { useSpokenLocale } from './useSpokenLocale'
import { useAppCommands } from './useAppCommands'
import { useJobPriority } from './useJobPriority'
import { useShortcuts } from './useShortcuts'

/** The window: header, one screen, footer, and what lies over them. */
export function App() {
  const [overlay, setOverlay] = useState<'palette' | 'help' | null>(null)
  const user = useSessionStore((state) => state.user)
  const notices = useSessionStore((state) => state.notices)
  const dismiss = useSessionStore((state) => state.dismiss)
  useAppCommands(setOverlay)
  useShortcuts()
  useJobPriority()
  const locale = useSpokenLocale()

  if (user === null) return <ConnectingScreen />
  return (
    // Words that were made in one language are all made again in another.
    <div key={locale} className={styles['window']}>
      <AppHeader onOpen={setOverlay} />
      <LostBanner />
      <main className={styles['main']}>
        <Screen />
      </main>
      <AppFooter />
      <NoticeList notices={notices} onDismiss={dismiss} />
      {overlay === 'palette' && <CommandPalette onClose={() => setOverlay(null)} />}
      <HelpDialog open={overlay === 'help'} onOpenChange={(open) => setOverlay(open ? 'help' : null)} />
    </div>
  )
}

function Screen() {
  const route = useSessionStore((state) => state.route)
  const key = route.screen === 'case' ? `${route.caseId} ${route.view}` : route.screen
  return (
    <ErrorBoundary resetKey={key}>
      {route.screen === 'library' && <LibraryScreen />}
      {route.screen === 'codebook' && <CodebookScreen />}
      {route.screen === 'diagnostics' && <DiagnosticsScreen />}
      {route.screen === 'case' && <CaseScreen caseId={route.caseId} view={route.view} />}
    </ErrorBoundary>
  )
}
