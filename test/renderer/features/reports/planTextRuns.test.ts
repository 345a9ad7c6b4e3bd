import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planTextRuns } from '../../../../renderer/features/reports/planTextRuns'

test('overlapping marks are cut where they begin and end', () => {
  const runs = planTextRuns({ start: 0, end: 10 }, [
    { id: 'a', start: 2, end: 6 },
    { id: 'b', start: 4, end: 12 }
  ])
  expect(runs.map((run) => [run.start, run.end, run.marks.map((mark) => mark.id).join('')])).toEqual([
    [0, 2, ''],
    [2, 4, 'a'],
    [4, 6, 'ab'],
    [6, 10, 'b']
  ])
})

test('the runs put together are the text, and each has exactly the marks that cover it', () => {
  const mark = fc.tuple(fc.nat(40), fc.nat(40)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), fc.array(mark, { maxLength: 8 }), (text, marks) => {
      const runs = planTextRuns({ start: 0, end: text.length }, marks)
      expect(runs.map((run) => text.slice(run.start, run.end)).join('')).toBe(text)
      for (const run of runs) {
        for (let offset = run.start; offset < run.end; offset += 1) {
          expect(run.marks).toEqual(marks.filter((one) => one.start <= offset && offset < one.end))
        }
      }
    })
  )
})
