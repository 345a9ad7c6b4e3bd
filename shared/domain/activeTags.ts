const momentShownUs = 1_000_000

interface Marked {
  startUs: number
  endUs: number | null
}

/** Whether a tag holds at a time of its footage, in microseconds: a range around it, or a moment of the second before it. */
export function holdsAt(tag: Marked, timeUs: number): boolean {
  return tag.startUs <= timeUs && timeUs <= (tag.endUs ?? tag.startUs + momentShownUs)
}

/** The tags that hold at a time of their footage, in microseconds; in order of start. */
export function activeTags<Row extends Marked>(tags: readonly Row[], timeUs: number): Row[] {
  return tags.filter((tag) => holdsAt(tag, timeUs)).toSorted((one, other) => one.startUs - other.startUs)
}
