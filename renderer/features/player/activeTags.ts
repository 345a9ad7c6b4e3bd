const momentShownUs = 1_000_000

/** The tags that hold at a time: ranges around it, and moments of the second before it. Microseconds; in order of start. */
export function activeTags<Row extends { startUs: number; endUs: number | null }>(tags: readonly Row[], timeUs: number): Row[] {
  return tags
    .filter((tag) => tag.startUs <= timeUs && timeUs <= (tag.endUs ?? tag.startUs + momentShownUs))
    .toSorted((one, other) => one.startUs - other.startUs)
}
