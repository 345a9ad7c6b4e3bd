import { useRef, type ReactNode } from 'react'
import { classNames } from './classNames'
import { Separator } from './Separator'
import styles from './SplitPane.module.css'
import { useShare, type ShareLimits } from './useShare'

interface SplitPaneProps extends Partial<ShareLimits> {
  /** Under which the position is remembered on this machine, e.g. `workbench`; another one is another position of the same panes. */
  storageKey: string
  /** What the separator divides; read aloud. */
  label: string
  first: ReactNode
  second: ReactNode
  /** `columns` puts the panes side by side, `rows` one above the other. */
  direction?: 'columns' | 'rows'
}

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
  const limits = { initialShare, minShare, maxShare }
  const [share, moveTo] = useShare(storageKey, limits)
  const isColumns = direction === 'columns'
  const shareAt = (clientX: number, clientY: number) => {
    const box = frame.current?.getBoundingClientRect()
    if (box === undefined) return null
    return isColumns ? (clientX - box.left) / box.width : (clientY - box.top) / box.height
  }
  const tracks = `minmax(0, ${share}fr) auto minmax(0, ${1 - share}fr)`
  return (
    <div
      ref={frame}
      className={classNames(styles['frame'], styles[direction])}
      style={isColumns ? { gridTemplateColumns: tracks } : { gridTemplateRows: tracks }}
    >
      <div className={styles['pane']}>{first}</div>
      <Separator
        label={label}
        isColumns={isColumns}
        share={share}
        limits={limits}
        className={styles['separator']}
        shareAt={shareAt}
        onMove={moveTo}
      />
      <div className={styles['pane']}>{second}</div>
    </div>
  )
}
