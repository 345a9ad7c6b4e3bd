import { useMemo, type PointerEvent, type ReactNode } from 'react'
import { describeTag } from '#shared/domain/records'
import { formatFootageTime } from '#shared/domain/time'
import type { TagId } from '#shared/model/ids'
import { usePlayerStore } from '../../stores/playerStore'
import { useSelectionStore } from '../../stores/selectionStore'
import { useSessionStore } from '../../stores/sessionStore'
import { classNames } from '../../ui/classNames'
import type { Lane, LaneTag } from './laneTags'
import type { Edge } from './planDrag'
import { planMarks, type Mark } from './planMarks'
import styles from './Timeline.module.css'
import type { TimeView } from './timeScale'

interface TimelineLaneProps {
  lane: Lane
  /** The lane's tags in order of their start. */
  tags: readonly LaneTag[]
  view: TimeView
  widthPx: number
  selectedId: TagId | null
  onShow: (view: TimeView) => void
  onDragEdge: (tagId: TagId, edge: Edge, clientX: number, isReleased: boolean) => void
  children?: ReactNode
}

/** One lane of the timeline. Only what is in view is drawn; tags that fall on the same pixels are drawn as one. */
export function TimelineLane({ lane, tags, view, widthPx, selectedId, onShow, onDragEdge, children }: TimelineLaneProps) {
  const codebook = useSessionStore((state) => state.codebook)
  const { marks, rowCount } = useMemo(() => planMarks(tags, view, widthPx, selectedId), [tags, view, widthPx, selectedId])
  const byId = useMemo(() => new Map(tags.map((tag) => [tag.id, tag])), [tags])
  const selectedMark = marks.find((mark) => mark.tagIds[0] === selectedId)
  return (
    <div className={styles['lane']} role="group" aria-label={`Lane ${lane.label}, ${tags.length} tags`} data-tone={lane.tone}>
      {children}
      {marks.map((mark, index) => {
        const first = byId.get(mark.tagIds[0])
        if (first === undefined) return null
        const inMark = mark.tagIds.flatMap((id) => byId.get(id) ?? [])
        return (
          <MarkButton
            key={mark.tagIds[0]}
            mark={mark}
            rowCount={rowCount}
            startUs={first.startUs}
            label={mark.tagIds.length === 1 ? nameOf(first, describeTag(first.tag, codebook)) : clusterName(inMark)}
            isElsewhere={inMark.every((tag) => tag.isElsewhere)}
            isSelected={mark === selectedMark}
            isInTabOrder={selectedMark === undefined ? index === 0 : mark === selectedMark}
            onPress={() => (mark.tagIds.length === 1 ? openTag(first) : onShow(viewAround(inMark, view)))}
          />
        )
      })}
      {selectedMark !== undefined && byId.get(selectedMark.tagIds[0])?.isElsewhere === false && (
        <>
          {isRangeIn(byId, selectedMark) && <Handle mark={selectedMark} edge="start" rowCount={rowCount} onDrag={onDragEdge} />}
          <Handle mark={selectedMark} edge="end" rowCount={rowCount} onDrag={onDragEdge} />
        </>
      )}
    </div>
  )
}

interface MarkButtonProps {
  mark: Mark
  rowCount: number
  startUs: number
  label: string
  isSelected: boolean
  isElsewhere: boolean
  isInTabOrder: boolean
  onPress: () => void
}

function MarkButton({ mark, rowCount, startUs, label, isSelected, isElsewhere, isInTabOrder, onPress }: MarkButtonProps) {
  const isCluster = mark.tagIds.length > 1
  return (
    <button
      type="button"
      className={classNames(
        styles['mark'],
        mark.isRange && styles['range'],
        isCluster && styles['cluster'],
        isElsewhere && styles['elsewhere'],
        isSelected && styles['selected']
      )}
      style={{ left: `${mark.leftPx}px`, width: `${mark.widthPx}px`, ...rowStyle(mark, rowCount) }}
      title={label}
      aria-label={label}
      aria-pressed={isSelected}
      data-mark-start={startUs}
      tabIndex={isInTabOrder ? 0 : -1}
      onPointerDown={(event) => event.stopPropagation()}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    />
  )
}

const rowStyle = (mark: Mark, rowCount: number) => ({ top: `${(mark.row / rowCount) * 100}%`, height: `${100 / rowCount}%` })

interface HandleProps {
  mark: Mark
  edge: Edge
  rowCount: number
  onDrag: TimelineLaneProps['onDragEdge']
}

/** An edge to drag; with the keyboard the same is done in the tag's fields. */
function Handle({ mark, edge, rowCount, onDrag }: HandleProps) {
  const move = (event: PointerEvent<HTMLSpanElement>, isReleased: boolean) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    event.stopPropagation()
    onDrag(mark.tagIds[0], edge, event.clientX, isReleased)
  }
  return (
    <span
      aria-hidden
      data-edge={edge}
      className={classNames(styles['handle'], styles[edge])}
      style={{
        left: `${edge === 'start' ? mark.leftPx : mark.leftPx + mark.widthPx}px`,
        ...rowStyle(mark, rowCount)
      }}
      onPointerDown={(event) => {
        event.stopPropagation()
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={(event) => move(event, false)}
      onPointerUp={(event) => move(event, true)}
    />
  )
}

function openTag({ tag, isElsewhere }: LaneTag): void {
  useSelectionStore.getState().select({ tagId: tag.id, editingTagId: tag.id })
  // The player goes to another camera by itself.
  if (!isElsewhere) usePlayerStore.getState().controls?.seek(tag.startUs)
}

function nameOf({ tag, isElsewhere }: LaneTag, description: string): string {
  const start = formatFootageTime(tag.startUs)
  const name = tag.endUs === null ? `${description} at ${start}` : `${description} from ${start} to ${formatFootageTime(tag.endUs)}`
  return isElsewhere ? `${name}, of another camera` : name
}

function clusterName(tags: readonly LaneTag[]): string {
  const last = tags.at(-1)
  return `${tags.length} tags from ${formatFootageTime(Math.max(0, tags[0]?.startUs ?? 0))} to ${formatFootageTime(last?.startUs ?? 0)}; zoom in to see each`
}

/** The stretch that spreads tags drawn as one over most of the timeline. */
function viewAround(tags: readonly LaneTag[], view: TimeView): TimeView {
  const startUs = Math.min(...tags.map((tag) => tag.startUs))
  const endUs = Math.max(...tags.map((tag) => tag.endUs ?? tag.startUs))
  const aroundUs = Math.max((endUs - startUs) * 0.2, Math.min(500_000, (view.endUs - view.startUs) / 8))
  return { startUs: Math.max(0, Math.round(startUs - aroundUs)), endUs: Math.round(endUs + aroundUs) }
}

function isRangeIn(tags: ReadonlyMap<TagId, LaneTag>, mark: Mark): boolean {
  const tag = tags.get(mark.tagIds[0])
  return tag !== undefined && tag.endUs !== null
}
