import { useCallback, useEffect, useRef, type RefObject } from 'react'

/**
 * Keeps the selected passage in sight: scrolls the report to it when another one is selected, and once more when the
 * text arrives. Answers with a way to do so again for the same passage.
 */
export function useFollowing(scroller: RefObject<HTMLElement | null>, passageId: string | null, textStatus: string) {
  const followed = useRef<string | null>(null)
  const scrollTo = useCallback(
    (id: string): boolean => {
      const side = scroller.current
      const passage = side?.querySelector(`[data-passages~="${id}"]`)
      if (side === null || passage === null || passage === undefined) return false
      const frame = side.getBoundingClientRect()
      const box = passage.getBoundingClientRect()
      if (box.top < frame.top || box.bottom > frame.bottom) {
        // A long way is jumped: to watch a report fly by tells nobody anything.
        const wayPx = box.top - frame.top - frame.height / 3
        side.scrollTo({ top: side.scrollTop + wayPx, behavior: Math.abs(wayPx) > frame.height * 2 ? 'auto' : 'smooth' })
      }
      return true
    },
    [scroller]
  )
  useEffect(() => {
    if (passageId === followed.current) return
    if (passageId === null || scrollTo(passageId)) followed.current = passageId
  }, [passageId, scrollTo, textStatus])
  return scrollTo
}
