import { PanelLeftOpen, PanelRightOpen } from 'lucide-react'
import { useMemo, type ReactNode } from 'react'
import { create } from 'zustand'
import { isActive } from '#shared/domain/records'
import { messagesOf } from '#shared/messages/messagesOf'
import { ClipCommands } from '../features/clips/ClipCommands'
import { CaseWarning } from '../features/player/CaseWarning'
import { PlayerPane } from '../features/player/PlayerPane'
import { TransportBar } from '../features/player/TransportBar'
import { TwoAccounts } from '../features/reports/TwoAccounts'
import { CoderStrip } from '../features/tags/CoderStrip'
import { OpenRangeChips } from '../features/tags/OpenRangeChips'
import { changeTag } from '../features/tags/tagActions'
import { TagCommands } from '../features/tags/TagCommands'
import { TagEditor } from '../features/tags/TagEditor'
import { TagKeys } from '../features/tags/TagKeys'
import { useEditedTag } from '../features/tags/useEditedTag'
import { Timeline } from '../features/timeline/Timeline'
import { useCaseStore } from '../stores/caseStore'
import { useDeskStore } from '../stores/deskStore'
import { useReportViewStore } from '../stores/reportViewStore'
import { Button } from '../ui/Button'
import { IconButton } from '../ui/IconButton'
import { panelShare } from '../ui/panelShare'
import { foldPanel, SplitPane } from '../ui/SplitPane'
import { useCommands, useKeyHint, type Command } from './commands'
import { canOpenReportsWindow, closeReportsWindow, openReportsWindow, useReportsWindow } from './reportsWindow'
import { isNarrow, useIsNarrow } from './useIsNarrow'
import styles from './WorkbenchScreen.module.css'

const say = messagesOf('app')

/** How the window is divided: as ever, or with most of it for the report that is read. Each keeps its own separator. */
const usual = { storageKey: 'workbench', initialShare: 0.53, minShare: 0.35, maxShare: 0.75 }
const reading = { storageKey: 'workbench-reading', initialShare: 0.33, minShare: 0.28, maxShare: 0.75 }
/** With the reports in their own window, the events stand beside the footage and have the least room of the three. */
const beside = { ...usual, storageKey: 'workbench-beside', initialShare: 0.7 }
const divisionOf = (isAway: boolean, isWide: boolean) => (isAway ? beside : isWide ? reading : usual)
/** Which half has the window where there is room for one only. */
const useNarrowPane = create<{ pane: 'first' | 'second' }>()(() => ({ pane: 'first' }))

const fold = (pane: 'first' | 'second') => () => {
  if (isNarrow()) useNarrowPane.setState(({ pane: shown }) => ({ pane: shown === 'first' ? 'second' : 'first' }))
  else {
    const { storageKey, initialShare } = divisionOf(useReportsWindow.getState().isOpen, useReportViewStore.getState().isWide)
    foldPanel(storageKey, pane, initialShare)
  }
}
const foldFootage = fold('first')
const foldReports = fold('second')

const panelCommands: readonly Command[] = [
  { id: 'panels.footage', run: foldFootage },
  { id: 'panels.reports', run: foldReports },
  { id: 'panels.window', isEnabled: canOpenReportsWindow, run: openReportsWindow }
]

/** The main screen of a case: footage and tags on the left, the two accounts side by side on the right, or what of them is not in another window. */
export function WorkbenchScreen() {
  useCommands(panelCommands)
  const isAway = useReportsWindow((state) => state.isOpen)
  const isSingle = useIsNarrow()
  const narrowPane = useNarrowPane((state) => state.pane)
  const isWide = useReportViewStore((store) => store.isWide)
  const division = divisionOf(isAway, isWide)
  const kept = useDeskStore((state) => panelShare(state.preferences.panels, division.storageKey, division.initialShare))
  const only = isSingle ? narrowPane : null
  const share = only === null ? kept : only === 'first' ? 1 : 0
  const footageKey = useKeyHint('panels.footage')
  const reportsKey = useKeyHint('panels.reports')
  const first = useMemo(() => <FootageHalf />, [])
  return (
    <div className={styles['workbench']}>
      <CaseWarning />
      {isAway && (
        <div role="status" className={styles['away']}>
          {say('reportsAway')}
          <Button size="small" onClick={() => void closeReportsWindow()}>
            {say('reportsBack')}
          </Button>
        </div>
      )}
      <div className={styles['panes']}>
        {share === 0 && (
          <Edge>
            <IconButton icon={PanelLeftOpen} size="small" label={say('unfoldFootage')} {...footageKey} onClick={foldFootage} />
          </Edge>
        )}
        <div className={styles['split']}>
          <SplitPane
            // Between the usual division and the one beside another window the footage plays on.
            key={division === reading ? 'reading' : 'usual'}
            {...division}
            label={say('betweenHalves')}
            only={only}
            first={first}
            second={
              <div className={styles['accounts']} data-tour="accounts">
                <TwoAccounts part={isAway ? 'events' : 'both'} />
              </div>
            }
          />
        </div>
        {share === 1 && (
          <Edge>
            <IconButton icon={PanelRightOpen} size="small" label={say('unfoldReports')} {...reportsKey} onClick={foldReports} />
          </Edge>
        )}
      </div>
    </div>
  )
}

/** What is left of a pane that is folded. */
function Edge({ children }: { children: ReactNode }) {
  return <div className={styles['edge']}>{children}</div>
}

function FootageHalf() {
  const edited = useEditedTag()
  const hasFootage = useCaseStore((state) => [...state.footage.values()].some(isActive))
  return (
    <div className={styles['half']} data-tour="footage">
      <TagCommands />
      <ClipCommands />
      <PlayerPane chips={<OpenRangeChips />} aside={edited === null ? undefined : <TagEditor key={edited.id} tag={edited} />} />
      {hasFootage && (
        <div>
          <TransportBar />
          <div data-tour="tags">
            <TagKeys />
          </div>
          <CoderStrip />
          <Timeline
            onChangeTimes={async (tagId, startUs, endUs) => {
              await changeTag(tagId, (draft) => ({ ...draft, startUs, endUs }))
            }}
          />
        </div>
      )}
    </div>
  )
}
