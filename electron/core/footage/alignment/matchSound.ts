import type { SoundMatch } from '#shared/model/alignment'
import { describeDrift, describeWindows } from '#shared/domain/describeAlignment'
import { findCandidates } from './findCandidates'
import { fitClockLine, median, type ClockLine } from './fitClockLine'
import { matchWindows, type HeardRecording, type WindowMatch } from './matchWindows'

/** What comparing the sound of two recordings ended with. */
export interface SoundOutcome {
  /** Null where nothing can be said. */
  match: SoundMatch | null
  /** In words for people. */
  explanation: string
}

interface Progress {
  signal: AbortSignal
  onProgress: (progress: number) => void
}

/** A window counts from here on; chance alone stays below. */
const leastPeak = 7
const clearPeak = 15
const probingWindows = 5
const mostWindows = 24
const leastAgreeing = 3
/** Of the windows that found something, so many must tell the same. */
const leastShare = 0.6
/** Two lags nearer than this are one. */
const samePlaceS = 0.1

/**
 * Finds where `footage` lies on the time of `reference` by their sound: first roughly over the whole of both, then exactly in several
 * windows. Says that there is no match rather than guess.
 */
export async function matchSound(
  reference: HeardRecording,
  footage: HeardRecording,
  { signal, onProgress }: Progress
): Promise<SoundOutcome> {
  const nothing = (explanation: string): SoundOutcome => ({ match: null, explanation })
  if (footage.features.audibleShare === 0) return nothing('No match found: this camera recorded no sound.')
  if (reference.features.audibleShare === 0) return nothing('No match found: the other camera recorded no sound.')
  const candidates = await findCandidates(reference.features, footage.features, signal)
  onProgress(0.4)
  const probes: { lagS: number; line: ClockLine }[] = []
  for (const [index, lagS] of candidates.entries()) {
    const line = fitClockLine(clearOf(await matchWindows(reference, footage, lagS, probingWindows, signal)))
    if (line !== null) probes.push({ lagS, line })
    onProgress(0.4 + (0.3 * (index + 1)) / candidates.length)
  }
  const [best, ...others] = probes.toSorted((one, other) => strengthOf(other.line) - strengthOf(one.line))
  if (best === undefined) return nothing('No match found: nothing in the sound of the two recordings is alike.')
  const rival = others.find(
    ({ line }) => line.agreeing.length >= leastAgreeing && Math.abs(middleLag(line) - middleLag(best.line)) > samePlaceS
  )
  if (rival !== undefined && strengthOf(rival.line) > 0.5 * strengthOf(best.line)) {
    return nothing('No match found: the sound repeats itself, and several places fit about equally well. Match two moments by hand.')
  }
  const windows = await matchWindows(reference, footage, best.lagS, mostWindows, signal)
  onProgress(1)
  const clear = clearOf(windows)
  const line = fitClockLine(clear)
  if (line === null || line.agreeing.length < leastAgreeing || line.agreeing.length < leastShare * clear.length) {
    return nothing(
      `No match found: of ${windows.length} windows of sound, ${line?.agreeing.length ?? 0} tell of the same place; at least ${leastAgreeing} must.`
    )
  }
  const match = toMatch(line, clear)
  const spreadMs = Math.max(...line.agreeing.map((window) => Math.abs(residualOf(window, line)))) * 1000
  const drift = match.driftPpm === 0 ? '' : ` The clocks run apart by ${describeDrift(match.driftPpm)}.`
  const unclear = windows.length - clear.length
  const rest = unclear === 0 ? '' : `; ${unclear} more had too little in common to tell`
  const explanation = `${describeWindows(match.windows)} within ${Math.max(0.1, spreadMs).toFixed(1)} ms${rest}.${drift}`
  return { match, explanation }
}

const clearOf = (windows: readonly WindowMatch[]) => windows.filter(({ peak }) => peak >= leastPeak)
const strengthOf = (line: ClockLine) => line.agreeing.reduce((sum, { peak }) => sum + peak, 0)
const middleLag = (line: ClockLine) => median(line.agreeing.map(({ footageS, referenceS }) => referenceS - footageS))
const residualOf = (window: WindowMatch, { offsetS, drift }: ClockLine) => window.referenceS - offsetS - window.footageS * (1 + drift)

function toMatch(line: ClockLine, windows: readonly WindowMatch[]): SoundMatch {
  const share = line.agreeing.length / windows.length
  const clarity = Math.min(1, median(line.agreeing.map(({ peak }) => peak)) / clearPeak)
  const number = Math.min(1, (line.agreeing.length + 1) / 5)
  const microseconds = (seconds: number) => Math.round(seconds * 1e6)
  return {
    offsetUs: microseconds(line.offsetS),
    driftPpm: Math.round(line.drift * 1e8) / 100,
    confidence: Math.round(share * clarity * number * 100) / 100,
    windows: windows.map((window) => ({
      footageUs: microseconds(window.footageS),
      referenceUs: microseconds(window.referenceS),
      peak: Math.round(window.peak * 10) / 10,
      isAgreeing: line.agreeing.includes(window)
    }))
  }
}
