import { messagesOf } from '#shared/messages/messagesOf'
import { Minus, MoveHorizontal, Plus, Scan, X } from 'lucide-react'
import { useReportViewStore } from '../../../stores/reportViewStore'
import { Button } from '../../../ui/Button'
import { fixedKeys } from '../../../ui/fixedKeys'
import { IconButton } from '../../../ui/IconButton'
import { Tooltip } from '../../../ui/Tooltip'
import { Kbd } from '../../../ui/Kbd'
import { nextZoom, paperScale, zoomKeys } from './planZoom'
import styles from './ReportPages.module.css'

const say = messagesOf('reports')

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
          <p>{say('wordsUnplaced')}</p>
          <Button size="small" onClick={() => show('text')}>
            {say('showAsText')}
          </Button>
          <IconButton icon={X} label={say('dismiss')} size="small" onClick={onDismiss} />
        </div>
      )}
      <span className={styles['where']}>{say('pageOf', { n: current, all: count })}</span>
      <span className={styles['hint']}>
        {say('selectWordsPages')} <Kbd keys={fixedKeys.sentence} /> <Kbd keys={fixedKeys.moreWords} />
      </span>
      <IconButton
        icon={Minus}
        label={say('smaller')}
        keyHint={zoomKeys.smaller}
        size="small"
        disabled={smaller === null}
        onClick={() => smaller !== null && setZoom(smaller)}
      />
      <Tooltip content={say('asPaper')} keyHint={zoomKeys.next}>
        <button type="button" className={styles['size']} aria-label={say('percentAsPaper', { percent })} onClick={() => setZoom(1)}>
          {percent}
        </button>
      </Tooltip>
      <IconButton
        icon={Plus}
        label={say('larger')}
        keyHint={zoomKeys.larger}
        size="small"
        disabled={larger === null}
        onClick={() => larger !== null && setZoom(larger)}
      />
      <IconButton
        icon={MoveHorizontal}
        label={say('asColumn')}
        keyHint={zoomKeys.next}
        size="small"
        isPressed={zoom === 'fit-width'}
        onClick={() => setZoom('fit-width')}
      />
      <IconButton
        icon={Scan}
        label={say('wholePage')}
        keyHint={zoomKeys.next}
        size="small"
        isPressed={zoom === 'fit-page'}
        onClick={() => setZoom('fit-page')}
      />
    </div>
  )
}
