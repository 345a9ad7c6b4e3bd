import { caseDraftSchema, type Case, type CaseDraft } from '#shared/model/case'
import { messagesOf } from '#shared/messages/messagesOf'
import type { Instant } from '#shared/model/primitives'

/** A case as it stands in the form: times may be missing yet. */
export interface CaseForm {
  incidentNumber: string
  place: string
  startsAt: Instant | null
  endsAt: Instant | null
  timeZone: string
  note: string
  /** A day, as `2024-10-12`; null where none is set. */
  dueOn: string | null
  warning: string
  isGraphic: boolean
  hasPersonInCrisis: boolean
}

const say = messagesOf('library')

export type CaseFormErrors = Partial<Record<keyof CaseForm, string>>

const emptyForm: CaseForm = {
  ...{ incidentNumber: '', place: '', startsAt: null, endsAt: null, timeZone: 'America/New_York', note: '' },
  ...{ dueOn: null, warning: '', isGraphic: false, hasPersonInCrisis: false }
}

/** The form of a case, or an empty one. */
export function caseFormOf(existing: Case | undefined): CaseForm {
  if (existing === undefined) return emptyForm
  const { incidentNumber, place, startsAt, endsAt, timeZone, note, dueOn, warning, isGraphic, hasPersonInCrisis } = existing
  return {
    ...{ incidentNumber, place, startsAt, endsAt, timeZone, note },
    ...{ dueOn: dueOn ?? null, warning: warning ?? '', isGraphic: isGraphic ?? false, hasPersonInCrisis: hasPersonInCrisis ?? false }
  }
}

const names = {
  incidentNumber: 'incidentNumber',
  place: 'place',
  startsAt: 'start',
  endsAt: 'end',
  timeZone: 'timeZone',
  note: 'note',
  dueOn: 'dueOn',
  warning: 'contentWarning',
  isGraphic: 'isGraphic',
  hasPersonInCrisis: 'hasCrisis'
} as const satisfies Record<keyof CaseForm, string>

/** The draft that a form holds, or for each field that cannot be taken what is wrong with it, in words. */
export function planCaseDraft(form: CaseForm): { draft: CaseDraft } | { errors: CaseFormErrors } {
  const errors: CaseFormErrors = {}
  if (form.startsAt === null) errors.startsAt = say('fullTime')
  if (form.endsAt === null) errors.endsAt = say('fullTime')
  if (form.startsAt !== null && form.endsAt !== null && form.endsAt < form.startsAt) {
    errors.endsAt = say('endBeforeStart')
  }
  const parsed = caseDraftSchema.safeParse(form)
  for (const issue of parsed.error?.issues ?? []) {
    const field = fieldOf(issue.path[0])
    if (field !== null)
      errors[field] ??= field === 'dueOn' ? say('fullDate') : say('wrong', { field: say(names[field]), what: issue.message })
  }
  if (parsed.success && Object.keys(errors).length === 0) return { draft: parsed.data }
  return { errors }
}

function fieldOf(key: PropertyKey | undefined): keyof CaseForm | null {
  return typeof key === 'string' && isField(key) ? key : null
}

const isField = (key: string): key is keyof CaseForm => key in names
