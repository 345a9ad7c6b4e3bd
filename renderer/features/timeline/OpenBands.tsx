import type { FootageId } from '#shared/model/ids'
import { usePlayerStore } from '../../stores/playerStore'
import { useSelectionStore } from '../../stores/selectionStore'
import { useSessionStore } from '../../stores/sessionStore'
import type { LaneId } from './laneTags'
import styles from './Timeline.module.css'
import { fractionOf, type TimeView } from './timeScale'

/** Ranges of this lane that wait for their end: from where they were opened to the playhead. */
export function OpenBands({ lane, footageId, view }: { lane: LaneId; footageId: FootageId; view: TimeView }) {
  const openRanges = useSelectionStore((state) => state.openRanges)
  const codebook = useSessionStore((state) => state.codebook)
  const own = openRanges.filter(
    (open) => open.footageId === footageId && codebook.tagKinds.some((kind) => kind.id === open.kind && kind.lane === lane)
  )
  return own.map((open) => <OpenBand key={open.kind} startUs={open.startUs} view={view} />)
}

function OpenBand({ startUs, view }: { startUs: number; view: TimeView }) {
  const timeUs = usePlayerStore((state) => state.timeUs)
  const left = Math.max(0, fractionOf(view, startUs))
  const right = Math.min(1, fractionOf(view, timeUs))
  if (left > 1 || (right < left && fractionOf(view, startUs) < 0)) return null
  // At least as wide as a moment: it is seen in the frame after its key is pressed, before the core has the tag.
  return (
    <div data-open-range="" className={styles['open']} style={{ left: `${left * 100}%`, width: `${Math.max(0, right - left) * 100}%` }} />
  )
}
