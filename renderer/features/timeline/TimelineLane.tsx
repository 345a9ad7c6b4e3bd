import { useCallback, useMemo, type PointerEvent, type ReactNode } from 'react'
import { messagesOf } from '#shared/messages/messagesOf'
import type { TagId } from '#shared/model/ids'
import { classNames } from '../../ui/classNames'
import { drawMarks } from './drawMarks'
import { LaneMarks, rowStyle } from './LaneMarks'
import { laneWord } from '../../ui/laneWord'
import type { Lane, LaneTag } from './laneTags'
import type { Edge } from './planDrag'
import { planMarks, type Mark } from './planMarks'
import styles from './Timeline.module.css'
import type { TimeView } from './timeScale'
import { useCanvas, type Drawing } from './useCanvas'
import { useSettled } from './useSettled'

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

const say = messagesOf('timeline')
/** Shorter than the time from the end of a movement to the next press. */
const settleMs = 90

/**
 * One lane of the timeline. Its marks are drawn at every frame of a movement, which thousands of elements would not keep up with; the
 * elements for mouse, keyboard and screen readers follow when it stands still. Tags that fall on the same pixels are one mark.
 */
export function TimelineLane({ lane, tags, view, widthPx, selectedId, onShow, onDragEdge, children }: TimelineLaneProps) {
  const { marks, rowCount } = useMemo(() => planMarks(tags, view, widthPx, selectedId), [tags, view, widthPx, selectedId])
  const byId = useMemo(() => new Map(tags.map((tag) => [tag.id, tag])), [tags])
  const now = useMemo(() => ({ tags, view, widthPx }), [tags, view, widthPx])
  const settled = useSettled(now, settleMs)
  const selectedMark = selectedId === null ? undefined : marks.find((mark) => mark.tagIds[0] === selectedId)
  const selected = selectedMark === undefined ? undefined : byId.get(selectedMark.tagIds[0])
  const draw = useCallback(
    (drawing: Drawing) =>
      drawMarks(drawing, '--tone', marks, rowCount, ({ tagIds }) => ({
        isCluster: tagIds.length > 1,
        isElsewhere: tagIds.every((id) => byId.get(id)?.isElsewhere === true)
      })),
    [marks, rowCount, byId]
  )
  const canvas = useCanvas(widthPx, draw)
  return (
    <div
      className={styles['lane']}
      role="group"
      aria-label={say('lane', { lane: laneWord(lane.id), count: tags.length })}
      data-lane={lane.id}
      data-tone={lane.tone}
    >
      <canvas ref={canvas} className={styles['drawn']} aria-hidden />
      {children}
      <LaneMarks {...settled} selectedId={selectedId} isMoving={settled !== now} onShow={onShow} />
      {selectedMark !== undefined && selected?.isElsewhere === false && (
        <>
          {selected.endUs !== null && <Handle mark={selectedMark} edge="start" rowCount={rowCount} onDrag={onDragEdge} />}
          <Handle mark={selectedMark} edge="end" rowCount={rowCount} onDrag={onDragEdge} />
        </>
      )}
    </div>
  )
}

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
