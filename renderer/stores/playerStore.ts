import { create } from 'zustand'
import type { FootageId } from '#shared/model/ids'

/** What the player offers to the rest of the window; the player registers itself when it is mounted. */
export interface PlayerControls {
  play: () => void
  pause: () => void
  toggle: () => void
  /** Seeks to the frame shown at a time, in microseconds of the footage. */
  seek: (timeUs: number) => void
  /** Steps whole frames; negative goes back. Pauses. */
  step: (frames: number) => Promise<void>
  /** J, K, L: slower or backwards, stop, faster. */
  shuttle: (direction: -1 | 0 | 1) => void
  setRate: (rate: number) => void
  setVolume: (volume: number) => void
  setMuted: (isMuted: boolean) => void
  setLoop: (loop: { startUs: number; endUs: number } | null) => void
  /** Presentation time of the frame that is on screen at a time, in microseconds. */
  frameTimeAt: (timeUs: number) => Promise<number>
}

/** What the large camera shows on the clock of `performance.now()`: `timeUs` at `atMs`, and on from there at `rate`; 0 while it stands still. */
export interface PlayerMoment {
  timeUs: number
  atMs: number
  rate: number
}

/** The time, in microseconds, at which the large camera stands at an instant (milliseconds, also one shortly before it was measured). */
export function momentAt({ timeUs, atMs, rate }: PlayerMoment, nowMs: number): number {
  return timeUs + (nowMs - atMs) * rate * 1000
}

interface PlayerState {
  footageId: FootageId | null
  /** Presentation time of the frame on screen. */
  timeUs: number
  /** Number of that frame, from 0; null until the frames around it are known. */
  frameIndex: number | null
  durationUs: number
  /** How far a proxy that is being made can be played; null where all of it can. */
  readyUs: number | null
  /** Which of the sound tracks is heard, from 0. */
  audioTrack: number
  isPlaying: boolean
  /** Measured on the pictures themselves; for the cameras that follow. */
  moment: PlayerMoment
  /** Whether all cameras share the room, instead of one large beside the others. */
  isGrid: boolean
  /** Signed speed: negative while shuttling back. */
  rate: number
  /** 0 to 1. */
  volume: number
  isMuted: boolean
  loop: { startUs: number; endUs: number } | null
  /** Where a loop begins whose end is not chosen yet. */
  loopStartUs: number | null
  controls: PlayerControls | null
  /** For the player alone. */
  report: (state: Partial<Omit<PlayerState, 'report'>>) => void
}

/** Where the playhead is, and how to move it. */
export const usePlayerStore = create<PlayerState>()((set) => ({
  footageId: null,
  timeUs: 0,
  frameIndex: null,
  durationUs: 0,
  readyUs: null,
  audioTrack: 0,
  isPlaying: false,
  moment: { timeUs: 0, atMs: 0, rate: 0 },
  isGrid: false,
  rate: 1,
  volume: 1,
  isMuted: false,
  loop: null,
  loopStartUs: null,
  controls: null,
  report: (state) => set(state)
}))
