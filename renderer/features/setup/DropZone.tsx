import { FileDown } from 'lucide-react'
import { useRef, useState, type DragEvent, type ReactNode } from 'react'
import { messagesOf } from '#shared/messages/messagesOf'
import styles from './DropZone.module.css'

const say = messagesOf('setup')

/** Takes files dropped anywhere on what it holds, and shows that it would. */
export function DropZone({ onDrop, children }: { onDrop: (files: File[]) => void; children: ReactNode }) {
  const [isOver, setOver] = useState(false)
  // Entering a child comes before leaving its parent, so the two are counted.
  const depth = useRef(0)
  const leave = () => {
    depth.current = 0
    setOver(false)
  }
  return (
    <div
      className={styles['zone']}
      onDragEnter={(event) => {
        if (!hasFiles(event)) return
        depth.current += 1
        setOver(true)
      }}
      onDragLeave={() => {
        depth.current -= 1
        if (depth.current <= 0) leave()
      }}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        leave()
        const files = [...event.dataTransfer.files]
        if (files.length > 0) onDrop(files)
      }}
    >
      <div className={styles['content']}>{children}</div>
      {isOver && (
        <div className={styles['target']}>
          <FileDown aria-hidden className={styles['icon']} />
          {say('drop')}
        </div>
      )}
    </div>
  )
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer.types.includes('Files')
}
