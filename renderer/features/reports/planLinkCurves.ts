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
  fadesAt: 'card' | 'passage' | null
  /** Where the curve meets the passage; null where that is out of view. */
  dot: { x: number; y: number } | null
}

export interface LinkScene {
  links: readonly LinkEnds[]
  cards: ReadonlyMap<string, Extent>
  passages: ReadonlyMap<string, Extent>
  heightPx: number
  fromX: number
  toX: number
  isSelected: (link: LinkEnds) => boolean
}

/** The curves to draw: those with at least one end in view, selected ones last so that they lie on top. */
export function planLinkCurves(scene: LinkScene): LinkCurve[] {
  const curves = scene.links.flatMap((link): LinkCurve[] => {
    const card = scene.cards.get(link.tagId)
    const passage = scene.passages.get(link.passageId)
    if (card === undefined || passage === undefined) return []
    const from = anchorY(card, scene.heightPx)
    const to = anchorY(passage, scene.heightPx)
    if (!from.isInView && !to.isInView) return []
    const reach = (scene.toX - scene.fromX) * 0.55
    return [
      {
        id: link.id,
        judgement: link.judgement,
        isSelected: scene.isSelected(link),
        path: `M${scene.fromX},${from.y} C${scene.fromX + reach},${from.y} ${scene.toX - reach},${to.y} ${scene.toX},${to.y}`,
        fadesAt: !from.isInView ? 'card' : !to.isInView ? 'passage' : null,
        dot: to.isInView ? { x: scene.toX, y: to.y } : null
      }
    ]
  })
  return [...curves.filter((curve) => !curve.isSelected), ...curves.filter((curve) => curve.isSelected)]
}

// The middle of what is seen of it, so that a card half scrolled away keeps its curve on itself.
function anchorY(extent: Extent, heightPx: number): { y: number; isInView: boolean } {
  if (extent.bottomPx <= 0) return { y: 0, isInView: false }
  if (extent.topPx >= heightPx) return { y: heightPx, isInView: false }
  const y = (Math.max(0, extent.topPx) + Math.min(heightPx, extent.bottomPx)) / 2
  return { y: Math.round(y * 10) / 10, isInView: true }
}
