import { createComparison } from '#shared/domain/differences/createComparison'
import type { ComparisonInput } from '#shared/domain/differences/comparisonInput'
import type { Matrix } from '#shared/domain/matrix/runningMatrix'
import { shippedCodebook } from '#shared/model/codebook'
import type { BenchRow, Round } from '../benchRow'
import { createLargeCase } from './largeCase'

const large = { tags: 10_000, reports: 20, statements: 5000 }
const tenth = { tags: 1000, reports: 2, statements: 500 }

/** What a case needs before its matrix can be shown. */
function open(input: ComparisonInput): Matrix {
  return createComparison(shippedCodebook)(input).matrix
}

function timed(work: () => unknown): number {
  const startedAtMs = performance.now()
  work()
  return performance.now() - startedAtMs
}

/** The same case after one edit: of a tag, of a statement, of a link, in turn. */
function edited(input: ComparisonInput, round: number): ComparisonInput {
  const at = <Row>(rows: readonly Row[], change: (row: Row) => Row): Row[] => {
    const place = (round * 997) % rows.length
    return rows.map((row, position) => (position === place ? change(row) : row))
  }
  const change = [
    () => ({ ...input, tags: at(input.tags, (tag) => ({ ...tag, startUs: tag.startUs + 1000, endUs: null })) }),
    () => ({ ...input, statements: at(input.statements, (statement) => ({ ...statement, count: 7 })) }),
    () => ({
      ...input,
      links: at(input.links, (link) => ({ ...link, judgement: link.judgement === 'agrees' ? 'differs' : 'agrees' }) as const)
    })
  ][round % 3]
  return change === undefined ? input : change()
}

/** What `npm run bench -- comparison` measures. */
export const rows: BenchRow[] = [
  {
    name: 'A case of 10,000 tags, 20 reports and 5,000 statements opens, beside one of a tenth of each',
    limit: 12,
    runs: 15,
    unit: 'ms',
    run: (runs) => {
      const [small, big] = [createLargeCase(tenth), createLargeCase(large)]
      const round = (): Round => ({ yardstick: timed(() => open(small)), ours: timed(() => open(big)) })
      for (let warm = 0; warm < 3; warm += 1) round()
      return Promise.resolve(Array.from({ length: runs }, round))
    }
  },
  {
    name: 'One edit of a tag, a statement or a link in that case, beside all of it anew',
    limit: 0.05,
    runs: 30,
    unit: 'ms',
    run: (runs) => {
      let input = createLargeCase(large)
      const compare = createComparison(shippedCodebook)
      const warm = compare(input).matrix
      if (warm.rows.length === 0) throw new Error('The case has no events.')
      return Promise.resolve(
        Array.from({ length: runs }, (_, round): Round => {
          const next = edited(input, round)
          const ours = timed(() => compare(next).matrix)
          input = next
          return { yardstick: timed(() => open(next)), ours }
        })
      )
    }
  }
]
