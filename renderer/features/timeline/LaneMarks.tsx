import { memo, useMemo } from 'react'
import { describeTag } from '#shared/domain/records'
import { formatFootageTime } from '#shared/domain/time'
import { messagesOf } from '#shared/messages/messagesOf'
import type { TagId } from '#shared/model/ids'
import { usePlayerStore } from '../../stores/playerStore'
import { useSelectionStore } from '../../stores/selectionStore'
import { useSessionStore } from '../../stores/sessionStore'
import { classNames } from '../../ui/classNames'
import type { LaneTag } from './laneTags'
import { planMarks, type Mark } from './planMarks'
import styles from './Timeline.module.css'
import type { TimeView } from './timeScale'

interface LaneMarksProps {
  /** The lane's tags in order of their start. */
  tags: readonly LaneTag[]
  view: TimeView
  widthPx: number
  selectedId: TagId | null
  /** While the timeline moves, what is drawn has gone from under these. */
  isMoving: boolean
  onShow: (view: TimeView) => void
}

const say = messagesOf('timeline')

/** The marks of a lane for the mouse, the keyboard and screen readers; what is seen of them is drawn beneath. */
export const LaneMarks = memo(function LaneMarks({ tags, view, widthPx, selectedId, isMoving, onShow }: LaneMarksProps) {
  const codebook = useSessionStore((state) => state.codebook)
  const { marks, rowCount } = useMemo(() => planMarks(tags, view, widthPx, selectedId), [tags, view, widthPx, selectedId])
  const byId = useMemo(() => new Map(tags.map((tag) => [tag.id, tag])), [tags])
  const selectedMark = marks.find((mark) => mark.tagIds[0] === selectedId)
  return (
    <div className={classNames(styles['marks'], isMoving && styles['isMoving'])}>
      {marks.map((mark, index) => {
        const first = byId.get(mark.tagIds[0])
        if (first === undefined) return null
        const inMark = mark.tagIds.flatMap((id) => byId.get(id) ?? [])
        const isSelected = mark === selectedMark
        const label = mark.tagIds.length === 1 ? nameOf(first, describeTag(first.tag, codebook)) : clusterName(inMark)
        return (
          <button
            key={mark.tagIds[0]}
            type="button"
            className={classNames(styles['mark'], isSelected && styles['selected'])}
            style={{ left: `${mark.leftPx}px`, width: `${mark.widthPx}px`, ...rowStyle(mark, rowCount) }}
            title={label}
            aria-label={label}
            aria-pressed={isSelected}
            data-mark-start={first.startUs}
            tabIndex={(selectedMark === undefined ? index === 0 : isSelected) ? 0 : -1}
            onPointerDown={(event) => event.stopPropagation()}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => (mark.tagIds.length === 1 ? openTag(first) : onShow(viewAround(inMark, view)))}
          />
        )
      })}
    </div>
  )
})

/** Where a row of a lane lies in it. */
export const rowStyle = (mark: Pick<Mark, 'row'>, rowCount: number) => ({
  top: `${(mark.row / rowCount) * 100}%`,
  height: `${100 / rowCount}%`
})

function openTag({ tag, isElsewhere }: LaneTag): void {
  useSelectionStore.getState().select({ tagId: tag.id, editingTagId: tag.id })
  // The player goes to another camera by itself.
  if (!isElsewhere) usePlayerStore.getState().controls?.seek(tag.startUs)
}

function nameOf({ tag, isElsewhere }: LaneTag, description: string): string {
  const start = formatFootageTime(tag.startUs)
  const name =
    tag.endUs === null
      ? say('tagAt', { tag: description, start })
      : say('tagFromTo', { tag: description, start, end: formatFootageTime(tag.endUs) })
  return isElsewhere ? say('ofAnotherCamera', { name }) : name
}

function clusterName(tags: readonly LaneTag[]): string {
  const last = tags.at(-1)
  const start = formatFootageTime(Math.max(0, tags[0]?.startUs ?? 0))
  return say('cluster', { count: tags.length, start, end: formatFootageTime(Math.max(0, last?.startUs ?? 0)) })
}

/** The stretch that spreads tags drawn as one over most of the timeline. */
function viewAround(tags: readonly LaneTag[], view: TimeView): TimeView {
  const startUs = Math.min(...tags.map((tag) => tag.startUs))
  const endUs = Math.max(...tags.map((tag) => tag.endUs ?? tag.startUs))
  const aroundUs = Math.max((endUs - startUs) * 0.2, Math.min(500_000, (view.endUs - view.startUs) / 8))
  return { startUs: Math.max(0, Math.round(startUs - aroundUs)), endUs: Math.round(endUs + aroundUs) }
}
