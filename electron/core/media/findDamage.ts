import { englishOf } from '#shared/messages/messagesOf'
import type { Damage } from '#shared/model/footage'

const kept = englishOf('damage')

/** What was seen of a file's packets while it was read: every so many packets where it lies and when it is shown, in order of the file. */
export interface PacketPlaces {
  positionBytes: number
  timeUs: number
}

const leastGapUs = 1_000_000
const leastGapFactor = 10
const mostPlaces = 20
/** Complaints that are not about the recording: ffprobe's own notes on its settings. */
const noComplaint = /Consider increasing|deprecated|Estimating duration/i

/**
 * Places that the times of the frames tell of by themselves: stretches of a second and more, ten times the usual distance of two
 * frames, without a picture. Pure; `timesUs` ascends.
 */
export function findGaps(timesUs: Float64Array): Damage[] {
  const limitUs = Math.max(leastGapUs, usualGapUs(timesUs) * leastGapFactor)
  const gaps: Damage[] = []
  for (let index = 1; index < timesUs.length && gaps.length < mostPlaces; index += 1) {
    const [fromUs = 0, toUs = 0] = [timesUs[index - 1], timesUs[index]]
    if (toUs - fromUs > limitUs) gaps.push({ fromUs, toUs, what: kept('noPicture', { seconds: ((toUs - fromUs) / 1e6).toFixed(1) }) })
  }
  return gaps
}

/** The distance of two frames in the middle of all distances, microseconds; 40,000 where there are none. */
export function usualGapUs(timesUs: Float64Array): number {
  const gaps = new Float64Array(Math.max(0, timesUs.length - 1))
  for (let index = 0; index < gaps.length; index += 1) gaps[index] = (timesUs[index + 1] ?? 0) - (timesUs[index] ?? 0)
  return gaps.sort()[Math.floor(gaps.length / 2)] ?? 40_000
}

/**
 * The places of what a reader complained of: from the byte that a line names, where it names one, otherwise unknown. Lines that
 * tell of the same place are joined. Pure; `packets` in order of the file.
 */
export function placeComplaints(lines: readonly string[], packets: readonly PacketPlaces[]): Damage[] {
  const places = new Map<string, Damage>()
  for (const what of lines) {
    if (noComplaint.test(what)) continue
    const place = placeOf(what, packets)
    const key = place.fromUs === null ? what : `${place.fromUs} ${place.toUs}`
    if (!places.has(key)) places.set(key, { ...place, what })
  }
  return [...places.values()].slice(0, mostPlaces)
}

function placeOf(line: string, packets: readonly PacketPlaces[]): Omit<Damage, 'what'> {
  const match = /(?:at pos(?:ition)?|offset|at) (0x[0-9a-f]+|\d+)/i.exec(line)
  const positionBytes = match === null ? NaN : Number(match[1])
  if (!Number.isFinite(positionBytes) || packets.length === 0) return { fromUs: null, toUs: null }
  const before = packets.findLast((packet) => packet.positionBytes <= positionBytes)
  const after = packets.find((packet) => packet.positionBytes > positionBytes)
  return { fromUs: before?.timeUs ?? 0, toUs: after === undefined ? null : Math.max(after.timeUs, before?.timeUs ?? 0) }
}

/** Places in order, those that touch and say the same made one; those of unknown place last. Pure. */
export function joinDamage(places: readonly Damage[]): Damage[] {
  const joined: Damage[] = []
  for (const place of [...places].sort((one, other) => (one.fromUs ?? Infinity) - (other.fromUs ?? Infinity))) {
    const last = joined.at(-1)
    const isNext = last?.what === place.what && last.toUs !== null && place.fromUs !== null && place.fromUs <= last.toUs
    if (isNext) joined[joined.length - 1] = { ...last, toUs: place.toUs === null ? null : Math.max(last.toUs ?? 0, place.toUs) }
    else if (joined.length < mostPlaces) joined.push(place)
  }
  return joined
}
