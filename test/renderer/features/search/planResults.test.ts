import { describe, expect, it } from 'vitest'
import { searchAnswerSchema } from '#shared/model/search'
import { mostOfCase, neighbourResult, planResults } from '../../../../renderer/features/search/planResults'
import { createCaseBuilder } from '../../../shared/domain/caseBuilder'

const answerOf = (...counts: number[]) =>
  searchAnswerSchema.parse({
    isCut: false,
    groups: counts.map((count) => ({
      case: createCaseBuilder().build().case,
      hits: Array.from({ length: count }, (_, index) => ({
        ...{ id: `${index}`, found: 'case', within: '', place: { kind: 'case' } },
        ...{ title: { text: '', spans: [] }, snippet: { text: '', spans: [] } }
      }))
    }))
  })

describe('the results of a search', () => {
  it('show the nearest of a case and say how many there are beside, unless that is one', () => {
    const kindsOf = (count: number) => planResults(answerOf(count), new Set())[0]?.items.map((item) => item.kind)
    expect(kindsOf(mostOfCase + 1)).toEqual(Array.from({ length: mostOfCase + 1 }, () => 'hit'))
    const answer = answerOf(mostOfCase + 2)
    expect(planResults(answer, new Set())[0]?.items.at(-1)).toMatchObject({ kind: 'more', count: 2 })
    expect(planResults(answer, new Set([answer.groups[0]?.case.id ?? '']))[0]?.items).toHaveLength(mostOfCase + 2)
    expect(planResults(null, new Set())).toEqual([])
  })

  it('are gone through around the ends', () => {
    const items = planResults(answerOf(3), new Set()).flatMap((group) => group.items)
    const [first, second, last] = items
    expect(neighbourResult(items, null, 1)).toBe(first)
    expect(neighbourResult(items, null, -1)).toBe(last)
    expect(neighbourResult(items, first?.id ?? null, 1)).toBe(second)
    expect(neighbourResult(items, last?.id ?? null, 1)).toBe(first)
    expect(neighbourResult([], 'x', 1)).toBeNull()
  })
})
