import { caseDraftSchema, type Case, type CaseDraft } from '#shared/model/case'
import type { Instant } from '#shared/model/primitives'

/** A case as it stands in the form: times may be missing yet. */
export interface CaseForm {
  incidentNumber: string
  place: string
  startsAt: Instant | null
  endsAt: Instant | null
  timeZone: string
  note: string
}

export type CaseFormErrors = Partial<Record<keyof CaseForm, string>>

/** The form of a case, or an empty one. */
export function caseFormOf(existing: Case | undefined): CaseForm {
  if (existing === undefined) return { incidentNumber: '', place: '', startsAt: null, endsAt: null, timeZone: 'America/New_York', note: '' }
  const { incidentNumber, place, startsAt, endsAt, timeZone, note } = existing
  return { incidentNumber, place, startsAt, endsAt, timeZone, note }
}

const names: Record<keyof CaseForm, string> = {
  incidentNumber: 'The incident number',
  place: 'The place',
  startsAt: 'The start',
  endsAt: 'The end',
  timeZone: 'The time zone',
  note: 'The note'
}

/** The draft that a form holds, or for each field that cannot be taken what is wrong with it, in words. */
export function planCaseDraft(form: CaseForm): { draft: CaseDraft } | { errors: CaseFormErrors } {
  const errors: CaseFormErrors = {}
  if (form.startsAt === null) errors.startsAt = 'Enter a full date and time.'
  if (form.endsAt === null) errors.endsAt = 'Enter a full date and time.'
  if (form.startsAt !== null && form.endsAt !== null && form.endsAt < form.startsAt) {
    errors.endsAt = 'The end is before the start. Change one of the two.'
  }
  const parsed = caseDraftSchema.safeParse(form)
  for (const issue of parsed.error?.issues ?? []) {
    const field = fieldOf(issue.path[0])
    if (field !== null) errors[field] ??= `${names[field]} ${issue.message}.`
  }
  if (parsed.success && Object.keys(errors).length === 0) return { draft: parsed.data }
  return { errors }
}

function fieldOf(key: PropertyKey | undefined): keyof CaseForm | null {
  return typeof key === 'string' && isField(key) ? key : null
}

const isField = (key: string): key is keyof CaseForm => key in names
