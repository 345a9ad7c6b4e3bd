import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mostFading, planLinkCurves, planLooseEnds, type LinkScene } from '../../../../renderer/features/reports/planLinkCurves'

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
  expect(planLinkCurves(scene(100, 200)).curves).toEqual([
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
  expect(planLinkCurves(scene(-200, 200)).curves[0]).toMatchObject({ fadesAt: 'card', dot: { y: 210 } })
  expect(planLinkCurves(scene(100, 900)).curves[0]).toMatchObject({ fadesAt: 'passage', dot: null })
  expect(planLinkCurves(scene(-200, 900))).toEqual({ curves: [], far: [] })
})

test('a link to a passage that this report does not have is not drawn', () => {
  expect(planLinkCurves(scene(0, 0, { passages: new Map() }))).toEqual({ curves: [], far: [] })
})

test('selected links are drawn last', () => {
  const links = ['a', 'b', 'c'].map((id) => ({ id, tagId: 't', passageId: 'p', judgement: 'agrees' as const }))
  const { curves } = planLinkCurves(scene(10, 10, { links, isSelected: (link) => link.id === 'a' }))
  expect(curves.map((curve) => curve.id)).toEqual(['b', 'c', 'a'])
})

test('no curve begins or ends outside what is seen', () => {
  const y = fc.integer({ min: -2000, max: 2000 })
  fc.assert(
    fc.property(y, y, (card, passage) => {
      for (const curve of planLinkCurves(scene(card, passage)).curves) {
        const ends = [...curve.path.matchAll(/,(-?[\d.]+)/g)].map((match) => Number(match[1]))
        for (const end of ends) expect(end >= 0 && end <= 500).toBe(true)
      }
    })
  )
})

/** One passage in view, tied to events that stand at these heights. */
const fan = (tops: readonly number[], isSelected: LinkScene['isSelected'] = () => false) =>
  scene(0, 200, {
    links: tops.map((_, at) => ({ id: `l${at}`, tagId: `t${at}`, passageId: 'p', judgement: 'agrees' as const })),
    cards: new Map(tops.map((topPx, at) => [`t${at}`, { topPx, bottomPx: topPx + 40 }])),
    isSelected
  })

test('of many events below, the nearest lead there and the others are told by their number', () => {
  const { curves, far } = planLinkCurves(fan([900, 600, 700, 800, 100]))
  expect(curves.map(({ id }) => id).toSorted()).toEqual(['l1', 'l2', 'l3', 'l4'])
  expect(far).toEqual([{ side: 'card', edge: 'below', count: 4, nearestId: 'l1' }])
})

test('the curves of what is selected are drawn however far they lead', () => {
  const { curves } = planLinkCurves(fan([900, 600, 700, 800], (link) => link.id === 'l0'))
  expect(curves.at(-1)).toMatchObject({ id: 'l0', isSelected: true, fadesAt: 'card' })
})

test('few far ends are all drawn, and no number is told', () => {
  expect(planLinkCurves(fan([-100, -200, 700, 800, 900])).far).toEqual([])
})

test('an event under the tools above the column counts as above', () => {
  expect(planLinkCurves(scene(10, 200, { cardsTopPx: 60 })).curves[0]).toMatchObject({ fadesAt: 'card' })
})

test('every link with an end in view is drawn or counted, and no more lead over an edge than may', () => {
  const top = fc.integer({ min: -3000, max: 3000 })
  fc.assert(
    fc.property(fc.array(top, { maxLength: 60 }), (tops) => {
      const { curves, far } = planLinkCurves(fan(tops))
      const drawn = new Set(curves.map(({ id }) => id))
      for (const edge of ['above', 'below'] as const) {
        const beyond = tops.filter((topPx) => (edge === 'above' ? topPx + 40 <= 0 : topPx >= 500)).length
        const told = far.find((one) => one.edge === edge)?.count ?? 0
        expect(told).toBe(beyond > mostFading ? beyond : 0)
      }
      expect(curves.filter(({ fadesAt }) => fadesAt !== null).length).toBeLessThanOrEqual(2 * mostFading)
      for (const [at, topPx] of tops.entries()) if (topPx + 40 > 0 && topPx < 500) expect(drawn.has(`l${at}`)).toBe(true)
    })
  )
})

test('an open end is drawn for what is in view alone', () => {
  const extents = new Map([
    ['a', { topPx: 100, bottomPx: 140 }],
    ['b', { topPx: 20, bottomPx: 50 }]
  ])
  expect(planLooseEnds('card', ['a', 'b', 'c'], extents, 60, 500)).toEqual([{ id: 'a', side: 'card', y: 120 }])
})
