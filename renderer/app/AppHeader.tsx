import { CircleQuestionMark, FolderOpen, Moon, Redo2, Search, Sun, Undo2 } from 'lucide-react'
import { FindingsMenu } from '../features/comparison/FindingsMenu'
import { useCaseStore } from '../stores/caseStore'
import { useTheme } from '../stores/deskStore'
import { useDifferences } from '../stores/differences'
import { useSessionStore, type CaseView } from '../stores/sessionStore'
import { Button } from '../ui/Button'
import { classNames } from '../ui/classNames'
import { IconButton } from '../ui/IconButton'
import { formatInstant } from '#shared/domain/time'
import { redoLast, goToView, toggleTheme, undoLast } from './appActions'
import styles from './AppHeader.module.css'
import { FileChip } from './FileChip'
import { SavedChip } from './SavedChip'

/** Which case this is, its views, whether all is saved, and the way to everything else. */
export function AppHeader({ onOpen }: { onOpen: (overlay: 'palette' | 'help') => void }) {
  const route = useSessionStore((state) => state.route)
  const theme = useTheme()
  return (
    <header className={styles['header']}>
      {route.screen === 'case' ? <CaseHeading view={route.view} /> : <HomeHeading />}
      <span className={styles['space']} />
      {route.screen === 'case' && <FileChip />}
      <SavedChip />
      {route.screen === 'case' && <FindingsMenu />}
      {route.screen === 'case' && <UndoButtons />}
      <Button icon={Search} keyHint="Ctrl+K" onClick={() => onOpen('palette')}>
        Search
      </Button>
      <IconButton icon={theme === 'dark' ? Sun : Moon} label={theme === 'dark' ? 'Light theme' : 'Dark theme'} onClick={toggleTheme} />
      <IconButton icon={CircleQuestionMark} label="Keys and help" keyHint="?" onClick={() => onOpen('help')} />
    </header>
  )
}

function HomeHeading() {
  const screen = useSessionStore((state) => state.route.screen)
  const go = useSessionStore((state) => state.go)
  return (
    <>
      <strong className={styles['name']}>Countersign</strong>
      <nav className={styles['tabs']} aria-label="Screens">
        <Tab isCurrent={screen === 'library'} onClick={() => go({ screen: 'library' })}>
          Cases
        </Tab>
        <Tab isCurrent={screen === 'codebook'} onClick={() => go({ screen: 'codebook' })}>
          Codebook
        </Tab>
        <Tab isCurrent={screen === 'diagnostics'} onClick={() => go({ screen: 'diagnostics' })}>
          Diagnostics
        </Tab>
      </nav>
    </>
  )
}

function CaseHeading({ view }: { view: CaseView }) {
  const opened = useCaseStore((state) => state.case)
  const go = useSessionStore((state) => state.go)
  const openCount = useDifferences().differences.filter((difference) => difference.status === 'open').length
  return (
    <>
      <IconButton icon={FolderOpen} label="All cases" keyHint="Alt+0" onClick={() => go({ screen: 'library' })} />
      <strong className={styles['name']} title={opened?.incidentNumber}>
        {opened?.incidentNumber ?? '…'}
      </strong>
      {opened !== null && (
        <span className={styles['facts']}>
          <span className={styles['place']} title={opened.place}>
            {opened.place}
          </span>
          <time className={styles['when']} dateTime={opened.startsAt}>
            {formatInstant(opened.startsAt, opened.timeZone)}
          </time>
        </span>
      )}
      <nav className={styles['tabs']} aria-label="Views of the case">
        <Tab isCurrent={view === 'workbench'} onClick={() => goToView('workbench')}>
          Workbench
        </Tab>
        <Tab isCurrent={view === 'differences'} onClick={() => goToView('differences')}>
          Differences{openCount === 0 ? '' : ` ${openCount}`}
        </Tab>
        <Tab isCurrent={view === 'matrix'} onClick={() => goToView('matrix')}>
          Matrix
        </Tab>
        <Tab isCurrent={view === 'people'} onClick={() => goToView('people')}>
          People
        </Tab>
        <Tab isCurrent={view === 'setup'} onClick={() => goToView('setup')}>
          Files
        </Tab>
        <Tab isCurrent={view === 'activity'} onClick={() => goToView('activity')}>
          Activity
        </Tab>
      </nav>
    </>
  )
}

function Tab({ isCurrent, onClick, children }: { isCurrent: boolean; onClick: () => void; children: React.ReactNode }) {
  return (
    <button
      type="button"
      aria-current={isCurrent ? 'page' : undefined}
      className={classNames(styles['tab'], isCurrent && styles['current'])}
      // A click must not take the focus, or the space bar would press the tab again instead of playing.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onClick}
    >
      {children}
    </button>
  )
}

function UndoButtons() {
  const undoLabel = useCaseStore((state) => state.undoLabel)
  const redoLabel = useCaseStore((state) => state.redoLabel)
  return (
    <span className={styles['pair']}>
      <IconButton
        icon={Undo2}
        label={undoLabel === null ? 'Nothing to undo' : `Undo: ${undoLabel}`}
        keyHint="Ctrl+Z"
        disabled={undoLabel === null}
        onClick={() => void undoLast()}
      />
      <IconButton
        icon={Redo2}
        label={redoLabel === null ? 'Nothing to redo' : `Redo: ${redoLabel}`}
        keyHint="Ctrl+Shift+Z"
        disabled={redoLabel === null}
        onClick={() => void redoLast()}
      />
    </span>
  )
}
