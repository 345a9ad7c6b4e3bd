import { FileText } from 'lucide-react'
import { useEffect } from 'react'
import { messagesOf } from '#shared/messages/messagesOf'
import { TwoAccounts } from '../features/reports/TwoAccounts'
import { useCaseStore } from '../stores/caseStore'
import { useSessionStore } from '../stores/sessionStore'
import { EmptyState } from '../ui/EmptyState'
import { NoticeList } from '../ui/NoticeList'
import styles from './App.module.css'
import { UndoButtons } from './AppHeader'
import headerStyles from './AppHeader.module.css'
import { ConnectingScreen } from './ConnectingScreen'
import { ErrorBoundary } from './ErrorBoundary'
import { LostBanner } from './LostBanner'
import { Overlays } from './Overlays'
import { SavedChip } from './SavedChip'
import { useApplicationMenu } from './useApplicationMenu'
import { useSharedCommands } from './useAppCommands'
import { useShortcuts } from './useShortcuts'
import { useSpokenLocale } from './useSpokenLocale'

const say = messagesOf('app')

/** The second window: the reports of the case that the main window shows, for another monitor. */
export function ReportsApp() {
  const user = useSessionStore((state) => state.user)
  const notices = useSessionStore((state) => state.notices)
  const dismiss = useSessionStore((state) => state.dismiss)
  const caseId = useSessionStore((state) => (state.route.screen === 'case' ? state.route.caseId : null))
  const incident = useCaseStore((state) => state.case?.incidentNumber ?? '')
  useSharedCommands()
  useShortcuts()
  useApplicationMenu()
  const locale = useSpokenLocale()

  useEffect(() => {
    if (user === null || caseId === null || useCaseStore.getState().case?.id === caseId) return
    // What is selected comes from the main window, which also noted in the ledger that this user looks at it.
    void useCaseStore.getState().open(caseId, { isNoted: true })
  }, [user, caseId])

  const title = caseId === null ? '' : say('reportsWindow', { incident })
  useEffect(() => {
    if (title !== '') document.title = title
  }, [title])

  if (user === null) return <ConnectingScreen />
  return (
    <div key={locale} className={styles['window']}>
      <header className={headerStyles['header']}>
        <strong className={headerStyles['fullName']}>{title}</strong>
        <span className={headerStyles['space']} />
        <SavedChip />
        <UndoButtons />
      </header>
      <LostBanner />
      <main className={styles['main']}>
        <ErrorBoundary resetKey={caseId ?? ''}>
          {caseId === null ? <EmptyState icon={FileText} title={say('reportsNoCase')} /> : <TwoAccounts part="reports" />}
        </ErrorBoundary>
      </main>
      <NoticeList notices={notices} onDismiss={dismiss} />
      <Overlays />
    </div>
  )
}
