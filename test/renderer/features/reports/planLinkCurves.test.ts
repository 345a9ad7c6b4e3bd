import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planLinkCurves, type LinkScene } from '../../../../renderer/features/reports/planLinkCurves'

const scene = (card: number, passage: number, more: Partial<LinkScene> = {}): LinkScene => ({
  links: [{ id: 'l', tagId: 't', passageId: 'p', judgement: 'differs' }],
  cards: new Map([['t', { topPx: card, bottomPx: card + 40 }]]),
  passages: new Map([['p', { topPx: passage, bottomPx: passage + 20 }]]),
  heightPx: 500,
  fromX: 100,
  toX: 180,
  isSelected: () => false,
  ...more
})

test('a curve joins the middles of a card and a passage that are in view', () => {
  expect(planLinkCurves(scene(100, 200))).toEqual([
    {
      id: 'l',
      judgement: 'differs',
      isSelected: false,
      path: 'M100,120 C144,120 136,210 180,210',
      fadesAt: null,
      dot: { x: 180, y: 210 }
    }
  ])
})

test('an end out of view stays at the edge and fades there; two ends out of view are not drawn', () => {
  expect(planLinkCurves(scene(-200, 200))[0]).toMatchObject({ fadesAt: 'card', dot: { y: 210 } })
  expect(planLinkCurves(scene(100, 900))[0]).toMatchObject({ fadesAt: 'passage', dot: null })
  expect(planLinkCurves(scene(-200, 900))).toEqual([])
})

test('a link to a passage that this report does not have is not drawn', () => {
  expect(planLinkCurves(scene(0, 0, { passages: new Map() }))).toEqual([])
})

test('selected links are drawn last', () => {
  const links = ['a', 'b', 'c'].map((id) => ({ id, tagId: 't', passageId: 'p', judgement: 'agrees' as const }))
  const curves = planLinkCurves(scene(10, 10, { links, isSelected: (link) => link.id === 'a' }))
  expect(curves.map((curve) => curve.id)).toEqual(['b', 'c', 'a'])
})

test('no curve begins or ends outside what is seen', () => {
  const y = fc.integer({ min: -2000, max: 2000 })
  fc.assert(
    fc.property(y, y, (card, passage) => {
      for (const curve of planLinkCurves(scene(card, passage))) {
        const ends = [...curve.path.matchAll(/,(-?[\d.]+)/g)].map((match) => Number(match[1]))
        for (const end of ends) expect(end >= 0 && end <= 500).toBe(true)
      }
    })
  )
})
