import { messagesOf } from '../messages/messagesOf'
import { listOf } from '../messages/listOf'
import type { Person } from '../model/case'
import type { Codebook } from '../model/codebookSchema'
import type { PersonId } from '../model/ids'
import type { Withdrawal } from '../model/record'
import type { Report } from '../model/report'
import type { Tag, TagDetails } from '../model/tag'

const say = messagesOf('records')

/** The part of the body that an area lies in. */
export type AreaRegion = Codebook['bodyAreas'][number]['region']

/** Whether a record stands: it was not withdrawn. */
export function isActive(record: { withdrawn: Withdrawal | null }): boolean {
  return record.withdrawn === null
}

/** A person for a list or a sentence: `Sgt. A. Doe (#123)` for an officer, `J. Roe (subject)` for another. */
export function describePerson(person: Pick<Person, 'role' | 'name' | 'rank' | 'badgeNumber'>): string {
  if (person.role !== 'officer') return say('personWithRole', { name: person.name, role: person.role })
  const name = person.rank === '' ? person.name : `${person.rank} ${person.name}`
  return person.badgeNumber === '' ? name : `${name} (#${person.badgeNumber})`
}

/** Several people, e.g. `Sgt. A. Doe (#123) and J. Roe (subject)`; an empty text for nobody. */
export function describePeople(ids: readonly PersonId[], people: ReadonlyMap<PersonId, Person>): string {
  return listOf(
    ids.map((id) => {
      const person = people.get(id)
      return person === undefined ? say('unknownPerson') : describePerson(person)
    })
  )
}

/** A report for a list or a sentence: its type and who wrote it, e.g. `Incident report by Sgt. A. Doe (#123)`. */
export function describeReport(
  report: Pick<Report, 'type' | 'authorId' | 'authorName'>,
  people: ReadonlyMap<PersonId, Person>,
  codebook: Codebook
): string {
  const label = codebook.reportTypes.find(({ id }) => id === report.type)?.label ?? report.type
  const person = report.authorId === null ? undefined : people.get(report.authorId)
  return sayReport(label, person === undefined ? report.authorName : describePerson(person))
}

/** A report by the label of its type and its author's name, which may be empty. */
export function sayReport(report: string, author: string): string {
  return author === '' ? say('reportWithoutAuthor', { report }) : say('reportBy', { report, author })
}

/** A tag in few words, e.g. `Strike · head ×3`, `Resistance · active`, `Camera muted`. */
export function describeTag(tag: { details: TagDetails }, codebook: Codebook): string {
  const { details } = tag
  const kind = codebook.tagKinds.find(({ id }) => id === details.kind)?.label ?? details.kind
  switch (details.kind) {
    case 'force':
      return describeForce(details, codebook)
    case 'intervention':
      return details.method === 'undetermined' ? kind : say('interventionMethod', { kind, method: details.method })
    case 'resistance':
      return details.level === 'undetermined' ? kind : say('resistanceLevel', { kind, level: details.level })
    case 'warning':
      return kind + times(details.count)
    case 'injury':
      return kind + area(details.bodyArea, codebook)
    case 'camera':
      return say('cameraState', { state: details.state })
    case 'intervention-needed':
    case 'failure-to-intervene':
    case 'de-escalation':
    case 'medical-aid':
    case 'escalation':
      return kind
  }
}

/** A force in few words, e.g. `Strike · head ×3`; the type's label without what it says in brackets. */
export function describeForce(force: { forceType: string; bodyArea: string | null; count: number | null }, codebook: Codebook): string {
  return describeForceType(force.forceType, codebook) + area(force.bodyArea, codebook) + times(force.count)
}

/** The label of a force type, without what it says in brackets; the id itself where the codebook does not know it. */
export function describeForceType(forceType: string, codebook: Codebook): string {
  return withoutBrackets(codebook.forceTypes.find(({ id }) => id === forceType)?.label ?? forceType)
}

/** The label of a body area in lower case, without what it says in brackets; the id itself where the codebook does not know it. */
export function describeBodyArea(bodyArea: string, codebook: Codebook): string {
  return withoutBrackets(codebook.bodyAreas.find(({ id }) => id === bodyArea)?.label ?? bodyArea).toLowerCase()
}

/** The region of a body area; null where the codebook does not know the area. */
export function areaRegion(bodyArea: string, codebook: Codebook): AreaRegion | null {
  return codebook.bodyAreas.find(({ id }) => id === bodyArea)?.region ?? null
}

/** Whether a force type counts as force. One that the codebook does not know does: it is not passed over in silence. */
export function countsAsForce(forceType: string, codebook: Codebook): boolean {
  return codebook.forceTypes.find(({ id }) => id === forceType)?.countsAsForce ?? true
}

/** Who does what a tag marks: the actors, or the officer of a failure to intervene. */
export function actorIdsOf(details: TagDetails): readonly PersonId[] {
  if ('actorIds' in details) return details.actorIds
  return details.kind === 'failure-to-intervene' && details.officerId !== null ? [details.officerId] : []
}

/** On whom it is done. */
export function targetIdsOf(details: TagDetails): readonly PersonId[] {
  return 'targetIds' in details ? details.targetIds : []
}

/** Everybody whom a tag names, each once. */
export function personIdsOf(details: TagDetails): PersonId[] {
  const present = details.kind === 'intervention-needed' ? details.presentIds : []
  return [...new Set([...actorIdsOf(details), ...targetIdsOf(details), ...present])]
}

/** Whether a person is an officer whom an active tag of the case names, in whatever part. */
export function isInvolvedOfficer(person: Pick<Person, 'id' | 'role'>, tags: readonly Tag[]): boolean {
  return person.role === 'officer' && tags.some((tag) => isActive(tag) && personIdsOf(tag.details).includes(person.id))
}

const times = (count: number | null) => (count === null || count === 1 ? '' : ` ×${count}`)
const area = (bodyArea: string | null, codebook: Codebook) => (bodyArea === null ? '' : ` · ${describeBodyArea(bodyArea, codebook)}`)
const withoutBrackets = (label: string) => label.replace(/\s*\([^)]*\)$/, '')
