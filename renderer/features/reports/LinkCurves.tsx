import { ArrowDown, ArrowUp } from 'lucide-react'
import { useEffect, useId, useState, type RefObject } from 'react'
import { messagesOf } from '#shared/messages/messagesOf'
import { classNames } from '../../ui/classNames'
import { judgementLook } from '../../ui/judgementLook'
import styles from './LinkCurves.module.css'
import { planLinkCurves, planLooseEnds, type Extent, type FarEnds, type LinkCurve, type LinkEnds, type LooseEnd } from './planLinkCurves'

const say = messagesOf('reports')

interface LinkCurvesProps {
  links: readonly LinkEnds[]
  /** Events and passages that nothing is tied to. */
  looseTagIds: readonly string[]
  loosePassageIds: readonly string[]
  selectedTagId: string | null
  selectedPassageId: string | null
  cardScroller: RefObject<HTMLDivElement | null>
  reportScroller: RefObject<HTMLDivElement | null>
  readCards: () => Map<string, Extent>
  /** Anything that moves passages or cards without changing the size of their columns. */
  layoutKey: unknown
  /** Brings the end of a link that is out of view into it. */
  onFar: (linkId: string, side: FarEnds['side']) => void
  /** Told where everything stands in all of its side, whenever that changes; in pixels. */
  onLayout: (layout: AccountsLayout) => void
}

/** Where everything stands in the whole of its side, seen or not. */
export interface AccountsLayout {
  cards: ReadonlyMap<string, Extent>
  cardsPx: number
  passages: ReadonlyMap<string, Extent>
  passagesPx: number
  seenPx: number
}

interface Drawing {
  curves: LinkCurve[]
  far: FarEnds[]
  loose: LooseEnd[]
  /** Where the curves begin; 0 or less, as cards end left of the gutter. */
  fromX: number
  toX: number
  widthPx: number
  heightPx: number
}

const dotRadiusPx = 3
const looseLengthPx = 12
/** While cards are measured in a scroll, where all of them stand changes at every step. */
const tellAfterMs = 120

