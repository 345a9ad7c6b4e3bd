import type { Case, Person } from '#shared/model/case'
import type { ReadStatement, Report, Statement, StatementReadAnew } from '#shared/model/report'
import {
  comparedFields,
  comparedName,
  draftFromForm,
  formFromReading,
  formFromStatement,
  isSameField,
  type StatementForm
} from './statementForm'

/** What the reader makes of the new words of a passage, beside a statement that a person recorded on the old ones. */
export type ReadAnew =
  /** It finds nothing that is like the statement. */
  | { state: 'nothing' }
  /** Nothing of the statement would change. */
  | { state: 'same' }
  /** `changed` says what of the statement would, in words for the reviewer; `overruled` what of that a person had set otherwise than the reader. */
  | { state: 'other'; statement: Statement; readAnew: StatementReadAnew; changed: readonly string[]; overruled: readonly string[] }

interface ReadAnewInput {
  people: readonly Person[]
  report: Pick<Report, 'authorId'>
  of: Pick<Case, 'startsAt' | 'endsAt' | 'timeZone'>
}

/**
 * What of a statement would become another if it were read anew in the words that the reader has found this in. Only what the reader
 * finds other than before is put into it: what a person entered stays where the words give no other. Pure.
 */
export function planReadAnew(statement: Statement, found: readonly ReadStatement[], { people, report, of }: ReadAnewInput): ReadAnew {
  const reading = likest(statement, found)
  if (reading === null) return { state: 'nothing' }
  const recorded = formFromStatement(statement, of)
  const next = formFromReading(reading, people, report)
  const before = statement.readAs === undefined ? null : formFromReading(statement.readAs, people, report)
  const isTaken = ([field]: (typeof comparedFields)[number]): boolean => {
    if (isSameField(next, recorded, field)) return false
    if (before !== null) return !isSameField(next, before, field)
    // Without the reading that it began as: that the reader names nobody says nothing of whom a person named.
    return !((field === 'actorIds' || field === 'targetIds') && next[field].length === 0)
  }
  const taken = comparedFields.filter(isTaken)
  if (taken.length === 0) return { state: 'same' }
  const form = taken.reduce<StatementForm>((filled, [field]) => ({ ...filled, [field]: next[field] }), recorded)
  const { draft } = draftFromForm(form, of)
  if (draft === null) return { state: 'nothing' }
  const overruled = before === null ? [] : taken.filter(([field]) => !isSameField(before, recorded, field))
  return {
    state: 'other',
    statement: { ...statement, ...draft },
    readAnew: { statementId: statement.id, draft, readAs: reading },
    changed: taken.map(comparedName),
    overruled: overruled.map(comparedName)
  }
}

/** Of what was found, that of the same kind with most of the same types, the first of several; null where none is of its kind. */
function likest({ kind, types }: Statement, found: readonly ReadStatement[]): ReadStatement | null {
  const shared = (reading: ReadStatement) => reading.types.filter((type) => types.includes(type)).length
  return found.filter((reading) => reading.kind === kind).toSorted((one, other) => shared(other) - shared(one))[0] ?? null
}
