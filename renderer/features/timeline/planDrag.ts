/** Which edge of a tag is dragged. */
export type Edge = 'start' | 'end'

/**
 * The times of a tag whose edge is dragged to `timeUs`. An edge stops at the other one, so that a range never turns round;
 * a moment grows an end by its right edge, and becomes a moment again when the end is put back on the start.
 */
export function planDrag(
  tag: { startUs: number; endUs: number | null },
  edge: Edge,
  timeUs: number,
  durationUs: number
): { startUs: number; endUs: number | null } {
  const wantedUs = Math.min(durationUs, Math.max(0, timeUs))
  if (edge === 'end') {
    const endUs = Math.max(tag.startUs, wantedUs)
    return { startUs: tag.startUs, endUs: endUs === tag.startUs ? null : endUs }
  }
  if (tag.endUs === null) return { startUs: wantedUs, endUs: null }
  return { startUs: Math.min(tag.endUs, wantedUs), endUs: tag.endUs }
}
