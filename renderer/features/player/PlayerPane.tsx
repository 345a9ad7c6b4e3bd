import { Film } from 'lucide-react'
import { useEffect, useMemo, useRef, type ReactNode } from 'react'
import { alignTime } from '#shared/domain/caseClock'
import { messagesOf } from '#shared/messages/messagesOf'
import type { Footage } from '#shared/model/footage'
import type { FootageId } from '#shared/model/ids'
import { caseClockOf } from '../../stores/caseClock'
import { useCaseStore } from '../../stores/caseStore'
import { usePlayerStore } from '../../stores/playerStore'
import { useSelectionStore } from '../../stores/selectionStore'
import { classNames } from '../../ui/classNames'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { useSessionStore } from '../../stores/sessionStore'

import { CameraColumn } from './CameraColumn'
import { PlayerCommands } from './PlayerCommands'
import styles from './PlayerPane.module.css'
import { listFootage, shownFootage } from './shownFootage'
import { TagChips } from './TagChips'
import { VideoStage } from './VideoStage'

const say = messagesOf('player')

interface PlayerPaneProps {
  /** Chips over the picture beside those of the tags, e.g. for a range that waits for its end. */
  chips?: ReactNode
  /** Stands beside the picture in place of the other cameras. */
  aside?: ReactNode
}

/** The footage of the open case: one camera large, the others beside it, on one clock. */
export function PlayerPane({ chips, aside }: PlayerPaneProps) {
  const footage = useCaseStore((state) => state.footage)
  const timeZone = useCaseStore((state) => state.case?.timeZone ?? 'UTC')
  const chosenId = useSelectionStore((state) => state.footageId)
  const listed = useMemo(() => listFootage(footage), [footage])
  const shown = shownFootage(listed, chosenId)
  const isGridChosen = usePlayerStore((state) => state.isGrid)
  const places = useRef(new Map<FootageId, number>())
  const seenTagId = useSelectedTagFootage(shown)

  useEffect(
    () =>
      usePlayerStore.subscribe((state) => {
        if (state.footageId !== null) places.current.set(state.footageId, state.timeUs)
      }),
    []
  )

  if (shown === null) return <NoFootage />
  // What stands beside the picture wants the room of the other cameras.
  const isGrid = isGridChosen && aside === undefined && listed.length > 1
  return (
    <div className={classNames(styles['pane'], isGrid && styles['grid'])} data-columns={isGrid ? gridColumns(listed.length) : undefined}>
      <PlayerCommands listed={listed} />
      <div className={styles['large']} style={{ order: isGrid ? listed.indexOf(shown) : 0 }}>
        <VideoStage key={shown.id} footage={shown} timeZone={timeZone} startUs={() => startTime(shown, places.current, seenTagId.current)}>
          <TagChips footageId={shown.id} />
          {chips}
        </VideoStage>
      </div>
      {aside ?? (listed.length > 1 && <CameraColumn listed={listed} shown={shown} timeZone={timeZone} isGrid={isGrid} />)}
    </div>
  )
}

/** As many columns as give the pictures of a pane that is wider than high the most room; four at most. */
function gridColumns(count: number): number {
  return count <= 2 ? 1 : Math.min(4, Math.ceil(Math.sqrt(count)))
}

/** Shows the footage of a tag when it is selected elsewhere. The tag last seen tells whether a selection is new. */
function useSelectedTagFootage(shown: Footage | null) {
  const tagId = useSelectionStore((state) => state.tagId)
  const seen = useRef<string | null>(null)
  useEffect(() => {
    const tag = tagId === null ? undefined : useCaseStore.getState().tags.get(tagId)
    const isElsewhere = tag !== undefined && shown !== null && tag.footageId !== shown.id
    if (isElsewhere && seen.current !== tagId) useSelectionStore.getState().select({ footageId: tag.footageId })
    else seen.current = tagId
  }, [tagId, shown])
  return seen
}

/** Where a footage begins when it is shown: at a tag just selected, at the moment that the camera before it showed, or where it was left. */
function startTime(footage: Footage, places: ReadonlyMap<FootageId, number>, seenTagId: string | null): number {
  const { tagId } = useSelectionStore.getState()
  const tag = tagId === null ? undefined : useCaseStore.getState().tags.get(tagId)
  if (tag !== undefined && tag.id !== seenTagId && tag.footageId === footage.id) return tag.startUs
  const player = usePlayerStore.getState()
  if (player.footageId === footage.id) return player.timeUs
  const clock = caseClockOf(useCaseStore.getState().footage)
  const alignedUs = player.footageId === null ? null : alignTime(clock, player.footageId, player.timeUs, footage.id)
  return alignedUs ?? places.get(footage.id) ?? 0
}

function NoFootage() {
  const openSetup = () => {
    const { route, go } = useSessionStore.getState()
    if (route.screen === 'case') go({ ...route, view: 'setup' })
  }
  return (
    <div className={styles['empty']}>
      <EmptyState icon={Film} title={say('noFootage')} action={<Button onClick={openSetup}>{say('addFootage')}</Button>}>
        {say('noFootageHint')}
      </EmptyState>
    </div>
  )
}
