import { alignTime, type CaseClock } from '#shared/domain/caseClock'
import type { Codebook } from '#shared/model/codebookSchema'
import type { Footage } from '#shared/model/footage'
import type { TagId } from '#shared/model/ids'
import type { Tag } from '#shared/model/tag'
import type { Tone } from '../../ui/tone'

export type LaneId = Codebook['tagKinds'][number]['lane']

/** One row of the timeline. */
export interface Lane {
  id: LaneId
  tone: Tone
}

/** The lanes from top to bottom. */
export const lanes: readonly Lane[] = [
  { id: 'force', tone: 'force' },
  { id: 'needed', tone: 'need' },
  { id: 'intervention', tone: 'step' },
  { id: 'failure', tone: 'fail' },
  { id: 'context', tone: 'context' },
  { id: 'camera', tone: 'neutral' }
]

/** New times for one tag while it is dragged, in microseconds. */
export interface DraggedTag {
  tagId: TagId
  startUs: number
  endUs: number | null
}

/** A tag where it stands on the timeline of the footage shown: microseconds of that footage, also for a tag of another camera. */
export interface LaneTag {
  id: TagId
  tag: Tag
  startUs: number
  endUs: number | null
  isElsewhere: boolean
}

/**
 * The tags of a case by lane, in order of their start on the timeline of `shown`.
 * Tags of other cameras stand at the same moment of the case clock; where that is not known, or `shown` did not record then,
 * and where they are withdrawn, they are left out.
 */
export function laneTags(
  tags: ReadonlyMap<string, Tag>,
  footage: ReadonlyMap<string, Footage>,
  clock: CaseClock,
  shown: Footage,
  codebook: Codebook
): ReadonlyMap<LaneId, readonly LaneTag[]> {
  const laneOf = new Map(codebook.tagKinds.map((kind) => [kind.id, kind.lane]))
  const byLane = new Map<LaneId, LaneTag[]>(lanes.map(({ id }) => [id, []]))
  for (const tag of tags.values()) {
    if (tag.withdrawn !== null) continue
    const placed = placeTag(tag, footage.get(tag.footageId), clock, shown)
    if (placed !== null) byLane.get(laneOf.get(tag.details.kind) ?? 'context')?.push({ ...placed, id: tag.id, tag })
  }
  for (const list of byLane.values()) list.sort(byStart)
  return byLane
}

/** `laneTags` from one state of a case to the next: a lane in which nothing changed stays the same list, so that it need not be drawn anew. */
export function createLanePlanner(): typeof laneTags {
  let before: ReturnType<typeof laneTags> = new Map()
  return (...input) => {
    const now = laneTags(...input)
    before = new Map([...now].map(([id, list]) => [id, isSame(before.get(id), list) ? (before.get(id) ?? list) : list]))
    return before
  }
}

function isSame(before: readonly LaneTag[] | undefined, now: readonly LaneTag[]): boolean {
  return (
    before?.length === now.length &&
    now.every(({ tag, startUs, endUs, isElsewhere }, at) => {
      const one = before[at]
      return one?.tag === tag && one.startUs === startUs && one.endUs === endUs && one.isElsewhere === isElsewhere
    })
  )
}

/** The tags of a lane with the dragged one where it is dragged to; the same list where it is not among them. */
export function withDragged(tags: readonly LaneTag[], dragged: DraggedTag | null): readonly LaneTag[] {
  if (dragged === null || !tags.some(({ id }) => id === dragged.tagId)) return tags
  const { tagId, startUs, endUs } = dragged
  return tags.map((one) => (one.id === tagId ? { ...one, startUs, endUs, tag: { ...one.tag, startUs, endUs } } : one)).sort(byStart)
}

const byStart = (one: LaneTag, other: LaneTag) => one.startUs - other.startUs || (one.id < other.id ? -1 : 1)

function placeTag(
  tag: Tag,
  own: Footage | undefined,
  clock: CaseClock,
  shown: Footage
): Pick<LaneTag, 'startUs' | 'endUs' | 'isElsewhere'> | null {
  if (tag.footageId === shown.id) return { startUs: tag.startUs, endUs: tag.endUs, isElsewhere: false }
  if (own === undefined || own.withdrawn !== null) return null
  const startUs = alignTime(clock, own.id, tag.startUs, shown.id)
  const endUs = tag.endUs === null ? null : alignTime(clock, own.id, tag.endUs, shown.id)
  if (startUs === null || startUs > shown.probe.durationUs || (endUs ?? startUs) < 0) return null
  return { startUs, endUs, isElsewhere: true }
}
