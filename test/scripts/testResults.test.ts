import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { groupSteps, isGoodRun, planSteps, summaryLine, sumTallies, tallyOf } from '../../scripts/testResults.mjs'

const none = { passed: 0, failed: 0, skipped: [] }

describe('tallyOf', () => {
  test('a check counts as one', () => {
    expect(tallyOf('lint', { kind: 'check', succeeded: true })).toEqual({ ...none, passed: 1 })
    expect(tallyOf('lint', { kind: 'check', succeeded: false })).toEqual({ ...none, failed: 1 })
  })

  test('a step that cannot run here is one skip, with its reason', () => {
    expect(tallyOf('e2e-electron', { kind: 'skipped', reason: 'no display' })).toEqual({
      ...none,
      skipped: [{ name: 'e2e-electron', reason: 'no display' }]
    })
  })

  test('tests count one by one', () => {
    const tally = { passed: 7, failed: 2, skipped: [{ name: 'a', reason: 'b' }] }
    expect(tallyOf('unit', { kind: 'tests', exitStatus: 1, tally })).toEqual(tally)
  })

  test('a run of tests that broke without a failing test is a failure', () => {
    expect(tallyOf('unit', { kind: 'tests', exitStatus: 1, tally: { ...none, passed: 3 } })).toEqual({ ...none, passed: 3, failed: 1 })
    expect(tallyOf('unit', { kind: 'tests', exitStatus: null, tally: undefined }).failed).toBe(1)
    expect(tallyOf('unit', { kind: 'tests', exitStatus: 0, tally: undefined }).failed).toBe(1)
  })
})

const tallies = fc.array(
  fc.record({
    passed: fc.nat(1000),
    failed: fc.nat(1000),
    skipped: fc.array(fc.record({ name: fc.string(), reason: fc.string() }), { maxLength: 5 })
  })
)

describe('the whole run', () => {
  test('the sum of two halves is the sum of all', () => {
    fc.assert(
      fc.property(tallies, tallies, (first, second) => {
        expect(sumTallies([...first, ...second])).toEqual(sumTallies([sumTallies(first), sumTallies(second)]))
      })
    )
  })

  test('ends with the line that CI reads', () => {
    expect(summaryLine({ passed: 12, failed: 0, skipped: [{ name: 'a', reason: 'b' }] })).toBe('12 passed, 0 failed, 1 skipped')
  })

  test('a skip is bad in CI and fine elsewhere', () => {
    const tally = { passed: 12, failed: 0, skipped: [{ name: 'a', reason: 'b' }] }
    expect(isGoodRun(tally, true)).toBe(false)
    expect(isGoodRun(tally, false)).toBe(true)
  })

  test('a run of nothing, and one with a failure, is bad', () => {
    expect(isGoodRun(none, false)).toBe(false)
    expect(isGoodRun({ ...none, passed: 5, failed: 1 }, false)).toBe(false)
  })
})

describe('planSteps', () => {
  const steps = [
    { name: 'types shared' },
    { name: 'types test' },
    { name: 'build' },
    { name: 'unit' },
    { name: 'e2e-browser', needsBuild: true }
  ]
  const namesFor = (...filters: string[]) => planSteps(steps, filters).map((step) => step.name)

  test('runs all without a filter', () => {
    expect(namesFor()).toEqual(steps.map((step) => step.name))
  })

  test('keeps the order, and takes the beginning of a name for all that begin so', () => {
    expect(namesFor('unit', 'types')).toEqual(['types shared', 'types test', 'unit'])
  })

  test('builds first what needs it', () => {
    expect(namesFor('e2e')).toEqual(['build', 'e2e-browser'])
  })

  test('runs nothing when a filter fits nothing', () => {
    expect(namesFor('unit', 'untit')).toEqual([])
  })
})

describe('groupSteps', () => {
  test('puts neighbours together, each that is alone or timed by itself, and what is patient aside', () => {
    const build = { name: 'build', isAlone: true }
    const lint = { name: 'lint', isPatient: true }
    const [unit, electron] = [{ name: 'unit' }, { name: 'e2e-electron' }]
    const integration = { name: 'integration', isAlone: true }
    const timed = { name: 'timed', isTimed: true }
    expect(groupSteps([lint, build, electron, unit, integration, timed])).toEqual({
      patient: [lint],
      groups: [[build], [electron, unit], [integration], [timed]]
    })
    expect(groupSteps([unit, lint, electron]).groups).toEqual([[unit, electron]])
    expect(groupSteps([])).toEqual({ patient: [], groups: [] })
  })

  test('loses no step and keeps the order', () => {
    const kinds = fc.record({ name: fc.string(), isAlone: fc.boolean(), isTimed: fc.boolean(), isPatient: fc.boolean() })
    fc.assert(
      fc.property(fc.array(kinds), (steps) => {
        const { patient, groups } = groupSteps(steps)
        expect(patient).toEqual(steps.filter(({ isPatient }) => isPatient))
        expect(groups.flat()).toEqual(steps.filter(({ isPatient }) => !isPatient))
        for (const group of groups) if (group.some(({ isAlone, isTimed }) => isAlone || isTimed)) expect(group).toHaveLength(1)
      })
    )
  })
})
