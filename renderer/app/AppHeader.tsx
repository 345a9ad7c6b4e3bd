import { ChevronDown, CircleQuestionMark, FolderOpen, Moon, Redo2, Search, Sun, Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { formatInstant } from '#shared/domain/time'
import { messagesOf } from '#shared/messages/messagesOf'
import { FindingsMenu } from '../features/comparison/FindingsMenu'
import { useCaseStore } from '../stores/caseStore'
import { useTheme } from '../stores/deskStore'
import { useDifferences } from '../stores/differences'
import { useSessionStore, type CaseView } from '../stores/sessionStore'
import { Button } from '../ui/Button'
import { classNames } from '../ui/classNames'
import { IconButton } from '../ui/IconButton'
import { Menu } from '../ui/Menu'
import { redoLast, goToView, toggleTheme, undoLast } from './appActions'
import styles from './AppHeader.module.css'
import { useKeyHint } from './commands'
import { FileChip } from './FileChip'
import { useOverlayStore } from './overlayStore'
import { SavedChip } from './SavedChip'
import { describeLabel } from '../stores/describeLabel'

const say = messagesOf('app')

/** Which case this is, its views, whether all is saved, and the way to everything else. */
export function AppHeader() {
  const route = useSessionStore((state) => state.route)
  const open = useOverlayStore((state) => state.open)
  const theme = useTheme()
  return (
    <header className={styles['header']}>
      {route.screen === 'case' ? <CaseHeading view={route.view} /> : <HomeHeading />}
      <span className={styles['space']} />
      {route.screen === 'case' && <FileChip />}
      <SavedChip />
      {route.screen === 'case' && (
        <span className={styles['shrinking']}>
          <FindingsMenu />
        </span>
      )}
      {route.screen === 'case' && <UndoButtons />}
      <span className={styles['shrinking']}>
        <Button icon={Search} {...useKeyHint('app.palette')} onClick={() => open('palette')}>
          {say('search')}
        </Button>
      </span>
      <span className={styles['wide']}>
        <IconButton
          icon={theme === 'dark' ? Sun : Moon}
          label={theme === 'dark' ? say('lightTheme') : say('darkTheme')}
          onClick={toggleTheme}
        />
      </span>
      <IconButton icon={CircleQuestionMark} label={say('keysAndHelp')} {...useKeyHint('app.help')} onClick={() => open('help')} />
    </header>
  )
}

function HomeHeading() {
  const screen = useSessionStore((state) => state.route.screen)
  const go = useSessionStore((state) => state.go)
  return (
    <>
      <strong className={styles['name']}>Countersign</strong>
      <nav className={styles['homeTabs']} aria-label={say('screens')}>
        <Tab isCurrent={screen === 'library'} onClick={() => go({ screen: 'library' })}>
          {say('cases')}
        </Tab>
        <Tab isCurrent={screen === 'codebook'} onClick={() => go({ screen: 'codebook' })}>
          {say('codebook')}
        </Tab>
        <Tab isCurrent={screen === 'diagnostics'} onClick={() => go({ screen: 'diagnostics' })}>
          {say('diagnostics')}
        </Tab>
        <Tab isCurrent={screen === 'settings'} onClick={() => go({ screen: 'settings' })}>
          {say('settings')}
        </Tab>
      </nav>
    </>
  )
}

function CaseHeading({ view }: { view: CaseView }) {
  const opened = useCaseStore((state) => state.case)
  const go = useSessionStore((state) => state.go)
  const openCount = useDifferences().differences.filter((difference) => difference.status === 'open').length
  const views: { view: CaseView; label: string }[] = [
    { view: 'workbench', label: say('workbench') },
    { view: 'differences', label: say('differences', { count: openCount }) },
    { view: 'matrix', label: say('matrix') },
    { view: 'people', label: say('people') },
    { view: 'setup', label: say('setup') },
    { view: 'activity', label: say('activity') }
  ]
  return (
    <>
      <IconButton icon={FolderOpen} label={say('allCases')} {...useKeyHint('app.library')} onClick={() => go({ screen: 'library' })} />
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
      <nav className={styles['tabs']} aria-label={say('views')}>
        {views.map((one) => (
          <Tab key={one.view} name={one.view} isCurrent={one.view === view} onClick={() => goToView(one.view)}>
            {one.label}
          </Tab>
        ))}
      </nav>
      <nav className={styles['narrow']} data-tour={view} aria-label={say('views')}>
        <Menu
          trigger={<Button icon={ChevronDown}>{views.find((one) => one.view === view)?.label}</Button>}
          items={views.map((one) => ({ label: one.label, onSelect: () => goToView(one.view) }))}
        />
      </nav>
    </>
  )
}

interface TabProps {
  /** By which the tour finds it. */
  name?: string
  isCurrent: boolean
  onClick: () => void
  children: ReactNode
}

function Tab({ name, isCurrent, onClick, children }: TabProps) {
  return (
    <button
      type="button"
      data-tour={name}
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

/** Takes back, and does again. */
export function UndoButtons() {
  const undoLabel = useCaseStore((state) => state.undoLabel)
  const redoLabel = useCaseStore((state) => state.redoLabel)
  return (
    <span className={styles['pair']}>
      <IconButton
        icon={Undo2}
        label={undoLabel === null ? say('nothingToUndo') : say('undo', { what: describeLabel(undoLabel) })}
        {...useKeyHint('case.undo')}
        disabled={undoLabel === null}
        onClick={() => void undoLast()}
      />
      <IconButton
        icon={Redo2}
        label={redoLabel === null ? say('nothingToRedo') : say('redo', { what: describeLabel(redoLabel) })}
        {...useKeyHint('case.redo')}
        disabled={redoLabel === null}
        onClick={() => void redoLast()}
      />
    </span>
  )
}
