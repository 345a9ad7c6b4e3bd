import { messagesOf } from '../messages/messagesOf'
import { saidAgain } from '../messages/readBack'
import type { Damage, FootageProbe } from '../model/footage'
import { formatFootageTime } from './time'

const say = messagesOf('damage')

/** Where a footage is damaged, as its file was read; records of before places were kept hold bare words. */
export function damageOf(probe: Pick<FootageProbe, 'damage'>): Damage[] {
  return probe.damage.map((one) => (typeof one === 'string' ? { fromUs: null, toUs: null, what: one } : one))
}

/** One place in words, which were stored in English, e.g. `00:00:03.200 to 00:00:04.000: no pictures`. */
export function describeDamage({ fromUs, toUs, what }: Damage): string {
  const said = saidAgain('damage', what)
  if (fromUs === null) return said
  const from = formatFootageTime(fromUs)
  return toUs === null ? say('fromOn', { from, what: said }) : say('fromTo', { from, to: formatFootageTime(toUs), what: said })
}
