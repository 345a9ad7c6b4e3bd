import { useCallback, useEffect, useLayoutEffect, useState, type RefObject } from 'react'
import { usePlayerStore } from '../../stores/playerStore'
import { followView, panView, timeAtFraction, wholeView, zoomView, type TimeView } from './timeScale'

const wheelZoom = 1.0015
const buttonZoom = 2

/** What part of a footage the timeline shows, how wide it is drawn, and how both change. */
export function useTimeView(
  track: RefObject<HTMLDivElement | null>,
  durationUs: number
): { view: TimeView; widthPx: number; zoomIn: () => void; zoomOut: () => void; showAll: () => void; show: (view: TimeView) => void } {
  const [view, setView] = useState(() => wholeView(durationUs))
  const [widthPx, setWidthPx] = useState(0)

  useLayoutEffect(() => {
    const element = track.current
    if (element === null) return
    const observer = new ResizeObserver(() => setWidthPx(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [track])

  useEffect(
    () =>
      usePlayerStore.subscribe((state, before) => {
        if (state.timeUs !== before.timeUs) setView((now) => followView(now, state.timeUs, durationUs))
      }),
    [durationUs]
  )

  useEffect(() => {
    const element = track.current
    if (element === null) return
    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      const box = element.getBoundingClientRect()
      if (event.ctrlKey || event.metaKey) {
        const fraction = (event.clientX - box.left) / box.width
        const factor = wheelZoom ** -event.deltaY
        setView((now) => zoomView(now, factor, timeAtFraction(now, fraction, durationUs), durationUs))
      } else {
        const deltaPx = Math.abs(event.deltaX) > Math.abs(event.deltaY) ? event.deltaX : event.deltaY
        setView((now) => panView(now, deltaPx / box.width, durationUs))
      }
    }
    // React listens passively; here the page must not zoom with the timeline.
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  }, [track, durationUs])

  const zoomBy = useCallback(
    (factor: number) => setView((now) => zoomView(now, factor, usePlayerStore.getState().timeUs, durationUs)),
    [durationUs]
  )
  return {
    view,
    widthPx,
    zoomIn: useCallback(() => zoomBy(buttonZoom), [zoomBy]),
    zoomOut: useCallback(() => zoomBy(1 / buttonZoom), [zoomBy]),
    showAll: useCallback(() => setView(wholeView(durationUs)), [durationUs]),
    show: setView
  }
}
