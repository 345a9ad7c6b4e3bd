import { FoldVertical, Maximize2, UnfoldVertical, ZoomIn, ZoomOut } from 'lucide-react'
import { useCallback, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { messagesOf } from '#shared/messages/messagesOf'
import type { Footage } from '#shared/model/footage'
import type { MediaId, TagId } from '#shared/model/ids'
import { formatShare, nextGap } from '#shared/domain/watched'
import { useCommands, useKeyHint } from '../../app/commands'
import { caseClockOf } from '../../stores/caseClock'
import { useCaseStore } from '../../stores/caseStore'
import { useDeskStore } from '../../stores/deskStore'
import { usePlayerStore } from '../../stores/playerStore'
import { useSelectionStore, type OpenRange } from '../../stores/selectionStore'
import { useSessionStore } from '../../stores/sessionStore'
import { classNames } from '../../ui/classNames'
import { ownWatched, useOwnWatched } from '../../stores/watched'
import { IconButton } from '../../ui/IconButton'
import { DamageBands } from './DamageBands'
import { FilmstripLane } from './FilmstripLane'
import { HoverPreview } from './HoverPreview'
import { laneWord } from '../../ui/laneWord'
import { createLanePlanner, lanes, withDragged, type DraggedTag, type LaneTag } from './laneTags'
import { LoopBand } from './LoopBand'
import { OpenBands } from './OpenBands'
import { planDrag, type Edge } from './planDrag'
import { Playhead } from './Playhead'
import { Ruler } from './Ruler'
import styles from './Timeline.module.css'
import { TimelineLane } from './TimelineLane'
import { timeAtFraction, type TimeView } from './timeScale'
import { useOverview, useOverviewProgress } from './useOverview'
import { useSheets } from './useSheets'
import { useTimeView } from './useTimeView'
import { WaveformLane } from './WaveformLane'
import { describeWatched, WatchedLane } from './WatchedLane'

const say = messagesOf('timeline')

interface TimelineProps {
  /** Saves new times of a tag, in microseconds; one call for each drag. */
  onChangeTimes: (tagId: TagId, startUs: number, endUs: number | null) => Promise<void>
}

/** The tags of the footage shown, in lanes under one ruler; those of other cameras stand fainter at the same moment. */
export function Timeline({ onChangeTimes }: TimelineProps) {
  const footageId = usePlayerStore((state) => state.footageId)
  const footage = useCaseStore((state) => (footageId === null ? undefined : state.footage.get(footageId)))
  return footage === undefined ? null : <FootageTimeline key={footage.id} footage={footage} onChangeTimes={onChangeTimes} />
}

function FootageTimeline({ footage, onChangeTimes }: TimelineProps & { footage: Footage }) {
  const track = useRef<HTMLDivElement>(null)
  const durationUs = footage.probe.durationUs
  const { view, widthPx, zoomIn, zoomOut, showAll, show } = useTimeView(track, durationUs)
  const tags = useCaseStore((state) => state.tags)
  const timeZone = useCaseStore((state) => state.case?.timeZone ?? 'UTC')
  const codebook = useSessionStore((state) => state.codebook)
  const selectedId = useSelectionStore((state) => state.tagId)
  const [dragged, setDragged] = useState<DraggedTag | null>(null)
  const { overview, makeAgain } = useOverview(footage.id)
  const sheets = useSheets(overview?.filmstrip.sheetMediaIds ?? noSheets)
  const [hovered, setHovered] = useState<number | null>(null)
  const allFootage = useCaseStore((state) => state.footage)
  const [planLanes] = useState(createLanePlanner)
  const byLane = useMemo(
    () => planLanes(tags, allFootage, caseClockOf(allFootage), footage, codebook),
    [planLanes, tags, allFootage, footage, codebook]
  )
  const areEmptyFolded = useDeskStore((state) => state.preferences.panels[emptyLanes] === 0)
  // Asked for only where it matters: each tag that is opened would have all lanes drawn anew.
  const openRanges = useSelectionStore((state) => (areEmptyFolded ? state.openRanges : noRanges))
  const shownLanes = lanes.filter(
    (lane) =>
      !areEmptyFolded ||
      (byLane.get(lane.id)?.length ?? 0) > 0 ||
      openRanges.some((open) => codebook.tagKinds.some((kind) => kind.id === open.kind && kind.lane === lane.id))
  )
  const showAround = useCallback(
    (wanted: TimeView) => show({ startUs: wanted.startUs, endUs: Math.min(durationUs, wanted.endUs) }),
    [show, durationUs]
  )

  const watched = useOwnWatched(footage)

  useCommands(
    useMemo(
      () => [
        { id: 'timeline.nextUnwatched', run: () => goToUnwatched(footage) },
        { id: 'timeline.zoomIn', run: zoomIn },
        { id: 'timeline.zoomOut', run: zoomOut },
        { id: 'timeline.showAll', run: showAll },
        { id: 'timeline.emptyLanes', run: foldEmptyLanes }
      ],
      [zoomIn, zoomOut, showAll, footage]
    )
  )

  const fractionAt = (clientX: number) => {
    const box = track.current?.getBoundingClientRect()
    return box === undefined || box.width === 0 ? 0 : (clientX - box.left) / box.width
  }
  const timeAtPointer = (clientX: number) => timeAtFraction(view, fractionAt(clientX), durationUs)
  const scrub = (event: PointerEvent<HTMLDivElement>) => usePlayerStore.getState().controls?.seek(timeAtPointer(event.clientX))

  const dragEdge = (tagId: TagId, edge: Edge, clientX: number, isReleased: boolean) => {
    const tag = tags.get(tagId)
    if (tag === undefined) return
    const { controls } = usePlayerStore.getState()
    const timeUs = timeAtPointer(clientX)
    setDragged({ tagId, ...planDrag(tag, edge, timeUs, durationUs) })
    controls?.seek(timeUs)
    if (!isReleased) return
    void (async () => {
      const frameUs = (await controls?.frameTimeAt(timeUs)) ?? timeUs
      const { startUs, endUs } = planDrag(tag, edge, frameUs, durationUs)
      if (startUs !== tag.startUs || endUs !== tag.endUs) await onChangeTimes(tagId, startUs, endUs)
    })().finally(() => setDragged(null))
  }

  return (
    <section className={styles['timeline']} aria-label={say('timeline')} onKeyDown={moveBetweenMarks}>
      <div className={styles['labels']}>
        <div className={styles['zoom']} onMouseDown={(event) => event.preventDefault()}>
          <IconButton icon={ZoomOut} label={say('zoomOut')} {...useKeyHint('timeline.zoomOut')} size="small" onClick={zoomOut} />
          <IconButton icon={ZoomIn} label={say('zoomIn')} {...useKeyHint('timeline.zoomIn')} size="small" onClick={zoomIn} />
          <IconButton icon={Maximize2} label={say('showWhole')} {...useKeyHint('timeline.showAll')} size="small" onClick={showAll} />
          <IconButton
            icon={areEmptyFolded ? UnfoldVertical : FoldVertical}
            label={areEmptyFolded ? say('unfoldLanes') : say('foldLanes')}
            {...useKeyHint('timeline.emptyLanes')}
            size="small"
            isPressed={areEmptyFolded}
            onClick={foldEmptyLanes}
          />
        </div>
        <LaneLabel footage={footage} label={say('pictures')} kind="make-filmstrip" className={styles['filmstripLabel']} />
        <LaneLabel footage={footage} label={say('sound')} kind="read-waveform" className={styles['waveformLabel']} />
        {shownLanes.map((lane) => (
          <span key={lane.id} className={styles['label']} data-tone={lane.tone}>
            {laneWord(lane.id)}
          </span>
        ))}
        <span className={styles['watched']} title={describeWatched(watched)} data-testid="watched-share">
          {say('watchedShare', { share: formatShare(watched.share) })}
        </span>
      </div>
      <div
        ref={track}
        className={styles['tracks']}
        onPointerDown={(event) => {
          if (event.button !== 0) return
          event.currentTarget.setPointerCapture(event.pointerId)
          scrub(event)
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) scrub(event)
        }}
      >
        <Ruler footage={footage} view={view} widthPx={widthPx} timeZone={timeZone} />
        <div
          className={styles['overview']}
          onPointerMove={(event) => setHovered(fractionAt(event.clientX))}
          onPointerLeave={() => setHovered(null)}
        >
          <FilmstripLane {...{ footage, sheets, view, widthPx }} filmstrip={overview?.filmstrip ?? null} onMakeAgain={makeAgain} />
          <WaveformLane {...{ footage, view, widthPx }} extent={overview?.waveform ?? null} onMakeAgain={makeAgain} />
          {hovered !== null && overview !== null && (
            <HoverPreview {...{ footage, overview, sheets, view, widthPx, timeZone }} timeUs={timeAtFraction(view, hovered, durationUs)} />
          )}
        </div>
        {shownLanes.map((lane) => (
          <TimelineLane
            key={lane.id}
            lane={lane}
            tags={withDragged(byLane.get(lane.id) ?? noTags, dragged)}
            view={view}
            widthPx={widthPx}
            selectedId={selectedId}
            onShow={showAround}
            onDragEdge={dragEdge}
          >
            <OpenBands lane={lane.id} footageId={footage.id} view={view} />
          </TimelineLane>
        ))}
        <WatchedLane watched={watched} view={view} />
        <DamageBands footage={footage} view={view} />
        <LoopBand view={view} />
        <Playhead footage={footage} view={view} timeZone={timeZone} />
      </div>
    </section>
  )
}

