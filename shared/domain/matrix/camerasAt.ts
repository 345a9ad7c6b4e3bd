import type { Tag } from '../../model/tag'
import { alignTime } from '../caseClock'
import type { ComparisonIndex } from '../differences/comparisonIndex'
import type { MatrixCell } from './planCell'

/** The cameras on which an event is tagged, and the others that were recording when its first tag begins. */
export function camerasAt(tags: readonly [Tag, ...Tag[]], { clock, footage }: ComparisonIndex): NonNullable<MatrixCell['cameras']> {
  const [first] = tags
  const taggedIds = [...new Set(tags.map(({ footageId }) => footageId))]
  const others = [...footage.values()].filter(({ id, probe }) => {
    if (taggedIds.includes(id)) return false
    const timeUs = alignTime(clock, first.footageId, first.startUs, id)
    return timeUs !== null && timeUs >= 0 && timeUs <= probe.durationUs
  })
  return { taggedIds, otherIds: others.map(({ id }) => id) }
}
