import { findDifferences } from '#shared/domain/differences/findDifferences'
import { shippedCodebook } from '#shared/model/codebook'
import { differenceKindSchema, type DifferenceKind } from '#shared/model/comparison'
import type { EvalFigure, EvalRow } from '../evalRow'
import { generateCase, type GeneratedCase } from './generateCase'
import { readCase } from './readCase'
import { addScore, share, type Score } from './score'

const caseCount = 2000
const leastShare = 0.95

/** The scores over the cases of the seeds from 1 on. */
export function scoreCases(count: number, take: (found: GeneratedCase) => GeneratedCase = (found) => found): Map<DifferenceKind, Score> {
  const scores = new Map<DifferenceKind, Score>()
  for (let seed = 1; seed <= count; seed += 1) {
    const found = take(generateCase(seed))
    addScore(scores, found.truths, findDifferences(found, shippedCodebook).differences)
  }
  return scores
}

function figuresOf(scores: ReadonlyMap<DifferenceKind, Score>): EvalFigure[] {
  return differenceKindSchema.options.flatMap((kind) => {
    const score = scores.get(kind)
    if (score === undefined) return []
    return [
      { name: `${kind} recall`, value: share(score.met, score.expected), aim: leastShare, count: score.expected },
      { name: `${kind} precision`, value: share(score.right, score.found), aim: leastShare, count: score.found }
    ]
  })
}

/** What `npm run eval` measures of the differences: with statements as a reviewer records them, and as the reader reads them. */
export const rows: EvalRow[] = [
  {
    name: `differences, ${caseCount} generated cases, statements as a reviewer records them`,
    run: () => Promise.resolve(figuresOf(scoreCases(caseCount)))
  },
  {
    name: `differences, ${caseCount} generated cases, statements as the reader reads them, uncorrected`,
    run: () => Promise.resolve(figuresOf(scoreCases(caseCount, (found) => readCase(found, shippedCodebook))))
  }
]
