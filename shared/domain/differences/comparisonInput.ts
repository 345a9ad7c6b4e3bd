import type { Difference, FormAccount } from '../../model/comparison'
import type { CaseSnapshot } from '../../model/entities'

/** The records of one case that are compared, in any order; withdrawn ones may be among them. */
export type ComparisonInput = Pick<
  CaseSnapshot,
  | 'case'
  | 'people'
  | 'footage'
  | 'tags'
  | 'reports'
  | 'passages'
  | 'statements'
  | 'links'
  | 'absences'
  | 'enteredDifferences'
  | 'dispositions'
> & {
  /** What the forms among the reports say; without it, no report is compared with itself. */
  formAccounts?: readonly FormAccount[]
}

/** A difference as a rule finds it, before anybody's disposition is laid beside it. */
export type FoundDifference = Omit<Difference, 'status' | 'reason' | 'isReopened' | 'fingerprint'> & {
  /** What it rests on beside the tags, passages and statements of its two sides, for the fingerprint; mostly empty. */
  basis: string
}
