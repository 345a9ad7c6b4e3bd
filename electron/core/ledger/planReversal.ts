import { changeSchema, type Change } from '#shared/model/entities'
import type { UserId } from '#shared/model/ids'
import type { Instant } from '#shared/model/primitives'
import { canonicalText } from './hashEntry'

/** A record without what a mere rewriting changes. */
export function contentOf(record: Change['after']): string {
  return canonicalText({ ...record, updatedAt: null, updatedBy: null })
}

/**
 * The change that takes one change back. What it had made is withdrawn, for nothing is deleted;
 * what it had altered gets its former content again.
 */
export function planUndoOf(change: Change, at: Instant, by: UserId): Change {
  const former = change.before ?? { ...change.after, withdrawn: { at, by, reason: 'Undone' } }
  return changeSchema.parse({ entity: change.entity, before: change.after, after: { ...former, updatedAt: at, updatedBy: by } })
}

/** The change that does one change again after it was undone. `current` is the record as the undoing left it. */
export function planRedoOf(change: Change, current: Change['after'], at: Instant, by: UserId): Change {
  return changeSchema.parse({ entity: change.entity, before: current, after: { ...change.after, updatedAt: at, updatedBy: by } })
}
