import type { Judgement } from '#shared/model/comparison'

/** Where something stands, in pixels below the top of what is seen; less than 0 is above it. */
export interface Extent {
  topPx: number
  bottomPx: number
}

export interface LinkEnds {
  id: string
  tagId: string
  passageId: string
  judgement: Judgement
}

/** One curve from a card to a passage. */
export interface LinkCurve {
  id: string
  judgement: Judgement
  isSelected: boolean
  /** SVG path data. */
  path: string
  /** The end that is out of view: there the curve fades out at the edge. */
  fadesAt: LinkSide | null
  /** Where the curve meets the passage; null where that is out of view. */
  dot: { x: number; y: number } | null
}

type LinkSide = 'card' | 'passage'

/** Ends that lie beyond an edge of one side, while their other ends are in view. */
export interface FarEnds {
  side: LinkSide
  edge: 'above' | 'below'
  count: number
  /** The link whose end is nearest to the edge. */
  nearestId: string
}

/** A card or a passage in view that nothing is tied to: a short line with an open end. */
export interface LooseEnd {
  id: string
  side: LinkSide
  y: number
}

export interface LinkScene {
  links: readonly LinkEnds[]
  cards: ReadonlyMap<string, Extent>
  passages: ReadonlyMap<string, Extent>
  heightPx: number
  /** Where cards begin to be seen, below the top of what is seen. */
  cardsTopPx?: number
  fromX: number
  toX: number
  isSelected: (link: LinkEnds) => boolean
}

/** Up to so many curves lead over one edge of one side; the others are told by their number there. */
export const mostFading = 3

interface PlacedLink extends LinkEnds {
  card: Anchor
  passage: Anchor
  isSelected: boolean
}

/**
 * The curves to draw: those with both ends in view, those nearest to an edge that lead over it, and selected ones, last so that they lie
 * on top. Where more lead over an edge than are drawn, their number is told too.
 */
export function planLinkCurves(scene: LinkScene): { curves: LinkCurve[]; far: FarEnds[] } {
  const placed = scene.links.flatMap((link): PlacedLink[] => {
    const card = scene.cards.get(link.tagId)
    const passage = scene.passages.get(link.passageId)
    if (card === undefined || passage === undefined) return []
    const from = anchorOf(card, scene.cardsTopPx ?? 0, scene.heightPx)
    const to = anchorOf(passage, 0, scene.heightPx)
    return from.beyond !== null && to.beyond !== null ? [] : [{ ...link, card: from, passage: to, isSelected: scene.isSelected(link) }]
  })
  const hidden = new Set<string>()
  const far = (['card', 'passage'] as const).flatMap((side) =>
    (['above', 'below'] as const).flatMap((edge): FarEnds[] => {
      const there = placed.filter((link) => link[side].beyond === edge).toSorted((one, other) => one[side].awayPx - other[side].awayPx)
      const [nearest] = there
      if (nearest === undefined || there.length <= mostFading) return []
      for (const link of there.slice(mostFading)) if (!link.isSelected) hidden.add(link.id)
      return [{ side, edge, count: there.length, nearestId: nearest.id }]
    })
  )
  const reach = (scene.toX - scene.fromX) * 0.55
  const curves = placed
    .filter(({ id }) => !hidden.has(id))
    .map(({ id, judgement, isSelected, card, passage }): LinkCurve => ({
      id,
      judgement,
      isSelected,
      path: `M${scene.fromX},${card.y} C${scene.fromX + reach},${card.y} ${scene.toX - reach},${passage.y} ${scene.toX},${passage.y}`,
      fadesAt: card.beyond !== null ? 'card' : passage.beyond !== null ? 'passage' : null,
      dot: passage.beyond === null ? { x: scene.toX, y: passage.y } : null
    }))
  return { curves: [...curves.filter((curve) => !curve.isSelected), ...curves.filter((curve) => curve.isSelected)], far }
}

/** The open ends to draw, of what is in view. */
export function planLooseEnds(
  side: LinkSide,
  ids: Iterable<string>,
  extents: ReadonlyMap<string, Extent>,
  topPx: number,
  heightPx: number
): LooseEnd[] {
  return [...ids].flatMap((id) => {
    const extent = extents.get(id)
    if (extent === undefined) return []
    const { y, beyond } = anchorOf(extent, topPx, heightPx)
    return beyond === null ? [{ id, side, y }] : []
  })
}

interface Anchor {
  y: number
  beyond: 'above' | 'below' | null
  /** How far beyond the edge; 0 in view. */
  awayPx: number
}

// The middle of what is seen of it, so that a card half scrolled away keeps its curve on itself.
function anchorOf(extent: Extent, topPx: number, heightPx: number): Anchor {
  if (extent.bottomPx <= topPx) return { y: topPx, beyond: 'above', awayPx: topPx - extent.bottomPx }
  if (extent.topPx >= heightPx) return { y: heightPx, beyond: 'below', awayPx: extent.topPx - heightPx }
  const y = (Math.max(topPx, extent.topPx) + Math.min(heightPx, extent.bottomPx)) / 2
  return { y: Math.round(y * 10) / 10, beyond: null, awayPx: 0 }
}
