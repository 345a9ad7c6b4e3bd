import type { Alignment } from '../model/alignment'

/**
 * How an alignment was found, for a list or a sentence, e.g. `by sound: 7 of 8 windows agree, high confidence; drift +12.3 ppm` or
 * `by hand: two matching moments; moved by hand by −40 ms`.
 */
export function describeAlignment(alignment: Alignment): string {
  const found =
    alignment.method === 'sound'
      ? `by sound: ${describeWindows(alignment.windows)}, ${describeConfidence(alignment.confidence)}`
      : `by hand: ${alignment.pairs.length === 2 ? 'two matching moments' : 'one matching moment'}`
  const drift = alignment.driftPpm === 0 ? '' : `; drift ${describeDrift(alignment.driftPpm)}`
  return found + drift + (alignment.nudgedUs === 0 ? '' : `; moved by hand by ${describeMilliseconds(alignment.nudgedUs)}`)
}

/** How many windows agree, e.g. `7 of 8 windows agree`. */
export function describeWindows(windows: readonly { isAgreeing: boolean }[]): string {
  return `${windows.filter(({ isAgreeing }) => isAgreeing).length} of ${windows.length} windows agree`
}

/** A confidence from 0 to 1 in words. */
export function describeConfidence(confidence: number): string {
  return confidence >= 0.75 ? 'high confidence' : confidence >= 0.45 ? 'medium confidence' : 'low confidence'
}

/** A drift with its sign and what it makes in an hour, e.g. `+12.3 ppm (44 ms in an hour)`. */
export function describeDrift(driftPpm: number): string {
  return `${sign(driftPpm)}${Math.abs(driftPpm).toFixed(1)} ppm (${Math.round(Math.abs(driftPpm) * 3.6)} ms in an hour)`
}

/** A span with its sign in milliseconds, e.g. `−40 ms`; finer where it is below one. */
export function describeMilliseconds(us: number): string {
  const ms = Math.abs(us) / 1000
  return `${sign(us)}${Number.isInteger(ms) || ms >= 10 ? Math.round(ms) : ms.toFixed(1)} ms`
}

const sign = (value: number) => (value < 0 ? '−' : '+')
