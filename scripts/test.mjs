#!/usr/bin/env node
// npm test: every check and every test, in one order, with one count at the end.
//   npm test -- [beginnings of step names…]     for example: npm test -- types lint unit
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { build } from './build.mjs'
import { findElectron } from './electronPath.mjs'
import { commandPath, layers, projectNode, projectRoot, toolEnvironment } from './projectPaths.mjs'
import { hasDisplay } from './start.mjs'
import { isGoodRun, planSteps, summaryLine, sumTallies, tallyOf } from './testResults.mjs'

/**
 * @typedef {import('./testResults.mjs').Outcome} Outcome
 * @typedef {{ name: string, needsBuild?: boolean, run: () => Outcome | Promise<Outcome> }} Step
 */

const stepLimitMs = 15 * 60 * 1000
const isCi = !['', '0', 'false', undefined].includes(process.env['CI'])

/**
 * Runs one of the installed tools, quietly unless it fails.
 * @param {string} packageFile the tool's own file inside node_modules
 * @param {string[]} args
 * @returns {Outcome}
 */
function check(packageFile, args) {
  const tool = path.join(projectRoot, 'node_modules', packageFile)
  const options = { cwd: projectRoot, env: toolEnvironment(), timeout: stepLimitMs, maxBuffer: 64 * 1024 * 1024 }
  const done = spawnSync(projectNode(), [tool, ...args], { ...options, encoding: 'utf8' })
  if (done.status !== 0) process.stdout.write(`${done.stdout}${done.stderr}${done.error === undefined ? '' : done.error.message}\n`)
  return { kind: 'check', succeeded: done.status === 0 }
}

/**
 * Runs a vitest project.
 * @param {string} project
 * @param {{ wrapper?: string[], env?: Record<string, string> }} [options] wrapper is a command to run it under
 * @returns {Outcome}
 */
function runTests(project, { wrapper = [], env = {} } = {}) {
  const tallyFile = path.join(projectRoot, '.cache', `tally-${project}.json`)
  mkdirSync(path.dirname(tallyFile), { recursive: true })
  rmSync(tallyFile, { force: true })
  const vitest = path.join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs')
  const reporters = ['--reporter=default', `--reporter=${path.join(projectRoot, 'scripts', 'tallyReporter.mjs')}`]
  const [command = '', ...args] = [...wrapper, projectNode(), vitest, 'run', '--project', project, ...reporters]
  const environment = toolEnvironment({ ...env, COUNTERSIGN_TALLY_FILE: tallyFile })
  const done = spawnSync(command, args, { cwd: projectRoot, env: environment, stdio: ['ignore', 1, 1], timeout: stepLimitMs })
  if (done.error !== undefined) process.stdout.write(`${command}: ${done.error.message}\n`)
  return { kind: 'tests', exitStatus: done.status, tally: readTally(tallyFile) }
}

/**
 * @param {string} file
 * @returns {import('./tallyReporter.mjs').Tally | undefined} undefined when vitest ended before it was written
 */
function readTally(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/**
 * How windows can be opened here without disturbing anyone: on a screen of their own where there is xvfb.
 * @returns {{ wrapper: string[] } | { reason: string }}
 */
function findScreen() {
  const xvfb = commandPath('xvfb-run')
  if (process.platform === 'linux' && xvfb !== undefined) return { wrapper: [xvfb, '-a', '-s', '-screen 0 1600x1000x24'] }
  if (hasDisplay(process.platform, process.env)) return { wrapper: [] }
  return { reason: 'there is neither a display nor xvfb-run (package xvfb)' }
}

/** @returns {Promise<Outcome>} */
async function runElectronTests() {
  const screen = findScreen()
  if ('reason' in screen) return { kind: 'skipped', reason: screen.reason }
  const found = await findElectron()
  if ('reason' in found) return { kind: 'skipped', reason: found.reason }
  return runTests('e2e-electron', { wrapper: screen.wrapper, env: { COUNTERSIGN_ELECTRON: found.binary } })
}

/**
 * @param {string} project
 * @returns {Outcome}
 */
function runBrowserTests(project) {
  const screen = findScreen()
  if ('reason' in screen) return { kind: 'skipped', reason: screen.reason }
  const named = process.env['CHROMIUM_BIN']
  const chromium =
    named ?? ['chromium', 'chromium-browser', 'google-chrome'].map((name) => commandPath(name)).find((file) => file !== undefined)
  if (chromium === undefined) return { kind: 'skipped', reason: 'no Chromium on the path (CHROMIUM_BIN can name one)' }
  return runTests(project, { wrapper: screen.wrapper, env: { COUNTERSIGN_CHROMIUM: chromium } })
}

/** @returns {Outcome} */
function runBuild() {
  const { succeeded, output } = build()
  if (!succeeded) process.stdout.write(output)
  return { kind: 'check', succeeded }
}

/** @type {Step[]} */
const steps = [
  { name: 'format', run: () => check('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']) },
  ...layers.map((layer) => ({ name: `types ${layer}`, run: () => check('typescript/bin/tsc', ['-p', layer]) })),
  { name: 'lint', run: () => check('eslint/bin/eslint.js', ['--max-warnings', '0', '.']) },
  {
    name: 'imports',
    run: () => check('dependency-cruiser/bin/dependency-cruiser.mjs', ['shared', 'electron', 'renderer', 'test', 'scripts'])
  },
  { name: 'unused', run: () => check('knip/bin/knip.js', []) },
  { name: 'build', run: runBuild },
  { name: 'unit', run: () => runTests('unit') },
  { name: 'integration', needsBuild: true, run: () => runTests('integration') },
  { name: 'e2e-electron', needsBuild: true, run: runElectronTests },
  { name: 'e2e-browser', needsBuild: true, run: () => runBrowserTests('e2e-browser') },
  { name: 'e2e-browser-timed', needsBuild: true, run: () => runBrowserTests('e2e-browser-timed') }
]

/** @param {Step[]} planned */
async function runSteps(planned) {
  const tallies = []
  let isBuilt = true
  for (const step of planned) {
    process.stdout.write(`\n── ${step.name}\n`)
    const beganMs = Date.now()
    /** @type {Outcome} */
    const outcome = step.needsBuild === true && !isBuilt ? { kind: 'skipped', reason: 'the build failed' } : await step.run()
    if (step.name === 'build' && outcome.kind === 'check') isBuilt = outcome.succeeded
    const tally = tallyOf(step.name, outcome)
    tallies.push(tally)
    process.stdout.write(`── ${step.name}: ${summaryLine(tally)} (${((Date.now() - beganMs) / 1000).toFixed(1)} s)\n`)
  }
  return sumTallies(tallies)
}

const planned = planSteps(steps, process.argv.slice(2))
if (planned.length === 0) {
  process.stdout.write(`No such step. The steps are: ${steps.map((step) => step.name).join(', ')}.\n`)
  process.exit(2)
}
const total = await runSteps(planned)
if (total.skipped.length > 0) process.stdout.write(`\nSkipped${isCi ? ' (in CI nothing may be skipped)' : ''}:\n`)
for (const { name, reason } of total.skipped) process.stdout.write(`  ${name}: ${reason}\n`)
process.stdout.write(`\n${summaryLine(total)}\n`)
process.exitCode = isGoodRun(total, isCi) ? 0 : 1
