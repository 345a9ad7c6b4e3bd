import { Minus, MoveHorizontal, Plus, Scan, X } from 'lucide-react'
import { useReportViewStore } from '../../../stores/reportViewStore'
import { Button } from '../../../ui/Button'
import { IconButton } from '../../../ui/IconButton'
import { Tooltip } from '../../../ui/Tooltip'
import { Kbd } from '../../../ui/Kbd'
import { nextZoom, paperScale } from './planZoom'
import styles from './ReportPages.module.css'

interface PagesBarProps {
  current: number
  count: number
  /** CSS pixels per point. */
  scale: number
  /** Words were selected that could not be found in the report's text. */
  isUnplaced: boolean
  onDismiss: () => void
}

/** Where the reader is, and how large the pages are drawn. */
export function PagesBar({ current, count, scale, isUnplaced, onDismiss }: PagesBarProps) {
  const { zoom, setZoom, show } = useReportViewStore()
  const size = scale / paperScale
  const percent = `${Math.round(size * 100)}%`
  const [smaller, larger] = [nextZoom(size, -1), nextZoom(size, 1)]
  return (
    <div className={styles['bar']}>
      {isUnplaced && (
        <div role="alert" className={styles['unplaced']}>
          <p>These words could not be placed in the text of the report; select them in the Text view.</p>
          <Button size="small" onClick={() => show('text')}>
            Show as text
          </Button>
          <IconButton icon={X} label="Dismiss" size="small" onClick={onDismiss} />
        </div>
      )}
      <span className={styles['where']}>
        Page {current} of {count}
      </span>
      <span className={styles['hint']}>
        Select words: drag, or <Kbd keys="ArrowDown" /> <Kbd keys="Shift+ArrowRight" />
      </span>
      <IconButton
        icon={Minus}
        label="Smaller"
        keyHint="-"
        size="small"
        disabled={smaller === null}
        onClick={() => smaller !== null && setZoom(smaller)}
      />
      <Tooltip content="As large as the paper" keyHint="0">
        <button type="button" className={styles['size']} aria-label={`${percent}: show as large as the paper`} onClick={() => setZoom(1)}>
          {percent}
        </button>
      </Tooltip>
      <IconButton
        icon={Plus}
        label="Larger"
        keyHint="+"
        size="small"
        disabled={larger === null}
        onClick={() => larger !== null && setZoom(larger)}
      />
      <IconButton
        icon={MoveHorizontal}
        label="As wide as the column"
        keyHint="0"
        size="small"
        isPressed={zoom === 'fit-width'}
        onClick={() => setZoom('fit-width')}
      />
      <IconButton
        icon={Scan}
        label="The whole page"
        keyHint="0"
        size="small"
        isPressed={zoom === 'fit-page'}
        onClick={() => setZoom('fit-page')}
      />
    </div>
  )
}
