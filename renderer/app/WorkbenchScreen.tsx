import { isActive } from '#shared/domain/records'
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
import { SplitPane } from '../ui/SplitPane'
import styles from './WorkbenchScreen.module.css'

/** The main screen of a case: footage and tags on the left, the two accounts side by side on the right. */
export function WorkbenchScreen() {
  return (
    <div className={styles['screen']}>
      <CaseWarning />
      <div className={styles['panes']}>
        <SplitPane
          storageKey="workbench"
          label="Between footage and reports"
          initialShare={0.53}
          minShare={0.35}
          maxShare={0.75}
          first={<FootageHalf />}
          second={<TwoAccounts />}
        />
      </div>
    </div>
  )
}

function FootageHalf() {
  const edited = useEditedTag()
  const hasFootage = useCaseStore((state) => [...state.footage.values()].some(isActive))
  return (
    <div className={styles['half']}>
      <TagCommands />
      <ClipCommands />
      <PlayerPane chips={<OpenRangeChips />} aside={edited === null ? undefined : <TagEditor key={edited.id} tag={edited} />} />
      {hasFootage && (
        <div>
          <TransportBar />
          <TagKeys />
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
