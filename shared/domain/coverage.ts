import type { Footage } from '../model/footage'
import type { Instant } from '../model/primitives'
import type { StatementKind } from '../model/report'
import { footageTimeAt, wallClockId, type CaseClock } from './caseClock'

/** What cannot be checked where nobody can hear the recording. */
const kindsThatNeedSound: ReadonlySet<StatementKind> = new Set(['warning', 'threat', 'de-escalation'])

/** Whether a statement of this kind tells of what must be heard, so that a muted camera cannot show it. */
export function needsSound(kind: StatementKind): boolean {
  return kindsThatNeedSound.has(kind)
}

/**
 * Where in a footage an instant lies, in microseconds from its start. Null where the footage's wall clock is not known, and
 * where the instant lies before its first or after its last moment.
 */
export function coveredAt(clock: CaseClock, footage: Pick<Footage, 'id' | 'probe'>, instant: Instant): number | null {
  const place = clock.places.get(footage.id)
  if (place?.clockId !== wallClockId) return null
  const timeUs = footageTimeAt(place, Date.parse(instant) * 1000)
  return timeUs >= 0 && timeUs <= footage.probe.durationUs ? timeUs : null
}

/** The footage that was recording at an instant, in the order given, each with where in it that lies, in microseconds from its start. */
export function footageAt<One extends Pick<Footage, 'id' | 'probe'>>(
  clock: CaseClock,
  footage: Iterable<One>,
  instant: Instant
): { one: One; timeUs: number }[] {
  return [...footage].flatMap((one) => {
    const timeUs = coveredAt(clock, one, instant)
    return timeUs === null ? [] : [{ one, timeUs }]
  })
}
