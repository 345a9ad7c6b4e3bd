import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TagKind } from '#shared/model/tag'
import { planKeyDown, planKeyUp, type HeldKeys } from '../../../../renderer/app/heldKeys'
import { leastHoldMs, planKey, planRelease } from '../../../../renderer/features/tags/planKey'

interface Range {
  kind: TagKind
  footageId: string
  startUs: number
  endUs: number | null
  state: 'open' | 'ended' | 'moment'
  heldMs: number | null
}

/** Two keys of one kind, as an agency may choose, and one of another. */
const kindOf: Readonly<Record<string, TagKind>> = { KeyF: 'force', KeyG: 'force', KeyN: 'intervention-needed' }

/** A keyboard, a clock and a player that runs at a rate, wired to the plans as the app wires them. */
function createDesk() {
  let held: HeldKeys<TagKind> = new Map()
  let nowMs = 0
  let timeUs = 0
  let rate = 1
  const ranges: Range[] = []
  const opened = new Map<TagKind, Range | null>()
  const openOf = (kind: TagKind) => ranges.find((range) => range.kind === kind && range.state === 'open') ?? null
  const press = (kind: TagKind) => {
    const open = openOf(kind)
    const plan = planKey(open, { kind, footageId: 'camera', timeUs })
    opened.set(kind, null)
    if (plan.do === 'open') {
      const range: Range = { kind, footageId: 'camera', startUs: timeUs, endUs: null, state: 'open', heldMs: null }
      ranges.push(range)
      opened.set(kind, range)
    } else if (open !== null && plan.do === 'end') Object.assign(open, { state: 'ended', endUs: plan.endUs })
    else if (open !== null && plan.do === 'keep-moment') open.state = 'moment'
  }
  const letGo = (code: string | null) => {
    const plan = planKeyUp(held, code, nowMs)
    held = plan.held
    for (const { owner, heldMs } of plan.released) {
      const open = openOf(owner)
      const own = opened.get(owner) ?? null
      if (own !== null) own.heldMs = heldMs
      const release = planRelease(own, open, timeUs, heldMs)
      opened.delete(owner)
      if (open !== null && release.do === 'end') Object.assign(open, { state: 'ended', endUs: release.endUs })
    }
  }
  return {
    ranges,
    heldCount: () => held.size,
    down: (code: string, isRepeat: boolean) => {
      const owner = kindOf[code]
      if (owner === undefined) throw new Error('no such key')
      const plan = planKeyDown(held, { code, owner, isRepeat }, nowMs)
      held = plan.held
      if (plan.isRun) press(owner)
    },
    up: letGo,
    away: () => letGo(null),
    pass: (ms: number) => {
      nowMs += ms
      timeUs = Math.max(0, timeUs + ms * 1000 * rate)
    },
    play: (next: number) => (rate = next)
  }
}

const code = fc.constantFrom('KeyF', 'KeyG', 'KeyN')
const step = fc.oneof(
  fc.record({ do: fc.constant('down' as const), code, isRepeat: fc.boolean() }),
  fc.record({ do: fc.constant('up' as const), code }),
  fc.record({ do: fc.constant('away' as const) }),
  fc.record({ do: fc.constant('play' as const), rate: fc.constantFrom(0, 1, 4, -1) }),
  fc.record({ do: fc.constant('pass' as const), ms: fc.integer({ min: 1, max: 900 }) })
)

function run(steps: readonly (typeof step extends fc.Arbitrary<infer Step> ? Step : never)[]) {
  const desk = createDesk()
  for (const one of steps) {
    if (one.do === 'down') desk.down(one.code, one.isRepeat)
    else if (one.do === 'up') desk.up(one.code)
    else if (one.do === 'away') desk.away()
    else if (one.do === 'play') desk.play(one.rate)
    else desk.pass(one.ms)
  }
  return desk
}

describe('coding while playing by press and hold', () => {
  it('ends where the key is let go, and stays open after a tap', () => {
    const held = run([
      { do: 'down', code: 'KeyF', isRepeat: false },
      { do: 'pass', ms: 800 },
      { do: 'down', code: 'KeyF', isRepeat: true },
      { do: 'pass', ms: 200 },
      { do: 'up', code: 'KeyF' }
    ])
    expect(held.ranges).toMatchObject([{ startUs: 0, endUs: 1_000_000, state: 'ended' }])
    const tapped = run([
      { do: 'down', code: 'KeyF', isRepeat: false },
      { do: 'pass', ms: leastHoldMs - 1 },
      { do: 'up', code: 'KeyF' },
      { do: 'pass', ms: 500 }
    ])
    expect(tapped.ranges).toMatchObject([{ endUs: null, state: 'open' }])
  })
  it('ends what is held when the window loses the keys, and the late key-up does nothing more', () => {
    const desk = run([
      { do: 'down', code: 'KeyF', isRepeat: false },
      { do: 'down', code: 'KeyN', isRepeat: false },
      { do: 'pass', ms: 500 },
      { do: 'away' },
      { do: 'pass', ms: 500 },
      { do: 'up', code: 'KeyF' }
    ])
    expect(desk.ranges).toMatchObject([
      { kind: 'force', endUs: 500_000, state: 'ended' },
      { kind: 'intervention-needed', endUs: 500_000, state: 'ended' }
    ])
  })
  it('ends what the later of two keys of one kind began where that key is let go, not the earlier', () => {
    const down = (code: 'KeyF' | 'KeyG') => ({ do: 'down' as const, code, isRepeat: false })
    const { ranges } = run([
      down('KeyF'),
      { do: 'pass', ms: 200 },
      down('KeyG'),
      { do: 'up', code: 'KeyG' },
      { do: 'pass', ms: 200 },
      down('KeyG'),
      { do: 'up', code: 'KeyF' },
      { do: 'pass', ms: 500 },
      { do: 'up', code: 'KeyG' }
    ])
    expect(ranges).toMatchObject([
      { startUs: 0, endUs: 200_000 },
      { startUs: 400_000, endUs: 900_000 }
    ])
  })
  it('loses no range and leaves none endless, whatever is pressed in whatever order', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const desk = run([...steps, { do: 'away' }])
        expect(desk.heldCount()).toBe(0)
        for (const kind of ['force', 'intervention-needed'])
          expect(desk.ranges.filter((range) => range.kind === kind && range.state === 'open').length).toBeLessThanOrEqual(1)
        for (const range of desk.ranges) {
          // What ended has a length; a range turns round or shrinks to nothing under no order of keys.
          if (range.state === 'ended') expect(range.endUs).toBeGreaterThan(range.startUs)
          else expect(range.endUs).toBeNull()
        }
        // As many ranges as presses that began one: repeating begins none.
        const presses = steps.filter((one) => one.do === 'down' && !one.isRepeat).length
        expect(desk.ranges.length).toBeLessThanOrEqual(presses)
      }),
      { numRuns: 2000 }
    )
  })
  it('ends every range that was held over running footage', () => {
    const forwards = step.filter((one) => one.do !== 'play' && !(one.do === 'down' && one.isRepeat))
    fc.assert(
      fc.property(fc.array(forwards, { maxLength: 60 }), (steps) => {
        const { ranges } = run([...steps, { do: 'away' }])
        for (const range of ranges) if (range.heldMs !== null && range.heldMs >= leastHoldMs) expect(range.state).not.toBe('open')
      }),
      { numRuns: 2000 }
    )
  })
})
