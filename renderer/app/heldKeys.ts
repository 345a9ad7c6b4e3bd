/** A key that is down: whose it is, and since when, in milliseconds of one clock. */
export interface HeldKey<Owner> {
  owner: Owner
  sinceMs: number
}

/** The keys that are down and mean something while they are, by the place on the keyboard (`KeyF`). */
export type HeldKeys<Owner> = ReadonlyMap<string, HeldKey<Owner>>

/** A key that was let go: whose it was, and how long it was down. */
export interface ReleasedKey<Owner> {
  owner: Owner
  heldMs: number
}

/**
 * Plans a key that goes down, `nowMs` in milliseconds. The keyboard's own repeating runs nothing. A key that was down already and goes down
 * anew was let go unseen: it counts from here.
 */
export function planKeyDown<Owner>(
  held: HeldKeys<Owner>,
  press: { code: string; owner: Owner; isRepeat: boolean },
  nowMs: number
): { held: HeldKeys<Owner>; isRun: boolean } {
  if (press.isRepeat) return { held, isRun: false }
  // Of two keys of one owner the later counts: the earlier coming up must not end what the later began.
  const others = [...held].filter(([, { owner }]) => owner !== press.owner)
  return { held: new Map(others).set(press.code, { owner: press.owner, sinceMs: nowMs }), isRun: true }
}

/** Plans a key that comes up; with `code` null all of them do, as when the window loses the keys. */
export function planKeyUp<Owner>(
  held: HeldKeys<Owner>,
  code: string | null,
  nowMs: number
): { held: HeldKeys<Owner>; released: ReleasedKey<Owner>[] } {
  const rest = new Map(held)
  const released: ReleasedKey<Owner>[] = []
  for (const [one, { owner, sinceMs }] of held) {
    if (code !== null && code !== one) continue
    rest.delete(one)
    released.push({ owner, heldMs: Math.max(0, nowMs - sinceMs) })
  }
  return { held: rest, released }
}
