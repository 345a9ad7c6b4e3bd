// A vitest reporter that writes how many tests passed, failed and were skipped, and each skip's reason, as JSON.
// Vitest's own JSON reporter leaves the reasons out.
import { writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * @typedef {object} Tally
 * @property {number} passed
 * @property {number} failed tests that failed, files that could not be read, and errors outside of any test
 * @property {{ name: string, reason: string }[]} skipped
 */

/** Writes a {@link Tally} to the file that COUNTERSIGN_TALLY_FILE names. */
export default class TallyReporter {
  /**
   * @param {readonly import('vitest/node').TestModule[]} modules
   * @param {readonly unknown[]} unhandledErrors
   */
  onTestRunEnd(modules, unhandledErrors) {
    /** @type {Tally} */
    const tally = { passed: 0, failed: unhandledErrors.length, skipped: [] }
    for (const module of modules) {
      const file = path.relative(process.cwd(), module.moduleId)
      tally.failed += module.errors().length
      for (const suite of module.children.allSuites()) tally.failed += suite.errors().length
      for (const test of module.children.allTests()) {
        const result = test.result()
        if (result.state === 'passed') tally.passed += 1
        else if (result.state === 'failed') tally.failed += 1
        else {
          const reason = result.state === 'skipped' ? result.note : 'it was never run'
          tally.skipped.push({ name: `${file} > ${test.fullName}`, reason: reason ?? 'the test does not say why' })
        }
      }
    }
    const target = process.env['COUNTERSIGN_TALLY_FILE']
    if (target !== undefined) writeFileSync(target, JSON.stringify(tally))
  }
}
