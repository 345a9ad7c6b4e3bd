import { readdirSync, readFileSync } from 'node:fs'
import { pause } from './benchApp'

/** The most memory that a process and all below it had in use at once while `work` ran, in megabytes (Linux). */
export async function peakMemory(processId: number, work: () => Promise<unknown>): Promise<number> {
  const state = { isOver: false, peak: 0 }
  const watching = (async () => {
    while (!state.isOver) {
      state.peak = Math.max(state.peak, residentMegabytes(processId))
      await pause()
    }
  })()
  try {
    await work()
  } finally {
    state.isOver = true
    await watching
  }
  return state.peak
}

function residentMegabytes(processId: number): number {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  const family = new Set([processId])
  let total = 0
  for (const id of all.map(Number).sort((a, b) => a - b)) {
    const status = readQuietly(`/proc/${id}/status`)
    if (family.has(Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]))) family.add(id)
    if (family.has(id)) total += Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024
  }
  return total
}

function readQuietly(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    // The process ended while it was looked at.
    return ''
  }
}
