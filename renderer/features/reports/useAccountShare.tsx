import { messagesOf } from '#shared/messages/messagesOf'
import { useCallback, useRef, type ReactNode, type RefCallback } from 'react'
import { useReportViewStore } from '../../stores/reportViewStore'
import { Separator } from '../../ui/Separator'
import { useShare } from '../../ui/useShare'
import styles from './TwoAccounts.module.css'

const say = messagesOf('reports')

const usual = { initialShare: 0.41, minShare: 0.24, maxShare: 0.6 }
/** For reading: the cards are about as wide as it takes to tell them apart. */
const reading = { ...usual, initialShare: 0.24 }

/**
 * How the width is shared between the cards and the report, remembered apart for the usual layout and for reading: `tracks` gives the
 * element that holds both its widths, and `separator` stands in its middle column.
 */
export function useAccountShare(): { tracks: RefCallback<HTMLElement>; separator: ReactNode } {
  const isWide = useReportViewStore((store) => store.isWide)
  const limits = isWide ? reading : usual
  const { share, moveTo, settle } = useShare(isWide ? 'accounts-reading' : 'accounts', limits)
  const frame = useRef<HTMLElement>(null)
  const tracks = useCallback(
    (element: HTMLElement | null) => {
      frame.current = element
      element?.toggleAttribute('data-wide', isWide)
      element?.style.setProperty('--cards-track', `${share}fr`)
      element?.style.setProperty('--report-track', `${1 - share}fr`)
    },
    [share, isWide]
  )
  const shareAt = (clientX: number) => {
    const columns = frame.current?.querySelector('[role=separator]')?.parentElement
    if (columns === null || columns === undefined) return null
    const { left, width } = columns.getBoundingClientRect()
    const gutter = Number.parseFloat(getComputedStyle(columns).gridTemplateColumns.split(' ')[1] ?? '0')
    return (clientX - left - gutter / 2) / (width - gutter)
  }
  const separator = (
    <Separator
      label={say('between')}
      isColumns
      share={share}
      limits={limits}
      className={styles['between']}
      shareAt={shareAt}
      onMove={moveTo}
      onSettle={settle}
    />
  )
  return { tracks, separator }
}
