import { damageOf } from '#shared/domain/damage'
import { englishOf } from '#shared/messages/messagesOf'
import type { Damage, FootageProbe } from '#shared/model/footage'
import { findGaps, joinDamage, usualGapUs } from './findDamage'
import type { FrameTimes } from './mediaTools'

const kept = englishOf('damage')

const toleratedGapUs = 1_000_000

/**
 * Corrects what the header says by the frames that were read. Pure. The length becomes that of the frames where the header
 * gives none or ends before the last frame, or, with `isHeaderTrusted` false, always; where the two are more than 1 s apart, `damage`
 * says so, and where pictures are missing in between. What the probe knew of damage stays.
 */
export function withFrameTimes<Probe extends FootageProbe>(
  probe: Probe,
  { timesUs, damage }: Pick<FrameTimes, 'timesUs' | 'damage'>,
  isHeaderTrusted = true
): Probe {
  const lastUs = timesUs.at(-1)
  if (lastUs === undefined) return { ...probe, damage: withKnown(probe, damage) }
  // The last frame is taken to last as long as the frames do in the middle.
  const endUs = lastUs + usualGapUs(timesUs)
  const isHeaderUsed = isHeaderTrusted && probe.durationUs >= lastUs && probe.durationUs > 0
  const durationUs = isHeaderUsed ? probe.durationUs : endUs
  const isApart = probe.durationUs > 0 && Math.abs(probe.durationUs - endUs) > toleratedGapUs
  const what = kept('lengthsApart', { said: seconds(probe.durationUs), found: seconds(endUs) })
  const apart = { fromUs: Math.min(endUs, durationUs), toUs: durationUs > endUs ? durationUs : null, what }
  return { ...probe, durationUs, damage: withKnown(probe, [...(isApart ? [apart] : []), ...findGaps(timesUs), ...damage]) }
}

/** A header that was not believed has its length corrected already, and only the probe's own damage tells what it claimed. */
function withKnown(probe: FootageProbe, found: readonly Damage[]): Damage[] {
  const isNew = (one: Damage) => !found.some(({ fromUs, what }) => fromUs === one.fromUs && what === one.what)
  return joinDamage([...damageOf(probe).filter(isNew), ...found])
}

function seconds(durationUs: number): string {
  return (durationUs / 1e6).toFixed(1)
}
