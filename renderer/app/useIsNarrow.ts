import { useSyncExternalStore } from 'react'

/** A window too narrow for two panes side by side, e.g. one that is read at 200 %. */
const narrow = window.matchMedia('(max-width: 900px)')

const subscribe = (onChange: () => void) => {
  narrow.addEventListener('change', onChange)
  return () => narrow.removeEventListener('change', onChange)
}

/** Whether there is room for one pane only. */
export const useIsNarrow = (): boolean => useSyncExternalStore(subscribe, isNarrow)

/** Whether there is room for one pane only, as it is now. */
export const isNarrow = (): boolean => narrow.matches
