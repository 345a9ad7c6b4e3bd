const pattern = /^(?:(?:(\d{1,3}):)?(\d{1,3}):)?(\d{1,5})(?:[.,](\d{1,6}))?$/

/**
 * Microseconds from what a reviewer types as footage time: `00:03:27.300`, `3:27.3` or `207.3`; null where it is none of these.
 * Minutes and seconds after a colon must be below 60.
 */
export function parseFootageTime(text: string): number | null {
  const match = pattern.exec(text.trim())
  if (match === null) return null
  const [, hours, minutes, seconds = '0', fraction = ''] = match
  if (hours !== undefined && Number(minutes) > 59) return null
  if (minutes !== undefined && Number(seconds) > 59) return null
  const wholeSeconds = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds)
  return wholeSeconds * 1_000_000 + Number(fraction.padEnd(6, '0'))
}
