import { Unplug } from 'lucide-react'
import { useEffect, useState } from 'react'
import { messagesOf } from '#shared/messages/messagesOf'
import { EmptyState } from '../ui/EmptyState'
import { Waiting } from '../ui/Waiting'
import styles from './App.module.css'

const say = messagesOf('app')
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
        <EmptyState icon={Unplug} title={say('noAnswer')}>
          {say('noAnswerTodo')}
        </EmptyState>
      ) : (
        <Waiting>{say('opening')}</Waiting>
      )}
    </div>
  )
}
