import { useEffect, useMemo } from 'react'
import { isActive } from '#shared/domain/records'
import { useCaseStore } from '../stores/caseStore'
import { useSelectionStore } from '../stores/selectionStore'
import { useSessionStore } from '../stores/sessionStore'
import { connection } from './connection'

const mostOnScreen = 100

/** Tells the core which footage is on screen, the camera shown large first, so that work on it comes first. */
export function useJobPriority(): void {
  const isInCase = useSessionStore((state) => state.route.screen === 'case')
  const isConnected = useSessionStore((state) => state.core === 'connected')
  const footage = useCaseStore((state) => state.footage)
  const chosenId = useSelectionStore((state) => state.footageId)
  const wanted = useMemo(() => {
    const ids = isInCase ? [...footage.values()].filter(isActive).map(({ id }) => id) : []
    return ids.toSorted((one, other) => Number(other === chosenId) - Number(one === chosenId)).slice(0, mostOnScreen)
  }, [isInCase, footage, chosenId])
  // Records change with every look at a file; the core is told only when what is on screen changes.
  const key = wanted.join(' ')
  useEffect(() => {
    if (!isConnected) return
    // Only an order of work: where the core is away it is told again once it is back.
    connection()
      .client.jobs.prioritize({ subjectIds: key === '' ? [] : key.split(' ') })
      .catch(() => undefined)
  }, [key, isConnected])
}
