import { useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { classNames } from './classNames'
import styles from './SplitPane.module.css'

interface SplitPaneProps {
  /** Under which the position is remembered on this machine, e.g. `workbench`. */
  storageKey: string
  /** What the separator divides; read aloud. */
  label: string
  first: ReactNode
  second: ReactNode
  /** `columns` puts the panes side by side, `rows` one above the other. */
  direction?: 'columns' | 'rows'
  /** Share of the first pane, 0 to 1. */
  initialShare?: number
  minShare?: number
  maxShare?: number
}

const keyStep = 0.02

/** Two panes with a separator to drag, or to move with the arrow keys, Home and End. */
export function SplitPane({
  storageKey,
  label,
  first,
  second,
  direction = 'columns',
  initialShare = 0.5,
  minShare = 0.2,
  maxShare = 0.8
}: SplitPaneProps) {
  const frame = useRef<HTMLDivElement>(null)
  const [share, setShare] = useState(() => clamp(readShare(storageKey) ?? initialShare, minShare, maxShare))
  const isColumns = direction === 'columns'

  const moveTo = (wanted: number) => {
    const next = clamp(wanted, minShare, maxShare)
    setShare(next)
    localStorage.setItem(keyOf(storageKey), String(next))
  }
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const box = frame.current?.getBoundingClientRect()
    if (box === undefined || !event.currentTarget.hasPointerCapture(event.pointerId)) return
    moveTo(isColumns ? (event.clientX - box.left) / box.width : (event.clientY - box.top) / box.height)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const wanted = shareForKey(event.key, share, isColumns, minShare, maxShare)
    if (wanted === null) return
    event.preventDefault()
    event.stopPropagation()
    moveTo(wanted)
  }
  const tracks = `minmax(0, ${share}fr) auto minmax(0, ${1 - share}fr)`
  return (
    <div
      ref={frame}
      className={classNames(styles['frame'], styles[direction])}
      style={isColumns ? { gridTemplateColumns: tracks } : { gridTemplateRows: tracks }}
    >
      <div className={styles['pane']}>{first}</div>
      <div
        role="separator"
        tabIndex={0}
        aria-label={label}
        aria-orientation={isColumns ? 'vertical' : 'horizontal'}
        aria-valuenow={Math.round(share * 100)}
        aria-valuemin={Math.round(minShare * 100)}
        aria-valuemax={Math.round(maxShare * 100)}
        className={styles['separator']}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={onPointerMove}
        onDoubleClick={() => moveTo(initialShare)}
        onKeyDown={onKeyDown}
      />
      <div className={styles['pane']}>{second}</div>
    </div>
  )
}

function shareForKey(key: string, share: number, isColumns: boolean, minShare: number, maxShare: number): number | null {
  if (key === (isColumns ? 'ArrowLeft' : 'ArrowUp')) return share - keyStep
  if (key === (isColumns ? 'ArrowRight' : 'ArrowDown')) return share + keyStep
  if (key === 'Home') return minShare
  if (key === 'End') return maxShare
  return null
}

const keyOf = (storageKey: string) => `countersign.split.${storageKey}`

function readShare(storageKey: string): number | null {
  const stored = Number.parseFloat(localStorage.getItem(keyOf(storageKey)) ?? '')
  return Number.isFinite(stored) ? stored : null
}

const clamp = (value: number, min: number, max: number) => Math.min(max, Math.max(min, value))
