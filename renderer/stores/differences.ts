import { useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { findDifferences } from '#shared/domain/differences/findDifferences'
import type { Codebook } from '#shared/model/codebookSchema'
import type { Case } from '#shared/model/case'
import type { Difference, NotCompared } from '#shared/model/comparison'
import { useCaseStore, type CaseRecords } from './caseStore'
import { useSessionStore } from './sessionStore'

/** Where the accounts of a case differ, and what nobody has compared yet. */
export interface CaseDifferences {
  differences: readonly Difference[]
  notCompared: readonly NotCompared[]
}

type Source = Omit<CaseRecords, 'viewings' | 'fileChecks'> & { case: Case | null }

const nothing: CaseDifferences = { differences: [], notCompared: [] }
const createMemo = () => {
  let last: { source: Source; codebook: Codebook; found: CaseDifferences } | null = null
  return (source: Source, codebook: Codebook): CaseDifferences => {
    if (source.case === null) return nothing
    if (last !== null && last.codebook === codebook && isSame(last.source, source)) return last.found
    const rows = <Row>(records: ReadonlyMap<string, Row>): Row[] => [...records.values()]
    const found = findDifferences(
      {
        case: source.case,
        people: rows(source.people),
        footage: rows(source.footage),
        tags: rows(source.tags),
        reports: rows(source.reports),
        passages: rows(source.passages),
        statements: rows(source.statements),
        links: rows(source.links),
        absences: rows(source.absences),
        enteredDifferences: rows(source.enteredDifferences),
        dispositions: rows(source.dispositions)
      },
      codebook
    )
    last = { source, codebook, found }
    return found
  }
}

// Header, desk and workbench ask for the same case at the same time: it is searched once for all of them.
const memo = createMemo()

function isSame(one: Source, other: Source): boolean {
  return (
    one.case === other.case &&
    one.people === other.people &&
    one.footage === other.footage &&
    one.tags === other.tags &&
    one.reports === other.reports &&
    one.passages === other.passages &&
    one.statements === other.statements &&
    one.links === other.links &&
    one.absences === other.absences &&
    one.enteredDifferences === other.enteredDifferences &&
    one.dispositions === other.dispositions
  )
}

/** The differences of the open case, found again whenever one of its records changes; empty while none is open. */
export function useDifferences(): CaseDifferences {
  const codebook = useSessionStore((session) => session.codebook)
  const source = useCaseStore(
    useShallow((store): Source => ({
      case: store.case,
      people: store.people,
      footage: store.footage,
      tags: store.tags,
      reports: store.reports,
      passages: store.passages,
      statements: store.statements,
      links: store.links,
      absences: store.absences,
      enteredDifferences: store.enteredDifferences,
      dispositions: store.dispositions
    }))
  )
  return useMemo(() => memo(source, codebook), [source, codebook])
}
