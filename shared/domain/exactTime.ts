import type { ExactTime } from '../model/exactTime'

/** An exact time as a fraction of seconds in lowest terms, e.g. `1001/30000 s`, or `2 s`. */
export function formatExactTime({ ticks, timeBase }: ExactTime): string {
  const above = BigInt(ticks) * BigInt(timeBase.numerator)
  const below = BigInt(timeBase.denominator)
  const common = greatestCommonDivisor(above < 0n ? -above : above, below)
  return below === common ? `${above / common} s` : `${above / common}/${below / common} s`
}

function greatestCommonDivisor(one: bigint, other: bigint): bigint {
  return other === 0n ? one : greatestCommonDivisor(other, one % other)
}
