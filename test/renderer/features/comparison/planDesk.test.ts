import { expect, test } from 'vitest'
import { findDifferences } from '#shared/domain/differences/findDifferences'
import { shippedCodebook } from '#shared/model/codebook'
import { keyOfPair, neighbourItem, nextOpenItem, planDesk } from '../../../../renderer/features/comparison/planDesk'
import { createCaseBuilder } from '../../../shared/domain/caseBuilder'

function scene() {
  const builder = createCaseBuilder()
  const camera = builder.footage()
  const report = builder.report('I stood by.', builder.officer('B. Novak'))
  const tags = [10, 20, 30].map((second) => builder.tag(camera, 'force', second, { forceType: 'strike' }))
  for (const tag of tags.slice(0, 2)) builder.absentFromReport(tag, report)
  builder.enter('time', 'The clocks do not agree.')
  return builder
}
const find = (builder: ReturnType<typeof scene>) => findDifferences(builder.build(), shippedCodebook)

test('open, settled and not compared stand apart, and every one is somewhere', () => {
  const builder = scene()
  const [first] = find(builder).differences
  if (first === undefined) throw new Error('There is no difference to settle.')
  builder.dispose(first, 'explained', 'Seen.')
  const { differences, notCompared } = find(builder)
  const groups = planDesk(differences, notCompared, 'all')
  expect(groups.map(({ name, items }) => [name, items.length])).toEqual([
    ['open', differences.length - 1],
    ['settled', 1],
    ['not-compared', notCompared.length]
  ])
  expect(groups[1]?.items[0]?.key).toBe(first.key)
})

test('a filter shows one kind, and no pairs that are not compared: those have no kind', () => {
  const { differences, notCompared } = find(scene())
  expect(notCompared.length).toBeGreaterThan(0)
  const groups = planDesk(differences, notCompared, 'time')
  expect(groups.flatMap(({ items }) => items)).toHaveLength(1)
})

test('keys of pairs are all different, so that each can be selected', () => {
  const { notCompared } = find(scene())
  expect(new Set(notCompared.map(keyOfPair)).size).toBe(notCompared.length)
})

test('next and previous stop at the ends, and an unknown key leads to the first', () => {
  const { differences, notCompared } = find(scene())
  const items = planDesk(differences, notCompared, 'all').flatMap((group) => group.items)
  const [first, second] = items
  expect(neighbourItem(items, first?.key ?? '', 1)).toBe(second)
  expect(neighbourItem(items, first?.key ?? '', -1)).toBe(first)
  expect(neighbourItem(items, items.at(-1)?.key ?? '', 1)).toBe(items.at(-1))
  expect(neighbourItem(items, 'gone', 1)).toBe(first)
  expect(neighbourItem([], null, 1)).toBeNull()
})

test('after the last open one is settled, the first open one is next, and then none', () => {
  const { differences } = find(scene())
  const groups = planDesk(differences, [], 'all')
  const open = groups[0]?.items ?? []
  expect(nextOpenItem(groups, open[0]?.key ?? '')).toBe(open[1])
  expect(nextOpenItem(groups, open.at(-1)?.key ?? '')).toBe(open[0])
  expect(nextOpenItem(planDesk(differences.slice(0, 1), [], 'all'), differences[0]?.key ?? '')).toBeNull()
})
