import type { Codebook } from '#shared/model/codebookSchema'
import type { FootageId, TagId } from '#shared/model/ids'
import type { Tag } from '#shared/model/tag'
import type { Tone } from '../../ui/tone'

export type LaneId = Codebook['tagKinds'][number]['lane']

/** One row of the timeline, with the word shown beside it. */
export interface Lane {
  id: LaneId
  label: string
  tone: Tone
}

/** The lanes from top to bottom. */
export const lanes: readonly Lane[] = [
  { id: 'force', label: 'force', tone: 'force' },
  { id: 'needed', label: 'needed', tone: 'need' },
  { id: 'intervention', label: 'intervention', tone: 'step' },
  { id: 'failure', label: 'failure', tone: 'fail' },
  { id: 'context', label: 'context', tone: 'context' },
  { id: 'camera', label: 'camera', tone: 'neutral' }
]

/** New times for one tag while it is dragged, in microseconds. */
export interface DraggedTag {
  tagId: TagId
  startUs: number
  endUs: number | null
}

/** The tags of one footage by lane, in order of their start; the dragged one stands where it is dragged to. Withdrawn tags are left out. */
export function laneTags(
  tags: ReadonlyMap<string, Tag>,
  footageId: FootageId,
  codebook: Codebook,
  dragged: DraggedTag | null
): ReadonlyMap<LaneId, readonly Tag[]> {
  const laneOf = new Map(codebook.tagKinds.map((kind) => [kind.id, kind.lane]))
  const byLane = new Map<LaneId, Tag[]>(lanes.map(({ id }) => [id, []]))
  for (const tag of tags.values()) {
    if (tag.withdrawn !== null || tag.footageId !== footageId) continue
    const shown = dragged?.tagId === tag.id ? { ...tag, startUs: dragged.startUs, endUs: dragged.endUs } : tag
    byLane.get(laneOf.get(tag.details.kind) ?? 'context')?.push(shown)
  }
  for (const list of byLane.values()) list.sort((one, other) => one.startUs - other.startUs || (one.id < other.id ? -1 : 1))
  return byLane
}
