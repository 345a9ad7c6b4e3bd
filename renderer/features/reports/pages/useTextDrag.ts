import { useEffect, useRef, type RefObject } from 'react'

/**
 * Follows a selection with the mouse over pages: words lie on a page at places of their own, and between them a browser would jump to the
 * end of the page. So while a selection is drawn, an empty stretch that fills the page stands right beside its moving end, and
 * what the mouse meets between two words is as good as the word before. Answers with what starts a selection; `onEnd` is told when it is done.
 */
export function useTextDrag(root: RefObject<HTMLElement | null>, onEnd: () => void): () => void {
  const isDragging = useRef(false)
  useEffect(() => {
    let previous: Range | null = null
    const onSelectionChange = () => {
      const selection = document.getSelection()
      if (!isDragging.current || selection === null || selection.rangeCount === 0) return
      const range = selection.getRangeAt(0)
      placeFiller(range, previous)
      previous = range.cloneRange()
    }
    const onPointerUp = () => {
      if (!isDragging.current) return
      isDragging.current = false
      previous = null
      for (const filler of root.current?.querySelectorAll<HTMLElement>('[data-filler]') ?? []) filler.parentElement?.append(filler)
      root.current?.removeAttribute('data-dragging')
      onEnd()
    }
    document.addEventListener('selectionchange', onSelectionChange)
    document.addEventListener('pointerup', onPointerUp)
    return () => {
      document.removeEventListener('selectionchange', onSelectionChange)
      document.removeEventListener('pointerup', onPointerUp)
    }
  }, [root, onEnd])
  return () => {
    isDragging.current = true
    root.current?.setAttribute('data-dragging', '')
  }
}

function placeFiller(range: Range, previous: Range | null): void {
  const isStartMoving =
    previous !== null &&
    (range.compareBoundaryPoints(Range.END_TO_END, previous) === 0 || range.compareBoundaryPoints(Range.START_TO_END, previous) === 0)
  const end = isStartMoving ? range.startContainer : range.endContainer
  const run = (end instanceof Text ? end.parentElement : end instanceof HTMLElement ? end : null)?.closest<HTMLElement>('[data-start]')
  const layer = run?.parentElement
  const filler = layer?.querySelector(':scope > [data-filler]')
  if (run === null || run === undefined || layer === null || layer === undefined || filler === null || filler === undefined) return
  // An end right before a run belongs to the run before it.
  const isAtStart = !isStartMoving && range.endOffset === 0
  layer.insertBefore(filler, isStartMoving || isAtStart ? run : run.nextSibling)
}
