import { useEffect } from 'react'
import { useOverlayStore } from '../../app/overlayStore'
import { useCaseStore } from '../../stores/caseStore'
import { useDeskStore } from '../../stores/deskStore'

/** Starts the tour when the demonstration case is opened, until it was taken or put away. */
export function useFirstTour(): void {
  const isDue = useDeskStore((state) => !state.preferences.isTourDone)
  const isShown = useCaseStore((state) => state.status === 'ready' && state.case?.isDemonstration === true)
  useEffect(() => {
    if (isDue && isShown) useOverlayStore.getState().open('tour')
  }, [isDue, isShown])
}
