import { useState } from 'react'
import { connection } from '../../app/connection'
import { useCaseStore } from '../../stores/caseStore'
import { problemOf } from '../../stores/problemOf'
import { useSessionStore } from '../../stores/sessionStore'
import { useUploadStore } from '../../stores/uploadStore'
import { DropZone } from './DropZone'
import { FootageSection } from './FootageSection'
import { LoadDialog } from './LoadDialog'
import { LoadJobs } from './LoadJobs'
import { PendingFiles } from './PendingFiles'
import { PeopleSection } from './PeopleSection'
import { planLoadItems, type LoadItem } from './planLoad'
import { ReportSection } from './ReportSection'
import styles from './Setup.module.css'
import { messagesOf } from '#shared/messages/messagesOf'
import type { Grant } from '#shared/rpc/hostContract'

const say = messagesOf('setup')

/** People and files of the open case: who was there, the footage, the reports. */
export function Setup() {
  const opened = useCaseStore((state) => state.case)
  const [items, setItems] = useState<readonly LoadItem[]>([])
  const isUploading = useUploadStore((state) => state.uploads.length > 0)
  const [isReceiving, setReceiving] = useState(false)
  if (opened === null) return null

  const receive = async (give: () => Promise<Grant[]>, kind?: 'footage' | 'report') => {
    setReceiving(true)
    try {
      const grants = await give()
      setItems((before) => [...before, ...planLoadItems(grants, kind)])
    } catch (error) {
      const problem = problemOf(error)
      useSessionStore.getState().notify(problem.what, problem)
    } finally {
      setReceiving(false)
    }
  }
  const pick = (kind: 'footage' | 'report') => void receive(() => connection().shell.pickFiles(kind), kind)

  return (
    <DropZone onDrop={(files) => void receive(() => connection().shell.grantDropped(files))}>
      <div className={styles['page']}>
        <PendingFiles onLoad={(grants) => setItems((before) => [...before, ...planLoadItems(grants)])} />
        {isReceiving && !isUploading && (
          <p role="status" className={styles['receiving']}>
            {say('waitingFiles')}
          </p>
        )}
        <LoadJobs caseId={opened.id} />
        <div className={styles['columns']}>
          <PeopleSection caseId={opened.id} timeZone={opened.timeZone} />
          <div className={styles['files']}>
            <FootageSection timeZone={opened.timeZone} onPick={() => pick('footage')} />
            <ReportSection timeZone={opened.timeZone} onPick={() => pick('report')} />
          </div>
        </div>
      </div>
      {items.length > 0 && <LoadDialog opened={opened} items={items} onChange={setItems} onClose={() => setItems([])} />}
    </DropZone>
  )
}
