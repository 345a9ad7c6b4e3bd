import { useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { createComparison, type Comparison } from '#shared/domain/differences/createComparison'
import { currentLocale, type Locale } from '#shared/messages/locale'
import type { Codebook } from '#shared/model/codebookSchema'
import type { Case } from '#shared/model/case'
import type { FormAccount } from '#shared/model/comparison'
import { useCaseStore, type CaseRecords } from './caseStore'
import { useFormAccounts } from './formAccountStore'
import { useSessionStore } from './sessionStore'

type Source = Omit<CaseRecords, 'viewings' | 'fileChecks'> & { case: Case | null; formAccounts: readonly FormAccount[] }

const nothing: Pick<Comparison, 'differences' | 'notCompared'> = { differences: [], notCompared: [] }

/** Compares what it is given with the case as it was before, so that an edit costs only what it bears on. */
const createMemo = () => {
  let last: { source: Source; codebook: Codebook; locale: Locale; compare: ReturnType<typeof createComparison>; found: Comparison } | null =
    null
  return (source: Source, codebook: Codebook): Comparison | null => {
    if (source.case === null) return null
    const locale = currentLocale()
    const kept = last?.codebook === codebook && last.locale === locale ? last : null
    if (kept !== null && isSame(kept.source, source)) return kept.found
    // What it finds is put into words once, so another language is another comparison.
    const compare = kept?.compare ?? createComparison(codebook)
    const rows = <Row>(records: ReadonlyMap<string, Row>): Row[] => [...records.values()]
    const found = compare({
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
      dispositions: rows(source.dispositions),
      formAccounts: source.formAccounts
    })
    last = { source, codebook, locale, compare, found }
    return found
  }
}

// Header, desk, matrix and workbench ask for the same case at the same time: it is searched once for all of them.
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
    one.dispositions === other.dispositions &&
    one.formAccounts === other.formAccounts
  )
}

/** The comparison of the open case, made again whenever one of its records changes; null while none is open. */
export function useComparison(): Comparison | null {
  const codebook = useSessionStore((session) => session.codebook)
  const formAccounts = useFormAccounts()
  const records = useCaseStore(
    useShallow((store) => ({
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
  return useMemo(() => memo({ ...records, formAccounts }, codebook), [records, formAccounts, codebook])
}

/** The differences of the open case, and what nobody has compared yet; empty while none is open. */
export function useDifferences(): Pick<Comparison, 'differences' | 'notCompared'> {
  return useComparison() ?? nothing
}
