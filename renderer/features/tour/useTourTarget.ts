import { useEffect, useState } from 'react'

/** The things that the tour points at; each is marked `data-tour` where it is drawn. */
export type TourTarget = 'footage' | 'tags' | 'accounts' | 'differences' | 'matrix'

/** The element that a step points at, with a ring round it while it does; null until it is drawn. */
export function useTourTarget(target: TourTarget): HTMLElement | null {
  const [found, setFound] = useState<{ target: TourTarget; element: HTMLElement } | null>(null)
  useEffect(() => {
    let element: HTMLElement | null = null
    const look = () => {
      if (element?.isConnected === true) return
      const shown = [...document.querySelectorAll<HTMLElement>(`[data-tour="${target}"]`)].find((one) => one.getClientRects().length > 0)
      if (shown === undefined) return
      element = shown
      element.dataset['tourNow'] = ''
      setFound({ target, element })
    }
    look()
    // A view is drawn when it is first shown, and a case when it is loaded.
    const observer = new MutationObserver(look)
    observer.observe(document.body, { childList: true, subtree: true })
    return () => {
      observer.disconnect()
      if (element !== null) delete element.dataset['tourNow']
    }
  }, [target])
  return found?.target === target ? found.element : null
}
