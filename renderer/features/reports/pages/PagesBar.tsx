import { Minus, Plus, X } from 'lucide-react'
import { useReportViewStore } from '../../../stores/reportViewStore'
import { Button } from '../../../ui/Button'
import { IconButton } from '../../../ui/IconButton'
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
      <IconButton
        icon={Minus}
        label="Smaller"
        size="small"
        disabled={smaller === null}
        onClick={() => smaller !== null && setZoom(smaller)}
      />
      <span className={styles['size']}>{Math.round(size * 100)}%</span>
      <IconButton icon={Plus} label="Larger" size="small" disabled={larger === null} onClick={() => larger !== null && setZoom(larger)} />
      <Button size="small" variant="quiet" aria-pressed={zoom === 'fit'} onClick={() => setZoom('fit')}>
        Fit to width
      </Button>
    </div>
  )
}
