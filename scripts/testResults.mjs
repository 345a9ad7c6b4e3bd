// Adds up the outcomes of the steps of a test run.

/**
 * @typedef {import('./tallyReporter.mjs').Tally} Tally
 * @typedef {{ kind: 'check', succeeded: boolean }} CheckOutcome one check, such as lint
 * @typedef {{ kind: 'tests', exitStatus: number | null, tally: Tally | undefined }} TestsOutcome one run of vitest
 * @typedef {{ kind: 'skipped', reason: string }} SkippedOutcome a step that this machine cannot run
 * @typedef {CheckOutcome | TestsOutcome | SkippedOutcome} Outcome
 */

/**
 * Counts one step. A check counts as one; a step of tests counts each of its tests.
 * @param {string} name the step's name
 * @param {Outcome} outcome
 * @returns {Tally}
 */
export function tallyOf(name, outcome) {
  switch (outcome.kind) {
    case 'check':
      return { passed: outcome.succeeded ? 1 : 0, failed: outcome.succeeded ? 0 : 1, skipped: [] }
    case 'skipped':
      return { passed: 0, failed: 0, skipped: [{ name, reason: outcome.reason }] }
    case 'tests': {
      const tally = outcome.tally ?? { passed: 0, failed: 0, skipped: [] }
      // Vitest can fail without a failing test: a crash, a broken setup, no test found.
      const hasFailedUnseen = tally.failed === 0 && (outcome.exitStatus !== 0 || outcome.tally === undefined)
      return hasFailedUnseen ? { ...tally, failed: 1 } : tally
    }
  }
}

/**
 * Adds tallies up.
 * @param {Tally[]} tallies
 * @returns {Tally}
 */
export function sumTallies(tallies) {
  return {
    passed: tallies.reduce((sum, one) => sum + one.passed, 0),
    failed: tallies.reduce((sum, one) => sum + one.failed, 0),
    skipped: tallies.flatMap((one) => one.skipped)
  }
}

/**
 * The last line of a run.
 * @param {Tally} tally
 */
export function summaryLine(tally) {
  return `${tally.passed} passed, ${tally.failed} failed, ${tally.skipped.length} skipped`
}

/**
 * Whether a run is good: nothing failed, something was run, and under CI nothing was skipped.
 * @param {Tally} tally
 * @param {boolean} isCi
 */
export function isGoodRun(tally, isCi) {
  return tally.failed === 0 && tally.passed > 0 && (!isCi || tally.skipped.length === 0)
}

/**
 * Picks the steps to run.
 * @template {{ name: string, needsBuild?: boolean }} Step
 * @param {Step[]} steps all steps, in order
 * @param {string[]} filters beginnings of step names; none means all
 * @returns {Step[]} the steps asked for, and `build` before those that need it; empty when a filter fits no step
 */
export function planSteps(steps, filters) {
  if (filters.length === 0) return steps
  if (filters.some((filter) => !steps.some((step) => step.name.startsWith(filter)))) return []
  const wanted = steps.filter((step) => filters.some((filter) => step.name.startsWith(filter)))
  return steps.filter((step) => wanted.includes(step) || (step.name === 'build' && wanted.some((one) => one.needsBuild === true)))
}

/**
 * Puts steps together that share the machine.
 * @template {{ name: string, isAlone?: boolean, isTimed?: boolean, isPatient?: boolean }} Step
 * @param {Step[]} steps in order
 * @returns {{ patient: Step[], groups: Step[][] }} each step once, in order: the patient ones; and the others, one that is alone
 *   or timed by itself, and those between two such together
 */
export function groupSteps(steps) {
  /** @type {Step[][]} */
  const groups = []
  let isOpen = false
  for (const step of steps) {
    if (step.isPatient === true) continue
    const isByItself = step.isAlone === true || step.isTimed === true
    if (isOpen && !isByItself) groups.at(-1)?.push(step)
    else groups.push([step])
    isOpen = !isByItself
  }
  return { patient: steps.filter((step) => step.isPatient === true), groups }
}
