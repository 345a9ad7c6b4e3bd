/** A stretch of a footage in microseconds. */
export interface LoopRange {
  startUs: number
  endUs: number
}

/** What the loop key does next: loops a range, remembers where one begins, or lets go. */
export type LoopPlan = { do: 'loop'; range: LoopRange } | { do: 'begin'; startUs: number } | { do: 'clear' }

/**
 * Plans one press of the loop key: a loop is let go; the selected range is looped; otherwise the first press marks where
 * the loop begins and the second where it ends. A second press at the same place or before lets go.
 */
export function planLoop(
  now: { loop: LoopRange | null; loopStartUs: number | null; timeUs: number },
  selected: { startUs: number; endUs: number | null } | null
): LoopPlan {
  if (now.loop !== null) return { do: 'clear' }
  if (now.loopStartUs !== null) {
    return now.timeUs > now.loopStartUs ? { do: 'loop', range: { startUs: now.loopStartUs, endUs: now.timeUs } } : { do: 'clear' }
  }
  if (selected !== null && selected.endUs !== null && selected.endUs > selected.startUs) {
    return { do: 'loop', range: { startUs: selected.startUs, endUs: selected.endUs } }
  }
  return { do: 'begin', startUs: now.timeUs }
}
