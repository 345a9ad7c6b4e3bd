import type { PlayedVideo } from '../../../../renderer/features/player/createPlayer'
import { frameAt } from '#shared/domain/time'

/** How a simulated video strays from a perfect one. */
export interface VideoFaults {
  /** Its clock runs too fast by this much. */
  skewPpm: number
  seekMs: () => number
  startMs: () => number
  /** How long it stops for want of data at a tick of the screen; nearly always 0. */
  stallMs: () => number
  /** Whether a frame is not presented. */
  isDropped: () => boolean
}

type FrameCallback = (nowMs: number, metadata: { mediaTime: number; expectedDisplayTime: number }) => void

/**
 * A video element as far as a player needs one, in simulated time: its clock strays, seeks and starts take time, frames are dropped.
 * `tick` is to be called at each refresh of the screen.
 */
export class SimulatedVideo extends EventTarget implements PlayedVideo {
  paused = true
  readyState = 4
  playbackRate = 1
  volume = 1
  muted = false
  error = null
  positionUs = 0
  presentedUs = -1
  lastStallMs = -Infinity
  private nowMs = 0
  private seekEndsMs: number | null = null
  private seekToUs = 0
  private heldUntilMs = 0
  private isFresh = true
  private callbacks = new Map<number, FrameCallback>()
  private callbackCount = 0

  constructor(
    readonly timesUs: readonly number[],
    private readonly durationUs: number,
    private readonly faults: VideoFaults
  ) {
    super()
  }

  get currentTime(): number {
    return (this.seekEndsMs === null ? this.positionUs : this.seekToUs) / 1e6
  }
  set currentTime(seconds: number) {
    this.seekToUs = Math.min(this.durationUs, Math.max(0, seconds * 1e6))
    this.seekEndsMs = this.nowMs + this.faults.seekMs()
  }
  get seeking(): boolean {
    return this.seekEndsMs !== null
  }
  get ended(): boolean {
    return !this.seeking && this.positionUs >= this.durationUs
  }
  play(): Promise<void> {
    if (this.paused) this.heldUntilMs = this.nowMs + this.faults.startMs()
    this.paused = false
    return Promise.resolve()
  }
  pause(): void {
    this.paused = true
  }
  requestVideoFrameCallback(callback: FrameCallback): number {
    this.callbacks.set(++this.callbackCount, callback)
    return this.callbackCount
  }
  cancelVideoFrameCallback(handle: number): void {
    this.callbacks.delete(handle)
  }

  tick(nowMs: number): void {
    const passedMs = nowMs - this.nowMs
    this.nowMs = nowMs
    if (this.seekEndsMs !== null) {
      if (nowMs < this.seekEndsMs) return
      this.positionUs = this.seekToUs
      this.seekEndsMs = null
      this.isFresh = true
      this.present()
      this.dispatchEvent(new Event('seeked'))
      return
    }
    const stallMs = this.paused ? 0 : this.faults.stallMs()
    if (stallMs > 0) this.heldUntilMs = this.lastStallMs = nowMs + stallMs
    const isHeld = nowMs < this.heldUntilMs
    if (!this.paused && !isHeld && this.positionUs < this.durationUs) {
      this.positionUs = Math.min(this.durationUs, this.positionUs + passedMs * 1000 * this.playbackRate * (1 + this.faults.skewPpm / 1e6))
      if (this.positionUs >= this.durationUs) this.dispatchEvent(new Event('ended'))
    }
    this.present()
  }

  private present(): void {
    const shownUs = this.timesUs[this.frameIndexAt(this.positionUs)] ?? 0
    if (shownUs === this.presentedUs && !this.isFresh) return
    if (!this.isFresh && this.faults.isDropped()) return
    this.isFresh = false
    this.presentedUs = shownUs
    const waiting = [...this.callbacks.values()]
    this.callbacks.clear()
    for (const callback of waiting) callback(this.nowMs, { mediaTime: shownUs / 1e6, expectedDisplayTime: this.nowMs + 1 })
  }

  /** The frame that it shows at a time; the first before that. */
  frameIndexAt(us: number): number {
    return Math.max(0, frameAt(this.timesUs, us))
  }
}
