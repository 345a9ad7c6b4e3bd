import type { Case, Person } from '#shared/model/case'
import type { PersonId } from '#shared/model/ids'
import { statementDraftSchema, type ReadStatement, type Report, type Statement, type StatementDraft } from '#shared/model/report'
import { messagesOf } from '#shared/messages/messagesOf'
import { formatWallClock, instantOnDay } from '#shared/domain/time'

/** A statement as the form shows it: numbers and times as text, until they are read. */
export interface StatementForm extends Omit<StatementDraft, 'bodyArea' | 'count' | 'statedAt'> {
  /** An id of the codebook, or empty. */
  bodyArea: string
  count: string
  /** `HH:MM` on the day of the case, or empty. */
  statedTime: string
}

/** A form with nothing entered. */
export const emptyStatementForm: StatementForm = {
  kind: 'force',
  types: [],
  bodyArea: '',
  count: '',
  actorIds: [],
  targetIds: [],
  statedTime: '',
  isNegated: false,
  isHearsay: false,
  isUncertain: false,
  note: ''
}

/** The form of a statement that is recorded already. */
export function formFromStatement(statement: Statement, of: Pick<Case, 'timeZone'>): StatementForm {
  const { kind, types, actorIds, targetIds, isNegated, isHearsay, isUncertain, note } = statement
  return {
    kind,
    types,
    actorIds,
    targetIds,
    isNegated,
    isHearsay,
    isUncertain,
    note,
    bodyArea: statement.bodyArea ?? '',
    count: statement.count === null ? '' : String(statement.count),
    statedTime: statement.statedAt === null ? '' : formatWallClock(statement.statedAt, of.timeZone, { withFraction: false }).slice(0, 5)
  }
}

/**
 * What the reader found, as a suggestion. `I` and `we` are the report's author; a name is a person of the case only
 * where exactly one person fits it, and nobody otherwise.
 */
export function formFromReading(reading: ReadStatement, people: readonly Person[], report: Pick<Report, 'authorId'>): StatementForm {
  const idsOf = (words: string | null): PersonId[] => {
    const id = words === null ? null : personNamed(words, people, report)
    return id === null ? [] : [id]
  }
  return {
    kind: reading.kind,
    types: reading.types,
    bodyArea: reading.bodyArea ?? '',
    count: reading.count === null ? '' : String(reading.count),
    actorIds: idsOf(reading.actor),
    targetIds: idsOf(reading.target),
    statedTime: reading.time ?? '',
    isNegated: reading.negated,
    isHearsay: reading.hearsay,
    isUncertain: reading.uncertain,
    note: ''
  }
}

const say = messagesOf('reports')

/** What of a statement the reader may find too, with the message that it is called by. */
export const comparedFields = [
  ['kind', 'comparedKind'],
  ['types', 'comparedTypes'],
  ['bodyArea', 'comparedBodyArea'],
  ['count', 'comparedCount'],
  ['actorIds', 'comparedActors'],
  ['targetIds', 'comparedTargets'],
  ['statedTime', 'comparedTime'],
  ['isNegated', 'comparedDenied'],
  ['isHearsay', 'comparedHearsay'],
  ['isUncertain', 'comparedUncertain']
] as const satisfies readonly (readonly [field: keyof StatementForm, name: string])[]

/** What a field of a statement is called, in the middle of a sentence. */
export const comparedName = ([, name]: (typeof comparedFields)[number]): string => say(name)

/** What of a statement is not as the reader had found it, in words for the reviewer. */
export function changedFields(
  statement: Statement,
  readAs: ReadStatement,
  people: readonly Person[],
  report: Pick<Report, 'authorId'>,
  of: Pick<Case, 'timeZone'>
): string[] {
  const found = formFromReading(readAs, people, report)
  const now = formFromStatement(statement, of)
  return comparedFields.filter(([field]) => !isSameField(found, now, field)).map(comparedName)
}

/** Whether a field says the same in two forms, in whatever order it lists it. */
export function isSameField(one: StatementForm, other: StatementForm, field: keyof StatementForm): boolean {
  const written = (value: StatementForm[keyof StatementForm]) => JSON.stringify(Array.isArray(value) ? value.toSorted() : value)
  return written(one[field]) === written(other[field])
}

function personNamed(words: string, people: readonly Person[], report: Pick<Report, 'authorId'>): PersonId | null {
  const wanted = wordsIn(words)
  if (wanted.length === 1 && ['i', 'we', 'me', 'my'].includes(wanted[0] ?? '')) return report.authorId
  const fitting = people.filter(
    (person) => person.withdrawn === null && wordsIn(person.name).some((word) => isTelling(word) && wanted.includes(word))
  )
  return fitting.length === 1 ? (fitting[0]?.id ?? null) : null
}

const wordsIn = (text: string) =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}'-]+/u)
    .filter((word) => word !== '')
// Initials and titles fit too many people.
const isTelling = (word: string) =>
  word.length > 1 && !['officer', 'sergeant', 'sgt', 'detective', 'lieutenant', 'mr', 'mrs', 'ms', 'the'].includes(word)

/** The draft that a form makes, or what is wrong with it by field, in words for the reviewer. */
export function draftFromForm(
  form: StatementForm,
  of: Pick<Case, 'startsAt' | 'endsAt' | 'timeZone'>
): { draft: StatementDraft; problems: null } | { draft: null; problems: ReadonlyMap<string, string> } {
  const problems = new Map<string, string>()
  const count = form.count.trim() === '' ? null : Number(form.count)
  if (count !== null && !(Number.isInteger(count) && count >= 1 && count <= 1000)) problems.set('count', say('wrongCount'))
  const time = form.statedTime.trim()
  const statedAt = time === '' ? null : instantOnDay(of, time.padStart(5, '0'))
  if (time !== '' && statedAt === null) problems.set('statedTime', say('wrongTime'))
  const { statedTime: _statedTime, ...rest } = form
  const parsed = statementDraftSchema.safeParse({ ...rest, bodyArea: form.bodyArea === '' ? null : form.bodyArea, count, statedAt })
  if (parsed.success && problems.size === 0) return { draft: parsed.data, problems: null }
  for (const issue of parsed.error?.issues ?? []) {
    const field = String(issue.path[0])
    if (!problems.has(field)) problems.set(field, issue.message)
  }
  return { draft: null, problems }
}
