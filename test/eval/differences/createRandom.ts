/** Numbers that only look random: the same from the same seed. */
export interface Random {
  /** From `least` to `most`, both included. */
  whole: (least: number, most: number) => number
  /** True in about this share of the calls, 0 to 1. */
  chance: (share: number) => boolean
  pick: <Row>(rows: readonly Row[]) => Row
}

/** Mulberry32 from a whole number. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1))
  return {
    whole,
    chance: (share) => next() < share,
    pick: (rows) => {
      const row = rows[whole(0, rows.length - 1)]
      if (row === undefined) throw new Error('There is nothing to pick from.')
      return row
    }
  }
}
