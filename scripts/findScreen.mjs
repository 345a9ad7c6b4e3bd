import { commandPath } from './projectPaths.mjs'
import { hasDisplay } from './start.mjs'

/**
 * How windows can be opened here without disturbing anyone: on a screen of their own where there is xvfb.
 * @returns {{ wrapper: string[] } | { reason: string }}
 */
export function findScreen() {
  const xvfb = commandPath('xvfb-run')
  if (process.platform === 'linux' && xvfb !== undefined) return { wrapper: [xvfb, '-a', '-s', '-screen 0 1600x1000x24'] }
  if (hasDisplay(process.platform, process.env)) return { wrapper: [] }
  return { reason: 'there is neither a display nor xvfb-run (package xvfb)' }
}
