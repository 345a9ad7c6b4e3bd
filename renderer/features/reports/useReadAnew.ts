import { useMemo } from 'react'
import type { Case } from '#shared/model/case'
import type { Passage, PassageSpan, Report, Statement } from '#shared/model/report'
import { useCaseStore } from '../../stores/caseStore'
import { planReadAnew, type ReadAnew } from './planReadAnew'
import { useReadings } from './useReadings'

/** The statements on a passage, each with what the reader makes of the words of `span` for it; null until that is known, or without words. */
export function useReadAnew(
  of: Case,
  report: Report,
  passage: Passage | undefined,
  span: PassageSpan | null
): { statement: Statement; anew: ReadAnew | null }[] {
  const all = useCaseStore((store) => store.statements)
  const people = useCaseStore((store) => store.people)
  const passageId = passage?.id
  const statements = useMemo(
    () => [...all.values()].filter((one) => one.withdrawn === null && one.passageId === passageId),
    [all, passageId]
  )
  const readings = useReadings(statements.length === 0 ? null : span)
  return useMemo(() => {
    // Where the words cannot be read, the statements are kept as they are.
    const found = readings?.status === 'read' ? readings.found : readings?.status === 'failed' ? [] : null
    const input = { people: [...people.values()], report, of }
    return statements.map((statement) => ({ statement, anew: found === null ? null : planReadAnew(statement, found, input) }))
  }, [readings, people, report, of, statements])
}
