import { describeForceType, describePerson, isActive } from '#shared/domain/records'
import type { Person } from '#shared/model/case'
import type { Codebook } from '#shared/model/codebookSchema'
import type { PersonId } from '#shared/model/ids'
import type { TagDetails, TagDetailsOf } from '#shared/model/tag'

/** What of a tag is said by one key each, in the order in which it is asked. */
export type CoderPart = 'type' | 'area' | 'who' | 'whom'

/** One answer of a part; `isSet` where the tag says it already. */
export interface CoderOption {
  id: string
  label: string
  isSet: boolean
}

/** What the answers of a part are taken from. `wordOf` names the answers that are words of the app and not of the codebook. */
export interface CoderSource {
  codebook: Codebook
  people: readonly Person[]
  wordOf: (answer: string) => string
}

const choices = {
  intervention: ['verbal', 'physical', 'both'],
  resistance: ['passive', 'active', 'assaultive'],
  camera: ['muted', 'covered', 'off']
} as const

/** The parts that details have, in the order in which they are asked. */
export function partsOf(details: TagDetails, codebook: Codebook): CoderPart[] {
  switch (details.kind) {
    case 'force': {
      const type = codebook.forceTypes.find(({ id }) => id === details.forceType)
      const hasArea = type?.needsBodyArea !== false || details.bodyArea !== null
      return hasArea ? ['type', 'area', 'who', 'whom'] : ['type', 'who', 'whom']
    }
    case 'injury':
      return ['area', 'who', 'whom']
    case 'intervention':
    case 'resistance':
      return ['type', 'who', 'whom']
    case 'camera':
      return ['type']
    case 'intervention-needed':
    case 'failure-to-intervene':
      return ['who']
    case 'warning':
    case 'de-escalation':
    case 'medical-aid':
    case 'escalation':
      return ['who', 'whom']
  }
}

/** The answers that a part offers: those of the codebook in its order; officers first for who, subjects first for on whom. */
export function optionsOf(part: CoderPart, details: TagDetails, source: CoderSource): CoderOption[] {
  const { codebook } = source
  switch (part) {
    case 'type': {
      if (details.kind === 'force')
        return codebook.forceTypes.map(({ id }) => ({ id, label: describeForceType(id, codebook), isSet: id === details.forceType }))
      const [offered, answer] = choiceOf(details)
      return offered.map((id) => ({ id, label: source.wordOf(id), isSet: id === answer }))
    }
    case 'area': {
      const area = 'bodyArea' in details ? details.bodyArea : null
      return codebook.bodyAreas.map(({ id, label }) => ({ id, label, isSet: id === area }))
    }
    case 'who':
    case 'whom': {
      const named = namedIn(part, details)
      return peopleFor(part, details, source.people).map((person) => ({
        id: person.id,
        label: describePerson(person),
        isSet: named.includes(person.id)
      }))
    }
  }
}

/**
 * The details after an answer of a part. A person who is named already is named no more, another one is named as well; any other answer
 * takes the place of the one before. An id that the part does not offer changes nothing.
 */
export function withAnswer(details: TagDetails, part: CoderPart, id: string, source: CoderSource): TagDetails {
  if (!optionsOf(part, details, source).some((option) => option.id === id)) return details
  switch (part) {
    case 'type':
      return withType(details, id)
    case 'area':
      return 'bodyArea' in details ? { ...details, bodyArea: id } : details
    case 'who':
    case 'whom': {
      const person = source.people.find((one) => one.id === id)
      return person === undefined ? details : withPerson(details, part, person.id)
    }
  }
}

/** The part that is asked after `part`; null after the last one. */
export function partAfter(part: CoderPart, details: TagDetails, codebook: Codebook): CoderPart | null {
  const parts = partsOf(details, codebook)
  return parts[parts.indexOf(part) + 1] ?? null
}

/** The part that was asked before `part`; null before the first one. */
export function partBefore(part: CoderPart, details: TagDetails, codebook: Codebook): CoderPart | null {
  const parts = partsOf(details, codebook)
  return parts[parts.indexOf(part) - 1] ?? null
}

const everyKey = '1 2 3 4 5 6 7 8 9 0 a b c d e f g h i j k l m n o p q r s t u v w x y z'

/** The keys of so many answers, digits first; none of them is one of `taken`, in either case. Fewer where there are not as many. */
export function optionKeys(taken: readonly string[], count: number): string[] {
  const others = new Set(taken.map((key) => key.toLowerCase()))
  return everyKey
    .split(' ')
    .filter((key) => !others.has(key))
    .slice(0, count)
}

function choiceOf(details: TagDetails): [readonly string[], string | null] {
  if (details.kind === 'intervention') return [choices.intervention, details.method]
  if (details.kind === 'resistance') return [choices.resistance, details.level]
  return details.kind === 'camera' ? [choices.camera, details.state] : [[], null]
}

function withType(details: TagDetails, id: string): TagDetails {
  switch (details.kind) {
    case 'force':
      return { ...details, forceType: id }
    case 'intervention':
      return { ...details, method: choices.intervention.find((method) => method === id) ?? details.method }
    case 'resistance':
      return { ...details, level: choices.resistance.find((level) => level === id) ?? details.level }
    case 'camera':
      return { ...details, state: choices.camera.find((state) => state === id) ?? details.state }
    default:
      return details
  }
}

function namedIn(part: 'who' | 'whom', details: TagDetails): readonly PersonId[] {
  if (details.kind === 'intervention-needed') return details.presentIds
  if (details.kind === 'failure-to-intervene') return details.officerId === null ? [] : [details.officerId]
  if (!hasActors(details)) return []
  return part === 'who' ? details.actorIds : details.targetIds
}

function withPerson(details: TagDetails, part: 'who' | 'whom', id: PersonId): TagDetails {
  const toggled = (ids: readonly PersonId[]) => (ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id])
  if (details.kind === 'intervention-needed') return { ...details, presentIds: toggled(details.presentIds) }
  if (details.kind === 'failure-to-intervene') return { ...details, officerId: details.officerId === id ? null : id }
  if (!hasActors(details)) return details
  return part === 'who' ? { ...details, actorIds: toggled(details.actorIds) } : { ...details, targetIds: toggled(details.targetIds) }
}

type WithActors = TagDetailsOf<Exclude<TagDetails['kind'], 'intervention-needed' | 'failure-to-intervene' | 'camera'>>

const hasActors = (details: TagDetails): details is WithActors => 'actorIds' in details

function peopleFor(part: 'who' | 'whom', details: TagDetails, people: readonly Person[]): Person[] {
  const isOfficerAsked = details.kind === 'intervention-needed' || details.kind === 'failure-to-intervene'
  const first = part === 'who' ? 'officer' : 'subject'
  const offered = people.filter((person) => isActive(person) && (!isOfficerAsked || person.role === 'officer'))
  return [...offered.filter(({ role }) => role === first), ...offered.filter(({ role }) => role !== first)]
}
