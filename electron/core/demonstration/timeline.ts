/** A value that changes over time: pairs of second and value, seconds ascending. */
export type Track<Value> = readonly (readonly [atSecond: number, value: Value])[]

/** The two neighbours of a moment in a track, and how far between them it is, 0 to 1, eased at both ends. The track must not be empty. Pure. */
export function neighbours<Value>(track: Track<Value>, second: number): { from: Value; to: Value; share: number } {
  const next = track.findIndex(([at]) => at > second)
  const before = track[next === -1 ? track.length - 1 : Math.max(0, next - 1)]
  if (before === undefined) throw new RangeError('an empty track')
  const after = track[next] ?? before
  const length = after[0] - before[0]
  const linear = length <= 0 ? 0 : Math.min(1, Math.max(0, (second - before[0]) / length))
  return { from: before[1], to: after[1], share: linear * linear * (3 - 2 * linear) }
}

/** A number of a track at a moment. Pure. */
export function numberAt(track: Track<number>, second: number): number {
  const { from, to, share } = neighbours(track, second)
  return from + (to - from) * share
}
