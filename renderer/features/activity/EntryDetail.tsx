import { ExternalLink, Undo2 } from 'lucide-react'
import { formatInstant, formatWallClock } from '#shared/domain/time'
import { messagesOf } from '#shared/messages/messagesOf'
import type { LedgerLine } from '#shared/model/ledger'
import { undoLast } from '../../app/appActions'
import { useKeyHint } from '../../app/commands'
import { Badge } from '../../ui/Badge'
import { Button } from '../../ui/Button'
import styles from './Activity.module.css'
import { actionWords, kindTones, whyNotUndone } from './activityWords'
import type { Undoing } from './planActivity'
import { describeLabel } from '../../stores/describeLabel'

const say = messagesOf('activity')

interface EntryDetailProps {
  line: LedgerLine
  timeZone: string
  undoing: Undoing
  /** Shows what it changed, where that has a place. */
  onOpen?: () => void
}

/** One entry of the ledger in full, and what can be done about it. */
export function EntryDetail({ line, timeZone, undoing, onOpen }: EntryDetailProps) {
  const undoKey = useKeyHint('case.undo')
  return (
    <section className={styles['detail']} aria-label={say('entry')}>
      <p>
        <Badge tone={kindTones[line.kind]}>{actionWords(line)}</Badge> {line.isUndone && <Badge>{say('isUndone')}</Badge>}
      </p>
      <h2 className={styles['entry']}>{describeLabel(line.label)}</h2>
      <dl className={styles['facts']}>
        <dt>{say('at')}</dt>
        <dd>
          {formatInstant(line.at, timeZone).replace(/ \d\d:\d\d$/, '')} {formatWallClock(line.at, timeZone)}
        </dd>
        <dt>{say('by')}</dt>
        <dd>{line.actorName}</dd>
        <dt>{say('recorded')}</dt>
        <dd>
          {say('number', { number: line.sequence })} · <code>{line.action}</code>
        </dd>
        <dt>{say('hash')}</dt>
        <dd>
          <code className={styles['hash']}>{line.hash}</code>
        </dd>
      </dl>
      {onOpen === undefined ? (
        <p className={styles['hint']}>{say('openNone')}</p>
      ) : (
        <Button icon={ExternalLink} onClick={onOpen}>
          {say('open')}
        </Button>
      )}
      {undoing === 'now' ? (
        <Button icon={Undo2} {...undoKey} title={say('undoNow', { label: describeLabel(line.label) })} onClick={() => void undoLast()}>
          {say('undo')}
        </Button>
      ) : (
        <p className={styles['hint']}>{whyNotUndone(undoing)}</p>
      )}
    </section>
  )
}
