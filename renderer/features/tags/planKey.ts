import type { TagKind } from '#shared/model/tag'

/** What pressing the key of a kind does: opens a new tag at the playhead, or marks the end of the open range of that kind. */
export type KeyPlan = { do: 'open' } | { do: 'end'; endUs: number } | { do: 'keep-moment' } | { do: 'refuse-reversed' }

/**
 * Plans one press of a kind's key. `open` is the range that waits for its end, or null; times in microseconds of the footage.
 * A press on the very frame of the start keeps a moment; a press before it is refused, nothing is swapped.
 */
export function planKey(
  open: { kind: TagKind; footageId: string; startUs: number } | null,
  press: { kind: TagKind; footageId: string; timeUs: number }
): KeyPlan {
  if (open === null || open.kind !== press.kind || open.footageId !== press.footageId) return { do: 'open' }
  if (press.timeUs === open.startUs) return { do: 'keep-moment' }
  return press.timeUs > open.startUs ? { do: 'end', endUs: press.timeUs } : { do: 'refuse-reversed' }
}
