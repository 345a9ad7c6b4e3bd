import { setTimeout as wait } from 'node:timers/promises'
import type { RunningCore } from './runningCore'

const firstDelayMs = 100
const maxDelayMs = 10_000
/** A core that ran this long was well; the next fault starts counting anew. */
const healthyAfterMs = 30_000

/** What the supervisor needs of a core. */
type Supervised = Pick<RunningCore, 'exited' | 'stop'>

/** What keeps one core running. */
export interface Supervisor<Core> {
  /** The core, once it runs. */
  current: () => Promise<Core>
  stop: () => Promise<void>
}

/**
 * Starts a core and starts it again whenever it goes away, waiting longer each time it fails at once.
 * `onRunning` is given every core after the first. The first start's refusal is thrown to the caller of `current`.
 */
export function superviseCore<Core extends Supervised>(
  launch: () => Promise<Core>,
  onLost: () => void,
  onRunning: (core: Core) => void
): Supervisor<Core> {
  const stopping = new AbortController()
  let delayMs = firstDelayMs
  let current = launch()
  void watch(current)

  async function watch(starting: Promise<Core>): Promise<void> {
    const startedAtMs = Date.now()
    // The refusal of a first start reaches whoever asks for the core.
    const core = await starting.catch(() => null)
    if (core === null) return
    await core.exited
    if (stopping.signal.aborted) return
    onLost()
    if (Date.now() - startedAtMs > healthyAfterMs) delayMs = firstDelayMs
    current = relaunch()
    void watch(current)
    // It is given up only when all is to stop.
    const next = await current.catch(() => null)
    if (next !== null) onRunning(next)
  }

  async function relaunch(): Promise<Core> {
    for (;;) {
      await wait(delayMs, undefined, { signal: stopping.signal })
      delayMs = Math.min(delayMs * 2, maxDelayMs)
      try {
        return await launch()
      } catch (error) {
        process.stderr.write(`The core could not be started again: ${error instanceof Error ? error.message : String(error)}\n`)
      }
    }
  }

  return {
    current: () => current,
    stop: async () => {
      stopping.abort()
      const core = await current.catch(() => null)
      await core?.stop()
    }
  }
}
