import { FolderSearch, Search } from 'lucide-react'
import { formatInstant } from '#shared/domain/time'
import { messagesOf } from '#shared/messages/messagesOf'
import type { FileCheck } from '#shared/model/fileCheck'
import { fileStateWords } from '../../stores/fileChecks'
import { Button } from '../../ui/Button'
import styles from './FileState.module.css'

const say = messagesOf('setup')

interface FileStateProps {
  check: FileCheck | null
  timeZone: string
  /** Where the file can be looked for. */
  onFind?: (where: 'file' | 'folder') => void
}

/** What the last check of a source file found, with what helps where it was not intact. */
export function FileState({ check, timeZone, onFind }: FileStateProps) {
  if (check === null || check.state === 'intact') return null
  return (
    <div className={styles['note']}>
      <p>{say('verifiedAt', { state: fileStateWords(check.state), when: formatInstant(check.checkedAt, timeZone) })}</p>
      {onFind !== undefined && (
        <div className={styles['actions']}>
          <Button size="small" icon={Search} onClick={() => onFind('file')}>
            {say('findFile')}
          </Button>
          <Button size="small" icon={FolderSearch} onClick={() => onFind('folder')}>
            {say('searchFolder')}
          </Button>
        </div>
      )}
    </div>
  )
}
