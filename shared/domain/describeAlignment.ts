import { messagesOf } from '../messages/messagesOf'
import type { Alignment } from '../model/alignment'

const say = messagesOf('alignments')
const sayShown = messagesOf('alignment')

/**
 * How an alignment was found, for a list or a sentence, e.g. `by sound: 7 of 8 windows agree, high confidence; drift +12.3 ppm` or
 * `by hand: two matching moments; moved by hand by −40 ms`.
 */
export function describeAlignment(alignment: Alignment): string {
  return say(alignment.method === 'sound' ? 'bySound' : 'byHand', { how: describeGround(alignment) })
}

/** What an alignment rests on, without the way in which it was found, e.g. `two matching moments; moved by hand by −40 ms`. */
export function describeGround(alignment: Alignment): string {
  const found =
    alignment.method === 'sound'
      ? say('windows', { ...countWindows(alignment.windows), confidence: levelOf(alignment.confidence) })
      : say(alignment.pairs.length === 2 ? 'twoMoments' : 'oneMoment')
  const drifting = alignment.driftPpm === 0 ? found : say('drifting', { how: found, ...driftParts(alignment.driftPpm) })
  return alignment.nudgedUs === 0 ? drifting : say('moved', { how: drifting, time: describeMilliseconds(alignment.nudgedUs) })
}

/** How many of the windows agree, and of how many. */
export function countWindows(windows: readonly { isAgreeing: boolean }[]): { agreeing: number; total: number } {
  return { agreeing: windows.filter(({ isAgreeing }) => isAgreeing).length, total: windows.length }
}

/** A confidence from 0 to 1 in words. */
export function describeConfidence(confidence: number): string {
  return sayShown('confidence', { confidence: levelOf(confidence) })
}

const levelOf = (confidence: number) => (confidence >= 0.75 ? 'high' : confidence >= 0.45 ? 'medium' : 'low')

/** A drift with its sign and what it makes in an hour, e.g. `+12.3 ppm (44 ms in an hour)`. */
export function describeDrift(driftPpm: number): string {
  return sayShown('drift', driftParts(driftPpm))
}

/** A drift with its sign, e.g. `+12.3`, and the milliseconds that it makes in an hour. */
export function driftParts(driftPpm: number): { ppm: string; milliseconds: string } {
  return { ppm: `${sign(driftPpm)}${Math.abs(driftPpm).toFixed(1)}`, milliseconds: String(Math.round(Math.abs(driftPpm) * 3.6)) }
}

/** A span with its sign in milliseconds, e.g. `−40 ms`; finer where it is below one. */
export function describeMilliseconds(us: number): string {
  const ms = Math.abs(us) / 1000
  return `${sign(us)}${Number.isInteger(ms) || ms >= 10 ? Math.round(ms) : ms.toFixed(1)} ms`
}

const sign = (value: number) => (value < 0 ? '−' : '+')
