import { useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { planMatrix, type Matrix } from '#shared/domain/matrix/planMatrix'
import type { Case } from '#shared/model/case'
import type { Codebook } from '#shared/model/codebookSchema'
import { useCaseStore } from '../../stores/caseStore'
import { useDifferences } from '../../stores/differences'

/** The matrix of a case, planned again whenever one of its records changes. */
export function useMatrix(of: Case, codebook: Codebook): Matrix {
  const { differences } = useDifferences()
  const records = useCaseStore(
    useShallow((store) => ({
      ...{ people: store.people, footage: store.footage, tags: store.tags, reports: store.reports, passages: store.passages },
      ...{ statements: store.statements, links: store.links, absences: store.absences },
      ...{ enteredDifferences: store.enteredDifferences, dispositions: store.dispositions }
    }))
  )
  return useMemo(() => {
    const rows = <Row>(byId: ReadonlyMap<string, Row>): Row[] => [...byId.values()]
    const { people, footage, tags, reports, passages, statements, links, absences, enteredDifferences, dispositions } = records
    return planMatrix(
      {
        ...{ case: of, people: rows(people), footage: rows(footage), tags: rows(tags), reports: rows(reports) },
        ...{ passages: rows(passages), statements: rows(statements), links: rows(links), absences: rows(absences) },
        ...{ enteredDifferences: rows(enteredDifferences), dispositions: rows(dispositions) }
      },
      differences,
      codebook
    )
  }, [of, records, differences, codebook])
}
