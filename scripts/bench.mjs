#!/usr/bin/env node
// npm run --silent bench -- ROOM [--json] [words of row names…]: measures a room of the app, e.g. footage, beside what it is compared with.
import path from 'node:path'
import { provideBuild } from './build.mjs'
import { findElectron } from './electronPath.mjs'
import { findScreen } from './findScreen.mjs'
import { projectNode, projectRoot, say, toolEnvironment } from './projectPaths.mjs'
import { runProgram } from './runProgram.mjs'
import { provideNodeModules } from './setup.mjs'

provideNodeModules()
provideBuild()
const args = [path.join(projectRoot, 'scripts', 'runBench.mjs'), ...process.argv.slice(2)]
const windows = process.argv[2] === 'workbench' ? await findWindows() : { wrapper: [], env: {} }
if ('reason' in windows) {
  say(`The workbench is measured in Electron: ${windows.reason}`)
  process.exitCode = 1
} else {
  const [command = '', ...rest] = [...windows.wrapper, projectNode(), ...args]
  runProgram(command, rest, { cwd: projectRoot, env: toolEnvironment(windows.env) })
}

/** What a room needs that is measured in windows: a screen, and an Electron. */
async function findWindows() {
  const screen = findScreen()
  if ('reason' in screen) return screen
  const named = process.env['COUNTERSIGN_ELECTRON']
  const found = named === undefined ? await findElectron() : { binary: named }
  return 'reason' in found ? found : { wrapper: screen.wrapper, env: { COUNTERSIGN_ELECTRON: found.binary } }
}
