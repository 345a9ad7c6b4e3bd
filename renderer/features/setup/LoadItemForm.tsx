import { FileText, Video, X } from 'lucide-react'
import { messagesOf } from '#shared/messages/messagesOf'
import { IconButton } from '../../ui/IconButton'
import { ProblemNote } from '../../ui/ProblemNote'
import { SegmentedControl } from '../../ui/SegmentedControl'
import { FootageFields } from './FootageFields'
import { formatBytes } from './formatBytes'
import styles from './LoadItemForm.module.css'
import type { FileKind, LoadItem } from './planLoad'
import { ReportFields } from './ReportFields'

const say = messagesOf('setup')

interface LoadItemFormProps {
  item: LoadItem
  timeZone: string
  onChange: (item: LoadItem) => void
  onRemove: () => void
}

const kindOptions = (): readonly { value: FileKind; label: string }[] => [
  { value: 'footage', label: say('kindFootage') },
  { value: 'report', label: say('kindReport') }
]

/** One chosen file: footage or report, and what belongs to it. */
export function LoadItemForm({ item, timeZone, onChange, onRemove }: LoadItemFormProps) {
  const Icon = item.kind === 'footage' ? Video : FileText
  return (
    <section className={styles['item']} aria-label={item.fileName}>
      <div className={styles['head']}>
        <Icon aria-hidden className={styles['icon']} />
        <strong className={styles['name']} title={item.fileName}>
          {item.fileName}
        </strong>
        <span className={styles['size']}>{formatBytes(item.sizeBytes)}</span>
        <SegmentedControl
          label={say('whatIs', { name: item.fileName })}
          size="small"
          value={item.kind}
          options={kindOptions()}
          onValueChange={(kind) => onChange({ ...item, kind, problem: null })}
        />
        <IconButton icon={X} label={say('leaveOutName', { name: item.fileName })} size="small" onClick={onRemove} />
      </div>
      {item.problem !== null && <ProblemNote problem={item.problem} />}
      {item.kind === 'footage' ? (
        <FootageFields draft={item.footage} timeZone={timeZone} isNew onChange={(footage) => onChange({ ...item, footage })} />
      ) : (
        <ReportFields draft={item.report} timeZone={timeZone} onChange={(report) => onChange({ ...item, report })} />
      )}
    </section>
  )
}
