import { lazy, Suspense } from 'react'
import { messagesOf } from '#shared/messages/messagesOf'
import { GlobalSearch } from '../features/search/GlobalSearch'
import { SearchPanel } from '../features/search/SearchPanel'
import { CodebookScreen } from '../features/codebook/CodebookScreen'
import { DiagnosticsScreen } from '../features/diagnostics/DiagnosticsScreen'
import { LibraryScreen } from '../features/library/LibraryScreen'
import { SettingsScreen } from '../features/settings/SettingsScreen'
import { useFirstTour } from '../features/tour/useFirstTour'
import { useSessionStore } from '../stores/sessionStore'
import { NoticeList } from '../ui/NoticeList'
import { Waiting } from '../ui/Waiting'
import styles from './App.module.css'
import { AppFooter } from './AppFooter'
import { AppHeader } from './AppHeader'
import { CaseScreen } from './CaseScreen'
import { ConnectingScreen } from './ConnectingScreen'
import { ErrorBoundary } from './ErrorBoundary'
import { LostBanner } from './LostBanner'
import { Overlays } from './Overlays'
import { useApplicationMenu } from './useApplicationMenu'
import { useAppCommands } from './useAppCommands'
import { useJobPriority } from './useJobPriority'
import { useShortcuts } from './useShortcuts'
import { useSpokenLocale } from './useSpokenLocale'

const say = messagesOf('app')

const Gallery = lazy(() => import('../features/gallery/Gallery').then((module) => ({ default: module.Gallery })))

/** The window: header, one screen, footer, and what lies over them. */
export function App() {
  const user = useSessionStore((state) => state.user)
  const notices = useSessionStore((state) => state.notices)
  const dismiss = useSessionStore((state) => state.dismiss)
  useAppCommands()
  useShortcuts()
  useApplicationMenu()
  useJobPriority()
  useFirstTour()
  const locale = useSpokenLocale()

  if (user === null) return <ConnectingScreen />
  return (
    // Words that were made in one language are all made again in another.
    <div key={locale} className={styles['window']}>
      <AppHeader />
      <LostBanner />
      <main className={styles['main']}>
        <Screen />
      </main>
      <AppFooter />
      <GlobalSearch />
      <NoticeList notices={notices} onDismiss={dismiss} />
      <Overlays />
    </div>
  )
}

function Screen() {
  const route = useSessionStore((state) => state.route)
  const key = route.screen === 'case' ? `${route.caseId} ${route.view}` : route.screen
  return (
    <ErrorBoundary resetKey={key}>
      {route.screen === 'library' && <LibraryScreen Search={SearchPanel} />}
      {route.screen === 'codebook' && <CodebookScreen />}
      {route.screen === 'diagnostics' && <DiagnosticsScreen />}
      {route.screen === 'settings' && <SettingsScreen />}
      {route.screen === 'gallery' && (
        <Suspense fallback={<Waiting>{say('openingView')}</Waiting>}>
          <Gallery />
        </Suspense>
      )}
      {route.screen === 'case' && <CaseScreen caseId={route.caseId} view={route.view} />}
    </ErrorBoundary>
  )
}
