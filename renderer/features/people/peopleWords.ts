import type { ReportingDeadline } from '#shared/domain/deadline'
import type { RecordedElements } from '#shared/domain/matrix/planDutyTable'
import type { Presence } from '#shared/domain/matrix/planDutyTable'
import type { PersonMoment, PersonPlan } from '#shared/domain/planPeople'
import { messagesOf } from '#shared/messages/messagesOf'
import type { CaseClock } from '#shared/domain/caseClock'
import type { Case, Person, PersonRole } from '#shared/model/case'
import { tagTime } from '#shared/domain/tagWords'
import type { Tone } from '../../ui/tone'

const say = messagesOf('people')
const minuteMs = 60_000

/** What one person of a role is called. */
export const roleWord = (role: PersonRole): string => say(role)

/** What an officer goes by beside the name, e.g. `Sgt. · badge 123`; a subject or a witness by the role. */
export function personFacts(person: Person): string {
  if (person.role !== 'officer') return roleWord(person.role)
  const facts = [person.rank, person.badgeNumber === '' ? '' : say('badge', { number: person.badgeNumber })]
  return facts.filter((fact) => fact !== '').join(' · ') || roleWord('officer')
}

const deadlineKeys = { met: 'met', late: 'late', 'none-found': 'noneFound', unknown: 'unknown' } as const
const deadlineTones: { readonly [Each in ReportingDeadline]: Tone } = {
  met: 'agree',
  late: 'differ',
  'none-found': 'contra',
  unknown: 'neutral'
}

/** How an officer's reporting stands to the end of the shift, with the tone that it is shown in. */
export function deadlineLook(deadline: ReportingDeadline): { word: string; tone: Tone } {
  return { word: say(deadlineKeys[deadline]), tone: deadlineTones[deadline] }
}

/** A length of time to the minute, e.g. `2 h 15 min`; `ms` is milliseconds, its sign does not count. */
export function describeMargin(ms: number): string {
  const minutes = Math.floor(Math.abs(ms) / minuteMs)
  return minutes < 60 ? say('minutes', { minutes }) : say('hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })
}

/** Between which times a person is tagged; null where no moment names them. */
export function describePresence(moments: readonly PersonMoment[], clock: CaseClock, of: Pick<Case, 'timeZone'>): string | null {
  const [first, last] = [moments[0], moments.at(-1)]
  if (first === undefined || last === undefined) return null
  const at = ({ tag }: PersonMoment) => tagTime({ ...tag, endUs: null }, clock, of)
  return first === last ? at(first) : say('presenceRange', { from: at(first), to: at(last) })
}

const sourceKeys = {
  tagged: 'sourceTagged',
  failure: 'sourceFailure',
  intervention: 'sourceIntervention',
  camera: 'sourceCamera',
  report: 'sourceReport'
} as const satisfies { readonly [Source in Presence['source']]: string }

/** What speaks for an officer's having been there, each kind once. */
export function describeSources(presence: readonly Presence[]): string {
  return [...new Set(presence.map(({ source }) => say(sourceKeys[source])))].join(', ')
}

const elementKeys = {
  present: 'elementPresent',
  observing: 'elementObserving',
  beyondNecessary: 'elementBeyond',
  noAttempt: 'elementNoAttempt',
  imminentHarm: 'elementHarm'
} as const satisfies { readonly [Name in keyof RecordedElements]: string }
const elementNames = ['present', 'observing', 'beyondNecessary', 'noAttempt', 'imminentHarm'] as const

/** The elements of a failure that people determined, e.g. `present yes, imminent harm no`. */
export function describeElements(elements: RecordedElements): string {
  const answers = elementNames.flatMap((name) => {
    const { value } = elements[name]
    return value === 'undetermined' ? [] : [`${say(elementKeys[name])} ${say(value)}`]
  })
  return answers.length === 0 ? say('elementsOpen') : say('elements', { answers: answers.join(', ') })
}

/** What a list says of a person under the name. */
export function describeInList({ moments, deadline }: PersonPlan): string {
  const count = say('momentCount', { count: moments.length })
  return deadline === null ? count : `${count} · ${say('deadline')}: ${deadlineLook(deadline).word.toLowerCase()}`
}
