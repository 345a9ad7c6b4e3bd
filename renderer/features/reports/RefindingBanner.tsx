import { messagesOf } from '#shared/messages/messagesOf'
import { FileDiff } from 'lucide-react'
import { needsALook } from '#shared/domain/reportVersions'
import type { Passage, Report } from '#shared/model/report'
import { Button } from '../../ui/Button'
import styles from './RefindingBanner.module.css'
import { bannerWords } from './refindingWords'

const say = messagesOf('reports')

interface RefindingBannerProps {
  report: Report
  passages: readonly Passage[]
  onOpen: () => void
}

/** Says on a report with another text which of its passages a person has not placed yet; what rests on them is not compared until then. */
export function RefindingBanner({ report, passages, onOpen }: RefindingBannerProps) {
  const isWaiting = passages.some(needsALook)
  return (
    <aside className={styles['banner']} data-tone={isWaiting ? 'need' : 'neutral'} aria-label={say('formerPassages')}>
      <FileDiff aria-hidden className={styles['icon']} />
      <p className={styles['words']}>
        <b>{bannerWords(passages, report)}</b> {isWaiting && say('untilThen')}
      </p>
      <Button size="small" onClick={onOpen}>
        {isWaiting ? say('lookAtThem') : say('show')}
      </Button>
    </aside>
  )
}
