import type { SoundMatch } from '#shared/model/alignment'
import { countWindows, driftParts } from '#shared/domain/describeAlignment'
import { englishOf } from '#shared/messages/messagesOf'
import { findCandidates } from './findCandidates'
import { fitClockLine, median, type ClockLine } from './fitClockLine'
import { matchWindows, type HeardRecording, type WindowMatch } from './matchWindows'

/** What comparing the sound of two recordings ended with. */
export interface SoundOutcome {
  /** Null where nothing can be said. */
  match: SoundMatch | null
  /** In words for people, kept in English and read back to be shown. */
  explanation: string
}

const kept = englishOf('alignments')

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
  if (footage.features.audibleShare === 0) return nothing(kept('noMatchHere'))
  if (reference.features.audibleShare === 0) return nothing(kept('noMatchThere'))
  const candidates = await findCandidates(reference.features, footage.features, signal)
  onProgress(0.4)
  const probes: { lagS: number; line: ClockLine }[] = []
  for (const [index, lagS] of candidates.entries()) {
    const line = fitClockLine(clearOf(await matchWindows(reference, footage, lagS, probingWindows, signal)))
    if (line !== null) probes.push({ lagS, line })
    onProgress(0.4 + (0.3 * (index + 1)) / candidates.length)
  }
  const [best, ...others] = probes.toSorted((one, other) => strengthOf(other.line) - strengthOf(one.line))
  if (best === undefined) return nothing(kept('noMatchUnlike'))
  const rival = others.find(
    ({ line }) => line.agreeing.length >= leastAgreeing && Math.abs(middleLag(line) - middleLag(best.line)) > samePlaceS
  )
  if (rival !== undefined && strengthOf(rival.line) > 0.5 * strengthOf(best.line)) {
    return nothing(kept('noMatchRepeats'))
  }
  const windows = await matchWindows(reference, footage, best.lagS, mostWindows, signal)
  onProgress(1)
  const clear = clearOf(windows)
  const line = fitClockLine(clear)
  if (line === null || line.agreeing.length < leastAgreeing || line.agreeing.length < leastShare * clear.length) {
    return nothing(kept('noMatchApart', { count: windows.length, agreeing: line?.agreeing.length ?? 0, least: leastAgreeing }))
  }
  const match = toMatch(line, clear)
  const spreadMs = Math.max(...line.agreeing.map((window) => Math.abs(residualOf(window, line)))) * 1000
  return { match, explanation: explain(match, spreadMs, windows.length - clear.length) }
}

function explain({ windows, driftPpm }: SoundMatch, spreadMs: number, unclear: number): string {
  const counted = { ...countWindows(windows), spread: Math.max(0.1, spreadMs).toFixed(1) }
  const match = unclear === 0 ? kept('match', counted) : kept('matchUnclear', { ...counted, unclear })
  return driftPpm === 0 ? match : kept('runApart', { match, ...driftParts(driftPpm) })
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
