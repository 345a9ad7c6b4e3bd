import type { Footage } from '../model/footage'

type Clocked = Pick<Footage, 'startsAt'>

/**
 * The time in `to` of the moment that `from` shows at `timeUs`, in microseconds; below 0 or past its end where `to` did not
 * record then. Null where the clock of either is not known: then nothing is guessed.
 */
export function alignTime(from: Clocked, timeUs: number, to: Clocked): number | null {
  if (from.startsAt === null || to.startsAt === null) return null
  return timeUs + (Date.parse(from.startsAt) - Date.parse(to.startsAt)) * 1000
}

/** How much later `other` began than `main`, e.g. `+8.0 s`; null where the clock of either is not known. */
export function describeOffset(main: Clocked, other: Clocked): string | null {
  const offsetUs = alignTime(other, 0, main)
  if (offsetUs === null) return null
  const seconds = offsetUs / 1e6
  return `${seconds < 0 ? '−' : '+'}${Math.abs(seconds).toFixed(1)} s`
}
