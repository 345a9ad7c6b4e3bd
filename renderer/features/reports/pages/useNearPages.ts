import { useEffect, useState, type RefObject } from 'react'

/** Pages are drawn from this far above and below what is seen. */
const margin = '75% 0px'

/**
 * Which pages (elements with `data-page` in the scroller) are in sight or near it, and which one is read now. Looked for once
 * `isReady`, when all of them are there.
 */
export function useNearPages(scroller: RefObject<HTMLElement | null>, isReady: boolean): { near: ReadonlySet<number>; current: number } {
  const [near, setNear] = useState<ReadonlySet<number>>(new Set())
  const [current, setCurrent] = useState(1)
  useEffect(() => {
    const side = scroller.current
    if (!isReady || side === null) return
    const sheets = [...side.querySelectorAll<HTMLElement>('[data-page]')]
    const numberOf = (element: Element) => (element instanceof HTMLElement ? Number(element.dataset['page']) : 0)
    let known: ReadonlySet<number> = new Set()
    const watch = new IntersectionObserver(
      (entries) => {
        const next = new Set(known)
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) next.add(numberOf(target))
          else next.delete(numberOf(target))
        }
        known = next
        setNear(next)
        findCurrent()
      },
      { root: side, rootMargin: margin }
    )
    for (const sheet of sheets) watch.observe(sheet)
    const findCurrent = () => {
      const middle = side.getBoundingClientRect().top + side.clientHeight / 2
      const above = [...known]
        .sort((a, b) => a - b)
        .filter((number) => (sheets[number - 1]?.getBoundingClientRect().top ?? Infinity) <= middle)
      setCurrent(above.at(-1) ?? 1)
    }
    side.addEventListener('scroll', findCurrent, { passive: true })
    return () => {
      watch.disconnect()
      side.removeEventListener('scroll', findCurrent)
    }
  }, [scroller, isReady])
  return { near, current }
}
