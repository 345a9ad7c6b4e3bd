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

/** A key that was down this long or longer, in milliseconds, was held; a shorter press is a tap. */
export const leastHoldMs = 300

/** What letting the key of a kind go does: marks the end of the range that its press opened, or leaves everything as it is. */
export type ReleasePlan = { do: 'end'; endUs: number } | { do: 'leave' }

/**
 * Plans letting go of a kind's key after `heldMs`. `opened` is what the press opened, or null; `open` is what of that kind waits for its
 * end now; `timeUs` is the playhead on the clock of its footage, or null where that is not known. A tap, and a hold over which the footage
 * stood still or went back, leave the range open: it waits for its end as after a tap.
 */
export function planRelease(
  opened: { footageId: string; startUs: number } | null,
  open: { footageId: string; startUs: number } | null,
  timeUs: number | null,
  heldMs: number
): ReleasePlan {
  const isOwn = opened !== null && open !== null && opened.footageId === open.footageId && opened.startUs === open.startUs
  if (!isOwn || heldMs < leastHoldMs || timeUs === null || timeUs <= open.startUs) return { do: 'leave' }
  return { do: 'end', endUs: timeUs }
}
