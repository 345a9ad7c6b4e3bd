import type { Statement } from '../../model/report'
import type { Tag } from '../../model/tag'
import { alignTime } from '../caseClock'
import { coveredAt } from '../coverage'
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

/**
 * Why no camera can show what a statement says, in plain words; null where one might. Without a stated time any footage might;
 * with one, only footage whose wall clock is known and that was recording, neither covered, off, nor muted where it must be heard.
 */
export function coverageGap({ kind, statedAt }: Pick<Statement, 'kind' | 'statedAt'>, index: ComparisonIndex): string | null {
  const footage = [...index.footage.values()]
  if (footage.length === 0) return 'no footage is loaded'
  if (statedAt === null) return null
  const recording = footage.flatMap((one) => {
    const timeUs = coveredAt(index.clock, one, statedAt)
    return timeUs === null ? [] : [{ one, timeUs }]
  })
  if (recording.length === 0) return 'no footage with a known clock covers the stated time'
  const gaps = recording.map(({ one, timeUs }) => {
    const state = index.cameraStates(one.id).stateOver(timeUs, kind)
    return state === null ? null : `${one.cameraLabel || one.fileName} is ${state}`
  })
  return gaps.includes(null) ? null : gaps.join(' and ')
}
