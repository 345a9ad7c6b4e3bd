import { useEffect, useRef, type PointerEvent, type RefObject } from 'react'
import { classNames } from '../../ui/classNames'
import type { Tone } from '../../ui/tone'
import styles from './OverviewBar.module.css'
import type { OverviewMark } from './planOverview'

interface OverviewBarProps<Sign extends string> {
  side: 'events' | 'report'
  scroller: RefObject<HTMLDivElement | null>
  marks: readonly OverviewMark<Sign>[]
  look: Readonly<Record<Sign, { tone: Tone; label: (count: number) => string }>>
  onMark: (id: string) => void
}

/** How near to a mark, in pixels, a press goes to it. */
const nearPx = 4

/**
 * The whole of one side as a slim bar: what stands out of it, and which part of it is seen. For the pointer; the same is done by keys with
 * the commands that go to the next event, and read in the groups and cards.
 */
export function OverviewBar<Sign extends string>({ side, scroller, marks, look, onMark }: OverviewBarProps<Sign>) {
  const bar = useRef<HTMLDivElement>(null)
  const seen = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const element = scroller.current
    if (element === null) return
    let frame = 0
    const show = () => {
      const { scrollTop, scrollHeight, clientHeight } = element
      const barPx = bar.current?.clientHeight ?? 0
      // Written when all have read: a bar that writes in between would have the page laid out anew for the next.
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => {
        bar.current?.toggleAttribute('data-idle', scrollHeight <= clientHeight + 1)
        seen.current?.style.setProperty('--seen-from', `${(scrollTop / scrollHeight) * barPx}px`)
        seen.current?.style.setProperty('--seen-size', `${(clientHeight / scrollHeight) * 100}%`)
      })
    }
    show()
    const sizes = new ResizeObserver(show)
    // The bar too: it has no height to go by until it is shown.
    for (const one of [element, element.firstElementChild, bar.current]) if (one !== null) sizes.observe(one)
    element.addEventListener('scroll', show, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      sizes.disconnect()
      element.removeEventListener('scroll', show)
    }
  }, [scroller, marks])

  const scrollTo = (event: PointerEvent<HTMLDivElement>) => {
    const element = scroller.current
    const { top, height } = event.currentTarget.getBoundingClientRect()
    const share = (event.clientY - top) / height
    element?.scrollTo({ top: share * element.scrollHeight - element.clientHeight / 2 })
  }
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    const atPx = event.clientY - event.currentTarget.getBoundingClientRect().top
    const away = (mark: OverviewMark<Sign>) => Math.abs(mark.topPx - atPx)
    const nearest = marks.toSorted((one, other) => away(one) - away(other))[0]
    scrollTo(event)
    if (nearest !== undefined && away(nearest) <= nearPx) onMark(nearest.id)
  }
  return (
    <div
      ref={bar}
      aria-hidden
      data-overview={side}
      className={classNames(styles['bar'], styles[side])}
      onPointerDown={onPointerDown}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) scrollTo(event)
      }}
    >
      <div ref={seen} className={styles['seen']} />
      {marks.map((mark) => (
        <i
          key={mark.topPx}
          title={look[mark.sign].label(mark.count)}
          data-tone={look[mark.sign].tone}
          data-sign={mark.sign}
          className={styles['mark']}
          ref={(element) => element?.style.setProperty('top', `${mark.topPx}px`)}
        />
      ))}
    </div>
  )
}
