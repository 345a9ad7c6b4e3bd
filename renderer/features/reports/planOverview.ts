/** Something that stands out on one side, with its place in all that the side holds, in pixels from its top. */
export interface OverviewItem<Sign extends string> {
  id: string
  sign: Sign
  topPx: number
  bottomPx: number
}

/** One mark on the overview of a side: the gravest of what lies there. */
export interface OverviewMark<Sign extends string> {
  /** What a press on the mark goes to: the first of the gravest. */
  id: string
  sign: Sign
  /** From the top of the bar, in pixels. */
  topPx: number
  count: number
}

interface OverviewInput<Sign extends string> {
  items: readonly OverviewItem<Sign>[]
  /** The height of all that the side holds, in pixels. */
  contentPx: number
  barPx: number
  /** The height of a mark; marks never overlap. */
  markPx: number
  /** Gravest first. */
  gravity: readonly Sign[]
}

/** The marks of a bar that stands for a whole side. What would lie on one another is told as one, and every item is counted once. */
export function planOverview<Sign extends string>({ items, contentPx, barPx, markPx, gravity }: OverviewInput<Sign>): OverviewMark<Sign>[] {
  if (contentPx <= 0 || barPx < markPx) return []
  const slots = Math.floor(barPx / markPx)
  const bySlot = new Map<number, OverviewItem<Sign>[]>()
  for (const item of items) {
    const share = (item.topPx + item.bottomPx) / 2 / contentPx
    const slot = Math.min(slots - 1, Math.max(0, Math.floor(share * slots)))
    bySlot.set(slot, [...(bySlot.get(slot) ?? []), item])
  }
  return [...bySlot]
    .toSorted(([one], [other]) => one - other)
    .flatMap(([slot, there]) => {
      const gravest = gravity.flatMap((sign) => there.find((item) => item.sign === sign) ?? [])[0] ?? there[0]
      return gravest === undefined ? [] : [{ id: gravest.id, sign: gravest.sign, topPx: slot * markPx, count: there.length }]
    })
}
