#!/usr/bin/env node
// Builds out/ with electron-vite. Run by itself it always builds; the other scripts build only when out/ is stale.
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { isStartedDirectly, projectNode, projectRoot, toolEnvironment } from './projectPaths.mjs'
import { isBuildStale } from './staleness.mjs'

const stamp = path.join(projectRoot, 'out', '.built')
const sources = ['electron', 'renderer', 'shared', 'electron.vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.base.json']

/**
 * Builds the app.
 * @returns {{ succeeded: boolean, output: string }} output is what the builder printed
 */
export function build() {
  const beganAt = new Date()
  rmSync(stamp, { force: true })
  const builder = path.join(projectRoot, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const done = spawnSync(projectNode(), [builder, 'build'], { cwd: projectRoot, env: toolEnvironment({ NO_COLOR: '1' }), encoding: 'utf8' })
  if (done.status !== 0) return { succeeded: false, output: `${done.stdout}${done.stderr}` }
  mkdirSync(path.dirname(stamp), { recursive: true })
  writeFileSync(stamp, '')
  // The time the build began: what was saved while it ran is not in it.
  utimesSync(stamp, beganAt, beganAt)
  return { succeeded: true, output: `${done.stdout}${done.stderr}` }
}

/**
 * Builds the app when out/ is missing or older than its sources. When that fails, prints why and ends the process with status 1.
 */
export function provideBuild() {
  if (
    !isBuildStale(
      sources.map((source) => path.join(projectRoot, source)),
      stamp
    )
  )
    return
  const { succeeded, output } = build()
  if (succeeded) return
  process.stderr.write(output)
  process.exit(1)
}

if (isStartedDirectly(import.meta.url)) {
  const { succeeded, output } = build()
  process.stderr.write(output)
  process.exit(succeeded ? 0 : 1)
}
