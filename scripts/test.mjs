#!/usr/bin/env node
// npm test: every check and every test, with one count at the end. Steps that leave a core of the machine free share it, two at a
// time; those that nobody waits for and that time nothing take what all others leave.
//   npm test -- [beginnings of step names…]     for example: npm test -- types lint unit
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { build } from './build.mjs'
import { findElectron } from './electronPath.mjs'
import { findScreen } from './findScreen.mjs'
import { commandPath, layers, projectNode, projectRoot, toolEnvironment } from './projectPaths.mjs'
import { groupSteps, isGoodRun, planSteps, summaryLine, sumTallies, tallyOf } from './testResults.mjs'

/**
 * @typedef {import('./testResults.mjs').Outcome} Outcome
 * @typedef {(text: string) => void} Print takes what a step prints
 * @typedef {{ name: string, needsBuild?: boolean, isAlone?: boolean, isPatient?: boolean, isTimed?: boolean, run: (print: Print) => Outcome | Promise<Outcome> }} Step
 *   isAlone: it has the machine but for what is patient, since it fills it
 *   isPatient: it can be as slow as it likes, and runs beside all others with the lowest priority
 *   isTimed: it measures, so that nothing at all runs beside it
 */

const stepLimitMs = 15 * 60 * 1000
/** More would only wait for each other on a machine with two cores, which is what CI has. */
const stepsAtATime = 2
const { PRIORITY_LOW, PRIORITY_NORMAL } = os.constants.priority
const isCi = !['', '0', 'false', undefined].includes(process.env['CI'])

/** @type {Print} */
const say = (text) => void process.stdout.write(text)

/**
 * Runs a command to its end.
 * @param {string} command
 * @param {string[]} args
 * @param {Print} print is given all that it prints, as it comes
 * @param {{ env?: Record<string, string>, priority?: number }} [options] env holds variables to add; what it starts inherits the priority
 * @returns {Promise<number | null>} its exit status; null where it was not started or had to be stopped
 */
function runCommand(command, args, print, { env = {}, priority = PRIORITY_NORMAL } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: projectRoot,
      env: toolEnvironment(env),
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: stepLimitMs
    })
    if (child.pid !== undefined && priority !== PRIORITY_NORMAL) os.setPriority(child.pid, priority)
    child.stdout.setEncoding('utf8').on('data', print)
    child.stderr.setEncoding('utf8').on('data', print)
    child.once('error', (error) => {
      print(`${command}: ${error.message}\n`)
      resolve(null)
    })
    child.once('close', resolve)
  })
}

/**
 * Runs one of the installed tools with the lowest priority, quietly unless it fails.
 * @param {string} packageFile the tool's own file inside node_modules
 * @param {string[]} args
 * @returns {Step['run']}
 */
function check(packageFile, args) {
  return async (print) => {
    let printed = ''
    const tool = path.join(projectRoot, 'node_modules', packageFile)
    const status = await runCommand(projectNode(), [tool, ...args], (text) => void (printed += text), { priority: PRIORITY_LOW })
    if (status !== 0) print(printed)
    return { kind: 'check', succeeded: status === 0 }
  }
}

/**
 * Runs a vitest project.
 * @param {string} project
 * @param {Print} print
 * @param {{ wrapper?: string[], env?: Record<string, string> }} [options] wrapper is a command to run it under
 * @returns {Promise<Outcome>}
 */
