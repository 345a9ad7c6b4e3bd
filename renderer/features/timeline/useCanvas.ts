import { useLayoutEffect, useRef, type RefObject } from 'react'
import { useTheme } from '../../stores/deskStore'

/** What a drawing is given: sizes in CSS pixels, and the colours of the theme by the name of their token. */
export interface Drawing {
  context: CanvasRenderingContext2D
  widthPx: number
  heightPx: number
  color: (token: string) => string
  /** The interface's small type. */
  font: string
}

/** Draws a canvas anew whenever `draw`, its width or the theme changes. Answers with what the canvas takes as its ref. */
export function useCanvas(widthPx: number, draw: (drawing: Drawing) => void): RefObject<HTMLCanvasElement | null> {
  const canvas = useRef<HTMLCanvasElement>(null)
  const theme = useTheme()
  useLayoutEffect(() => {
    const element = canvas.current
    const context = element?.getContext('2d')
    if (element === null || context === null || context === undefined || widthPx === 0) return
    const heightPx = element.clientHeight
    const ratio = window.devicePixelRatio
    const size = { width: Math.round(widthPx * ratio), height: Math.round(heightPx * ratio) }
    // A new size makes a new picture, which takes long at every frame of a movement.
    if (element.width !== size.width || element.height !== size.height) Object.assign(element, size)
    context.setTransform(ratio, 0, 0, ratio, 0, 0)
    context.clearRect(0, 0, widthPx, heightPx)
    const style = getComputedStyle(element)
    draw({
      ...{ context, widthPx, heightPx },
      color: (token) => style.getPropertyValue(token).trim(),
      font: `${style.getPropertyValue('--text-xs').trim()} ${style.fontFamily}`
    })
    // The theme's colours are read from the page, where React does not see them change.
  }, [widthPx, draw, theme])
  return canvas
}