/** The name of a lane of the overview; how far it is while it is made. */
function LaneLabel({ footage, label, kind, className }: LaneLabelProps) {
  const progress = useOverviewProgress(footage.id, kind)
  return (
    <span className={classNames(styles['label'], className)} data-tone="neutral">
      {label}
      {progress !== null && <span className={styles['progress']}>{Math.floor(progress * 100)} %</span>}
    </span>
  )
}

interface LaneLabelProps {
  footage: Footage
  label: string
  kind: 'make-filmstrip' | 'read-waveform'
  className: string | undefined
}

const noSheets: readonly MediaId[] = []
const noTags: readonly LaneTag[] = []
const noRanges: readonly OpenRange[] = []

/** The place among the kept panels that says whether lanes without tags are folded away. */
const emptyLanes = 'timeline.emptyLanes'

function foldEmptyLanes(): void {
  const { preferences, prefer } = useDeskStore.getState()
  prefer({ panels: { ...preferences.panels, [emptyLanes]: preferences.panels[emptyLanes] === 0 ? 1 : 0 } })
}

function goToUnwatched(footage: Footage): void {
  const { user, notify } = useSessionStore.getState()
  const { gaps } = ownWatched(footage, useCaseStore.getState().viewings, user?.id)
  const { timeUs, controls } = usePlayerStore.getState()
  const gap = nextGap(gaps, timeUs)
  if (gap === null) notify(say('watchedAll'))
  else controls?.seek(gap.startUs)
}

/** Left and right go from mark to mark in order of time; Tab leaves the marks. */
function moveBetweenMarks(event: KeyboardEvent<HTMLElement>): void {
  const from = event.target
  if (!(from instanceof HTMLElement) || from.dataset['markStart'] === undefined) return
  if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
  const marks = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-mark-start]')].sort(
    (one, other) => startOf(one) - startOf(other)
  )
  const next = marks[marks.indexOf(from) + (event.key === 'ArrowRight' ? 1 : -1)]
  event.preventDefault()
  event.stopPropagation()
  if (next === undefined) return
  from.tabIndex = -1
  next.tabIndex = 0
  next.focus()
}

const startOf = (element: HTMLElement) => Number(element.dataset['markStart'])