async function runTests(project, print, { wrapper = [], env = {} } = {}) {
  const tallyFile = path.join(projectRoot, '.cache', `tally-${project}.json`)
  mkdirSync(path.dirname(tallyFile), { recursive: true })
  rmSync(tallyFile, { force: true })
  const vitest = path.join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs')
  const reporters = ['--reporter=default', `--reporter=${path.join(projectRoot, 'scripts', 'tallyReporter.mjs')}`]
  const [command = '', ...args] = [...wrapper, projectNode(), vitest, 'run', '--project', project, ...reporters]
  const exitStatus = await runCommand(command, args, print, { env: { ...env, COUNTERSIGN_TALLY_FILE: tallyFile } })
  return { kind: 'tests', exitStatus, tally: readTally(tallyFile) }
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
 * @param {Print} print
 * @returns {Promise<Outcome>}
 */
async function runElectronTests(print) {
  const screen = findScreen()
  if ('reason' in screen) return { kind: 'skipped', reason: screen.reason }
  const found = await findElectron()
  if ('reason' in found) return { kind: 'skipped', reason: found.reason }
  return runTests('e2e-electron', print, { wrapper: screen.wrapper, env: { COUNTERSIGN_ELECTRON: found.binary } })
}

/**
 * @param {string} project
 * @param {Print} print
 * @returns {Outcome | Promise<Outcome>}
 */
function runBrowserTests(project, print) {
  const screen = findScreen()
  if ('reason' in screen) return { kind: 'skipped', reason: screen.reason }
  const named = process.env['CHROMIUM_BIN']
  const chromium =
    named ?? ['chromium', 'chromium-browser', 'google-chrome'].map((name) => commandPath(name)).find((file) => file !== undefined)
  if (chromium === undefined) return { kind: 'skipped', reason: 'no Chromium on the path (CHROMIUM_BIN can name one)' }
  return runTests(project, print, { wrapper: screen.wrapper, env: { COUNTERSIGN_CHROMIUM: chromium } })
}

/**
 * @param {Print} print
 * @returns {Outcome}
 */
function runBuild(print) {
  const { succeeded, output } = build()
  if (!succeeded) print(output)
  return { kind: 'check', succeeded }
}

/**
 * In the order in which they begin.
 * @type {Step[]}
 */
const steps = [
  { name: 'lint', isPatient: true, run: check('eslint/bin/eslint.js', ['--max-warnings', '0', '.']) },
  // The native compiler takes a fourth of the time; eslint needs the other one, whose inner parts it calls.
  ...layers.map((layer) => ({
    name: `types ${layer}`,
    isPatient: true,
    run: check('typescript-native/bin/tsc', ['-p', layer, '--singleThreaded'])
  })),
  { name: 'format', isPatient: true, run: check('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']) },
  {
    name: 'imports',
    isPatient: true,
    run: check('dependency-cruiser/bin/dependency-cruiser.mjs', ['shared', 'electron', 'renderer', 'test', 'scripts'])
  },
  { name: 'unused', isPatient: true, run: check('knip/bin/knip.js', []) },
  { name: 'build', isAlone: true, run: runBuild },
  { name: 'e2e-electron', needsBuild: true, run: runElectronTests },
  { name: 'unit', run: (print) => runTests('unit', print) },
  { name: 'integration', needsBuild: true, isAlone: true, run: (print) => runTests('integration', print) },
  { name: 'e2e-browser', needsBuild: true, isAlone: true, run: (print) => runBrowserTests('e2e-browser', print) },
  { name: 'e2e-browser-timed', needsBuild: true, isTimed: true, run: (print) => runBrowserTests('e2e-browser-timed', print) }
]

/**
 * @param {Step} step
 * @param {boolean} isBuilt
 * @param {Print} print
 */
async function runStep(step, isBuilt, print) {
  print(`\n── ${step.name}\n`)
  const beganMs = Date.now()
  /** @type {Outcome} */
  const outcome = step.needsBuild === true && !isBuilt ? { kind: 'skipped', reason: 'the build failed' } : await step.run(print)
  const tally = tallyOf(step.name, outcome)
  print(`── ${step.name}: ${summaryLine(tally)} (${((Date.now() - beganMs) / 1000).toFixed(1)} s)\n`)
  return tally
}

/** @param {Step[]} planned */
async function runSteps(planned) {
  /** @type {Awaited<ReturnType<typeof runStep>>[]} */
  const tallies = []
  let isBuilt = true
  /**
   * @param {Step[]} waiting is emptied
   * @param {boolean} isShared what several steps print at once is held back until each has ended
   */
  const runInTurn = async (waiting, isShared) => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      let printed = ''
      const tally = await runStep(step, isBuilt, isShared ? (text) => void (printed += text) : say)
      say(printed)
      if (step.name === 'build') isBuilt = tally.failed === 0
      tallies.push(tally)
    }
  }
  const { patient, groups } = groupSteps(planned)
  /** @type {Promise<void> | undefined} */
  let patientDone
  const startPatient = () => (patientDone ??= runInTurn(patient, true))
  for (const group of groups) {
    // The build lays files beside the sources for a moment, and what reads all of them would miss them a moment later.
    if (!group.some(({ name }) => name === 'build')) void startPatient()
    if (group.some(({ isTimed }) => isTimed)) await startPatient()
    const isShared = group.length > 1
    await Promise.all(Array.from({ length: stepsAtATime }, () => runInTurn(group, isShared)))
  }
  await startPatient()
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