/** The curves between the two accounts, drawn anew whenever either side scrolls or changes its size. */
export function LinkCurves(props: LinkCurvesProps) {
  const { links, looseTagIds, loosePassageIds, selectedTagId, selectedPassageId, cardScroller, reportScroller } = props
  const { readCards, layoutKey, onFar, onLayout } = props
  const [svg, setSvg] = useState<SVGSVGElement | null>(null)
  const [drawing, setDrawing] = useState<Drawing>({ curves: [], far: [], loose: [], fromX: 0, toX: 0, widthPx: 0, heightPx: 0 })
  const fadeId = useId()

  useEffect(() => {
    const cardSide = cardScroller.current
    const reportSide = reportScroller.current
    if (svg === null || cardSide === null || reportSide === null) return
    let frame = 0
    // Passages are measured when something moved them, not at every step of a scroll.
    let placed: Placed | null = null
    let telling: ReturnType<typeof setTimeout> | undefined
    const tell = () => {
      placed ??= place(svg, cardSide, reportSide)
      const { passages, heightPx } = placed
      const [cardsPx, passagesPx] = [cardSide.scrollHeight, reportSide.scrollHeight]
      onLayout({ cards: movedBy(readCards(), cardSide.scrollTop), cardsPx, passages, passagesPx, seenPx: heightPx })
    }
    const draw = () => {
      frame = 0
      placed ??= place(svg, cardSide, reportSide)
      const { widthPx, heightPx, fromX, cardsTopPx } = placed
      const toX = widthPx - dotRadiusPx - 1
      const cards = movedBy(readCards(), cardsTopPx)
      const passages = movedBy(placed.passages, -reportSide.scrollTop)
      const isSelected = (link: LinkEnds) =>
        link.tagId === selectedTagId || (selectedTagId === null && link.passageId === selectedPassageId)
      setDrawing({
        ...planLinkCurves({ links, cards, passages, heightPx, cardsTopPx, fromX, toX, isSelected }),
        loose: [
          ...planLooseEnds('card', looseTagIds, cards, cardsTopPx, heightPx),
          ...planLooseEnds('passage', loosePassageIds, passages, 0, heightPx)
        ],
        ...{ fromX, toX, widthPx: widthPx - fromX, heightPx }
      })
    }
    const schedule = () => {
      if (frame === 0) frame = requestAnimationFrame(draw)
    }
    const measure = (entries: readonly ResizeObserverEntry[]) => {
      // Cards that come into view are measured there, which moves no passage.
      if (!entries.every(({ target }) => target === cardSide.firstElementChild)) placed = null
      schedule()
      clearTimeout(telling)
      telling = setTimeout(tell, tellAfterMs)
    }
    measure([])
    const sizes = new ResizeObserver(measure)
    for (const element of [svg, cardSide, reportSide, cardSide.firstElementChild, reportSide.firstElementChild]) {
      if (element !== null) sizes.observe(element)
    }
    cardSide.addEventListener('scroll', schedule, { passive: true })
    reportSide.addEventListener('scroll', schedule, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(telling)
      sizes.disconnect()
      cardSide.removeEventListener('scroll', schedule)
      reportSide.removeEventListener('scroll', schedule)
    }
  }, [
    svg,
    links,
    looseTagIds,
    loosePassageIds,
    selectedTagId,
    selectedPassageId,
    cardScroller,
    reportScroller,
    readCards,
    layoutKey,
    onLayout
  ])

  const { fromX, toX } = drawing
  return (
    <>
      <svg ref={setSvg} className={styles['curves']} aria-hidden>
        <defs>
          {(['card', 'passage'] as const).map((end) => (
            <mask
              key={end}
              id={`${fadeId}-${end}`}
              maskUnits="userSpaceOnUse"
              x={fromX}
              y={0}
              width={drawing.widthPx}
              height={drawing.heightPx}
            >
              <linearGradient id={`${fadeId}-${end}-gradient`} x1={end === 'card' ? 0 : 1} x2={end === 'card' ? 1 : 0} y1={0} y2={0}>
                <stop offset="10%" className={styles['hidden']} />
                <stop offset="75%" className={styles['seen']} />
              </linearGradient>
              <rect x={fromX} width={drawing.widthPx} height={drawing.heightPx} fill={`url(#${fadeId}-${end}-gradient)`} />
            </mask>
          ))}
        </defs>
        {(['card', 'passage', null] as const).map((fadesAt) => (
          <g key={fadesAt} {...(fadesAt === null ? {} : { mask: `url(#${fadeId}-${fadesAt})` })}>
            {drawing.curves
              .filter((curve) => curve.fadesAt === fadesAt)
              .map((curve) => (
                <g
                  key={curve.id}
                  data-link={curve.id}
                  data-tone={judgementLook[curve.judgement].tone}
                  data-judgement={curve.judgement}
                  data-selected={curve.isSelected}
                  data-fading={fadesAt !== null}
                  className={styles['link']}
                >
                  <path d={curve.path} className={styles['path']} />
                  {/* Two lines for what contradicts: the second is laid into the first. */}
                  {curve.judgement === 'contradicts' && <path d={curve.path} className={styles['gap']} />}
                  {curve.dot !== null && <circle cx={curve.dot.x} cy={curve.dot.y} r={dotRadiusPx} className={styles['dot']} />}
                </g>
              ))}
          </g>
        ))}
        {drawing.loose.map(({ id, side, y }) => (
          <g key={id} className={styles['loose']} data-tone={side === 'card' ? 'neutral' : 'context'}>
            <line x1={side === 'card' ? fromX : toX} x2={side === 'card' ? fromX + looseLengthPx : toX - looseLengthPx} y1={y} y2={y} />
            <circle cx={side === 'card' ? fromX + looseLengthPx + dotRadiusPx : toX - looseLengthPx - dotRadiusPx} cy={y} r={dotRadiusPx} />
          </g>
        ))}
      </svg>
      {drawing.far.map(({ side, edge, count, nearestId }) => (
        <button
          key={`${side} ${edge}`}
          type="button"
          className={classNames(styles['far'], styles[side], styles[edge])}
          aria-label={say(side === 'card' ? 'farEvents' : 'farPassages', { count, edge })}
          title={say(side === 'card' ? 'farEvents' : 'farPassages', { count, edge })}
          onClick={() => onFar(nearestId, side)}
        >
          {edge === 'above' ? (
            <ArrowUp aria-hidden className={styles['farIcon']} />
          ) : (
            <ArrowDown aria-hidden className={styles['farIcon']} />
          )}
          <span>{say('far', { count })}</span>
        </button>
      ))}
    </>
  )
}

interface Placed {
  widthPx: number
  heightPx: number
  fromX: number
  cardsTopPx: number
  /** In the whole of the report. */
  passages: ReadonlyMap<string, Extent>
}

function place(svg: SVGSVGElement, cardSide: HTMLElement, reportSide: HTMLElement): Placed {
  const { width, height, left, top } = svg.getBoundingClientRect()
  // Curves begin at the cards themselves, left of the scroll bar and the space beside it.
  const fromX = Math.min(0, (cardSide.firstElementChild?.getBoundingClientRect().right ?? left) - left)
  return {
    ...{ widthPx: width, heightPx: height, fromX, cardsTopPx: cardSide.getBoundingClientRect().top - top },
    passages: movedBy(readPassages(reportSide), reportSide.scrollTop)
  }
}

function movedBy(extents: ReadonlyMap<string, Extent>, byPx: number): Map<string, Extent> {
  return new Map([...extents].map(([id, { topPx, bottomPx }]) => [id, { topPx: topPx + byPx, bottomPx: bottomPx + byPx }]))
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
