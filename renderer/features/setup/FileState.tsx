import { FolderSearch, Search } from 'lucide-react'
import { formatInstant } from '#shared/domain/time'
import type { FileCheck } from '#shared/model/fileCheck'
import { fileStateWords } from '../../stores/fileChecks'
import { Button } from '../../ui/Button'
import styles from './FileState.module.css'

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
      <p>
        {fileStateWords(check.state)} Verified {formatInstant(check.checkedAt, timeZone)}. Tags, links and the recorded hash are kept.
      </p>
      {onFind !== undefined && (
        <div className={styles['actions']}>
          <Button size="small" icon={Search} onClick={() => onFind('file')}>
            Find the file…
          </Button>
          <Button size="small" icon={FolderSearch} onClick={() => onFind('folder')}>
            Search a folder…
          </Button>
        </div>
      )}
    </div>
  )
}
