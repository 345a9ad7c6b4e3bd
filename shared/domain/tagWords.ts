import { messagesOf } from '../messages/messagesOf'
import type { Case, Person } from '../model/case'
import type { PersonId } from '../model/ids'
import type { Determination } from '../model/primitives'
import type { FailureElements, Tag, TagDetails } from '../model/tag'
import { wallClockOf, type CaseClock } from './caseClock'
import { actorIdsOf, targetIdsOf } from './records'
import { formatFootageTime, formatWallClock } from './time'

const say = messagesOf('ui')

/** The elements of a failure to intervene, in the order of §15(a), in the language spoken now. */
export const elementLabels: { readonly [Name in keyof FailureElements]: string } = {
  get present() {
    return say('elementPresent')
  },
  get observing() {
    return say('elementObserving')
  },
  get beyondNecessary() {
    return say('elementBeyondNecessary')
  },
  get noAttempt() {
    return say('elementNoAttempt')
  },
  get imminentHarm() {
    return say('elementImminentHarm')
  }
}

/** Each element of a failure to intervene with its answer; empty for other kinds. */
export function elementAnswers(details: TagDetails): { label: string; value: Determination }[] {
  if (details.kind !== 'failure-to-intervene') return []
  const { present, observing, beyondNecessary, noAttempt, imminentHarm } = details.elements
  return [
    { label: elementLabels.present, value: present.value },
    { label: elementLabels.observing, value: observing.value },
    { label: elementLabels.beyondNecessary, value: beyondNecessary.value },
    { label: elementLabels.noAttempt, value: noAttempt.value },
    { label: elementLabels.imminentHarm, value: imminentHarm.value }
  ]
}

/** Who does it on whom, e.g. `R. Weaver on J. Doe`; empty where nobody is named. */
export function tagPeople(details: TagDetails, people: ReadonlyMap<string, Person>): string {
  const names = (ids: readonly PersonId[]) => ids.map((id) => people.get(id)?.name ?? say('unknownPerson')).join(', ')
  if (details.kind === 'intervention-needed')
    return details.presentIds.length === 0 ? '' : say('presentPeople', { names: names(details.presentIds) })
  const actors = names(actorIdsOf(details))
  const targets = names(targetIdsOf(details))
  if (targets === '') return actors
  return actors === '' ? say('onPeople', { names: targets }) : say('actsOn', { actors, targets })
}

/** What else a tag records: the words of a warning, how serious an injury is, the note. One line each. */
export function tagLines(tag: Pick<Tag, 'details' | 'note'>): string[] {
  const { details, note } = tag
  const words = details.kind === 'warning' && details.words !== '' ? [`“${details.words}”`] : []
  const injury = details.kind === 'injury' ? [say('serious', { value: details.isSerious })] : []
  return [...words, ...injury, ...(note === '' ? [] : [note])]
}

/**
 * When a tag is, to the second: wall clock in the case's zone, e.g. `21:17:39–49`, or `00:03:27` of the footage
 * where its clock is not known. A range names only as much of its end as differs.
 */
export function tagTime(tag: Pick<Tag, 'footageId' | 'startUs' | 'endUs'>, caseClock: CaseClock, of: Pick<Case, 'timeZone'>): string {
  const clock = (timeUs: number) => {
    const instant = wallClockOf(caseClock, tag.footageId, timeUs)
    return instant === null
      ? formatFootageTime(timeUs, { withFraction: false })
      : formatWallClock(instant, of.timeZone, { withFraction: false })
  }
  const start = clock(tag.startUs)
  if (tag.endUs === null) return start
  const end = clock(tag.endUs)
  if (end === start) return start
  if (end.slice(0, 6) === start.slice(0, 6)) return `${start}–${end.slice(6)}`
  return end.slice(0, 3) === start.slice(0, 3) ? `${start}–${end.slice(3)}` : `${start}–${end}`
}
