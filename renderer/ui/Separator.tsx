import type { KeyboardEvent, PointerEvent } from 'react'
import type { ShareLimits } from './useShare'

interface SeparatorProps {
  /** What it divides; read aloud. */
  label: string
  /** Whether the panes stand side by side. */
  isColumns: boolean
  share: number
  limits: ShareLimits
  className: string | undefined
  /** The share that the separator would have at a place in the window, in CSS pixels; null where there is none. */
  shareAt: (clientX: number, clientY: number) => number | null
  onMove: (share: number) => void
  /** Told when it is let go of, or with the share that it was put back to. */
  onSettle: (share?: number) => void
}

const keyStep = 0.02

/** What stands between two panes: drag it, or move it with the arrow keys, Home and End; a double click puts it back. */
export function Separator({ label, isColumns, share, limits, className, shareAt, onMove, onSettle }: SeparatorProps) {
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const wanted = shareAt(event.clientX, event.clientY)
    if (wanted !== null) onMove(wanted)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const wanted = shareForKey(event.key, share, isColumns, limits)
    if (wanted === null) return
    event.preventDefault()
    event.stopPropagation()
    onMove(wanted)
  }
  return (
    <div
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={isColumns ? 'vertical' : 'horizontal'}
      aria-valuenow={Math.round(share * 100)}
      aria-valuemin={Math.round(limits.minShare * 100)}
      aria-valuemax={Math.round(limits.maxShare * 100)}
      className={className}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
      onLostPointerCapture={() => onSettle()}
      onDoubleClick={() => onSettle(limits.initialShare)}
      onKeyDown={onKeyDown}
      onKeyUp={() => onSettle()}
      onBlur={() => onSettle()}
    />
  )
}

function shareForKey(key: string, share: number, isColumns: boolean, { minShare, maxShare }: ShareLimits): number | null {
  if (key === (isColumns ? 'ArrowLeft' : 'ArrowUp')) return share - keyStep
  if (key === (isColumns ? 'ArrowRight' : 'ArrowDown')) return share + keyStep
  if (key === 'Home') return minShare
  if (key === 'End') return maxShare
  return null
}
