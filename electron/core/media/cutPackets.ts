import type { CutPacket } from './mediaTools'

/**
 * Times of the shown keyframes that no later picture in the file's order comes before on screen: all before such a keyframe can be
 * left off, and all from it on can be kept. Ascending. Pure.
 */
export function closedKeyframes(packets: readonly CutPacket[]): number[] {
  const closed: number[] = []
  let earliestLaterUs = Infinity
  for (const packet of [...packets].reverse()) {
    if (packet.isKeyframe && packet.isShown && earliestLaterUs > packet.timeUs) closed.push(packet.timeUs)
    earliestLaterUs = Math.min(earliestLaterUs, packet.timeUs)
  }
  return closed.reverse()
}

/** True where the bytes of a H.264 picture, as `ffprobe -show_data` prints them, begin anew (IDR, NAL unit type 5). Pure. */
export function isIdr(dump: readonly string[]): boolean {
  const bytes = dump.flatMap((line) => {
    const hex = /^[0-9a-f]{8}: ((?:[0-9a-f]{2,4} ?)+)/.exec(line)?.[1]
    return hex === undefined ? [] : [...Buffer.from(hex.replaceAll(' ', ''), 'hex')]
  })
  const isAnnexB = bytes[0] === 0 && bytes[1] === 0 && (bytes[2] === 1 || (bytes[2] === 0 && bytes[3] === 1))
  for (let at = 0; at + 4 < bytes.length; at += 1) {
    const isStart = bytes[at] === 0 && bytes[at + 1] === 0 && bytes[at + 2] === 1
    if (isAnnexB && !isStart) continue
    const kind = (bytes[at + (isAnnexB ? 3 : 4)] ?? 0) & 0x1f
    if (kind === 5) return true
    if (kind >= 1 && kind <= 4) return false
    if (!isAnnexB) at += 3 + Buffer.from(bytes.slice(at, at + 4)).readUInt32BE()
  }
  return false
}
