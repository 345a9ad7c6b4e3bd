import { useEffect, useId, useState, type RefObject } from 'react'
import type { Extent, LinkCurve, LinkEnds } from './planLinkCurves'
import { planLinkCurves } from './planLinkCurves'
import { judgementLook } from '../../ui/judgementLook'
import styles from './LinkCurves.module.css'

interface LinkCurvesProps {
  links: readonly LinkEnds[]
  selectedTagId: string | null
  selectedPassageId: string | null
  cardScroller: RefObject<HTMLDivElement | null>
  reportScroller: RefObject<HTMLDivElement | null>
  readCards: () => Map<string, Extent>
  /** Anything that moves passages without changing the size of the report's column. */
  layoutKey: unknown
}

interface Drawing {
  curves: LinkCurve[]
  /** Where the curves begin; 0 or less, as cards end left of the gutter. */
  fromX: number
  widthPx: number
  heightPx: number
}

const dotRadiusPx = 3

/** The curves between the two accounts, drawn anew whenever either side scrolls or changes its size. */
export function LinkCurves({
  links,
  selectedTagId,
  selectedPassageId,
  cardScroller,
  reportScroller,
  readCards,
  layoutKey
}: LinkCurvesProps) {
  const [svg, setSvg] = useState<SVGSVGElement | null>(null)
  const [drawing, setDrawing] = useState<Drawing>({ curves: [], fromX: 0, widthPx: 0, heightPx: 0 })
  const fadeId = useId()

  useEffect(() => {
    const cardSide = cardScroller.current
    const reportSide = reportScroller.current
    if (svg === null || cardSide === null || reportSide === null) return
    let frame = 0
    const draw = () => {
      frame = 0
      const { width, height, left } = svg.getBoundingClientRect()
      // Curves begin at the cards themselves, left of the scroll bar and the space beside it.
      const fromX = Math.min(0, (cardSide.firstElementChild?.getBoundingClientRect().right ?? left) - left)
      const curves = planLinkCurves({
        links,
        cards: readCards(),
        passages: readPassages(reportSide),
        heightPx: height,
        fromX,
        toX: width - dotRadiusPx - 1,
        isSelected: (link) => link.tagId === selectedTagId || (selectedTagId === null && link.passageId === selectedPassageId)
      })
      setDrawing({ curves, fromX, widthPx: width - fromX, heightPx: height })
    }
    const schedule = () => {
      if (frame === 0) frame = requestAnimationFrame(draw)
    }
    schedule()
    const sizes = new ResizeObserver(schedule)
    for (const element of [svg, cardSide, reportSide, cardSide.firstElementChild, reportSide.firstElementChild]) {
      if (element !== null) sizes.observe(element)
    }
    cardSide.addEventListener('scroll', schedule, { passive: true })
    reportSide.addEventListener('scroll', schedule, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      sizes.disconnect()
      cardSide.removeEventListener('scroll', schedule)
      reportSide.removeEventListener('scroll', schedule)
    }
  }, [svg, links, selectedTagId, selectedPassageId, cardScroller, reportScroller, readCards, layoutKey])

  return (
    <svg ref={setSvg} className={styles['curves']} aria-hidden>
      <defs>
        {(['card', 'passage'] as const).map((end) => (
          <mask
            key={end}
            id={`${fadeId}-${end}`}
            maskUnits="userSpaceOnUse"
            x={drawing.fromX}
            y={0}
            width={drawing.widthPx}
            height={drawing.heightPx}
          >
            <linearGradient id={`${fadeId}-${end}-gradient`} x1={end === 'card' ? 0 : 1} x2={end === 'card' ? 1 : 0} y1={0} y2={0}>
              <stop offset="10%" className={styles['hidden']} />
              <stop offset="75%" className={styles['seen']} />
            </linearGradient>
            <rect x={drawing.fromX} width={drawing.widthPx} height={drawing.heightPx} fill={`url(#${fadeId}-${end}-gradient)`} />
          </mask>
        ))}
      </defs>
      {drawing.curves.map((curve) => (
        <g
          key={curve.id}
          data-tone={judgementLook[curve.judgement].tone}
          data-judgement={curve.judgement}
          data-selected={curve.isSelected}
          data-fading={curve.fadesAt !== null}
          className={styles['link']}
          {...(curve.fadesAt === null ? {} : { mask: `url(#${fadeId}-${curve.fadesAt})` })}
        >
          <path d={curve.path} className={styles['path']} />
          {/* Two lines for what contradicts: the second is laid into the first. */}
          {curve.judgement === 'contradicts' && <path d={curve.path} className={styles['gap']} />}
          {curve.dot !== null && <circle cx={curve.dot.x} cy={curve.dot.y} r={dotRadiusPx} className={styles['dot']} />}
        </g>
      ))}
    </svg>
  )
}

function readPassages(scroller: HTMLElement): Map<string, Extent> {
  const topPx = scroller.getBoundingClientRect().top
  const extents = new Map<string, Extent>()
  for (const element of scroller.querySelectorAll<HTMLElement>('[data-first-of]')) {
    const line = element.getClientRects()[0]
    if (line === undefined) continue
    const extent = { topPx: line.top - topPx, bottomPx: line.bottom - topPx }
    for (const id of (element.dataset['firstOf'] ?? '').split(' ')) extents.set(id, extent)
  }
  return extents
}
