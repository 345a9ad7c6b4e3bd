import { Unplug } from 'lucide-react'
import { useEffect, useState } from 'react'
import { EmptyState } from '../ui/EmptyState'
import { Waiting } from '../ui/Waiting'
import styles from './App.module.css'

const patienceMs = 4000

/** What is seen until the core answers for the first time. */
export function ConnectingScreen() {
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patienceMs)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className={styles['connecting']}>
      {isLate ? (
        <EmptyState icon={Unplug} title="The core does not answer yet">
          The window goes on trying. In a browser, open the address that the terminal printed; it holds this start’s token.
        </EmptyState>
      ) : (
        <Waiting>Opening Countersign…</Waiting>
      )}
    </div>
  )
}
