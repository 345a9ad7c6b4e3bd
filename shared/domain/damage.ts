import type { Damage, FootageProbe } from '../model/footage'
import { formatFootageTime } from './time'

/** Where a footage is damaged, as its file was read; records of before places were kept hold bare words. */
export function damageOf(probe: Pick<FootageProbe, 'damage'>): Damage[] {
  return probe.damage.map((one) => (typeof one === 'string' ? { fromUs: null, toUs: null, what: one } : one))
}

/** One place in words, e.g. `00:00:03.200 to 00:00:04.000: no pictures`. */
export function describeDamage({ fromUs, toUs, what }: Damage): string {
  if (fromUs === null) return what
  return `${formatFootageTime(fromUs)} ${toUs === null ? 'and on' : `to ${formatFootageTime(toUs)}`}: ${what}`
}
