import { expect, test } from 'vitest'
import { withoutDoubles } from '../../../../../renderer/features/reports/pages/withoutDoubles'

interface Run {
  str: string
  transform: number[]
}
const isRun = (item: object): item is Run => 'str' in item
const run = (str: string, x: number, y = 700): Run => ({ str, transform: [10, 0, 0, 10, x, y] })

test('words drawn again in place to look bold are there once; words that are said twice stay', () => {
  const heading = run('NARRATIVE', 72)
  const items = [heading, run('NARRATIVE', 72.4), run(' ', 72.4), run('NARRATIVE', 72.4, 600), run('No', 90), run('No', 120)]
  expect(withoutDoubles<object>(items, isRun)).toEqual([heading, items[2], items[3], items[4], items[5]])
})
