/** How the player runs: `speed` is what the reviewer chose, `rate` what it does now, negative while going back. */
export interface Shuttle {
  isPlaying: boolean
  rate: number
  speed: number
}

/** The speeds that a reviewer can choose, slowest first. */
export const speeds = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4] as const

const shuttleLimit = 4

/**
 * What J (-1), K (0) and L (1) make of the present state: J and L start at single speed and double up to four times;
 * the other direction starts anew; K stops and goes back to the chosen speed.
 */
export function nextShuttle(state: Shuttle, direction: -1 | 0 | 1): Shuttle {
  if (direction === 0) return { ...state, isPlaying: false, rate: state.speed }
  const isOnTheWay = state.isPlaying && Math.sign(state.rate) === direction && Math.abs(state.rate) >= 1
  const magnitude = isOnTheWay ? Math.min(shuttleLimit, Math.abs(state.rate) * 2) : 1
  return { ...state, isPlaying: true, rate: direction * magnitude }
}

/** Play at the chosen speed, or pause; from either direction. */
export function toggleShuttle(state: Shuttle): Shuttle {
  return { ...state, isPlaying: !state.isPlaying, rate: state.speed }
}

/** Takes up a chosen speed at once, whether playing or not. Speeds outside 0.25 to 4 are brought to the nearest of these. */
export function withSpeed(state: Shuttle, speed: number): Shuttle {
  const kept = Math.min(speeds[speeds.length - 1] ?? 1, Math.max(speeds[0], speed))
  return { ...state, speed: kept, rate: kept }
}

/** The next speed of the list above (1) or below (-1) `speed`; the same at either end. */
export function neighbourSpeed(speed: number, direction: -1 | 1): number {
  const next = direction === 1 ? speeds.find((one) => one > speed) : speeds.findLast((one) => one < speed)
  return next ?? speed
}

/** Where a player that goes back stands after `elapsedMs` at `rate` (negative); microseconds, never below 0. */
export function backwardTime(fromUs: number, rate: number, elapsedMs: number): number {
  return Math.max(0, Math.round(fromUs + rate * elapsedMs * 1000))
}
