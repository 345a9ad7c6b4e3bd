import type { LedgerLine } from '#shared/model/ledger'

/**
 * Puts newly read lines among those known, newest first; a line read again replaces the older reading, because it may have
 * been undone since.
 */
export function mergeLedgerLines(known: readonly LedgerLine[], read: readonly LedgerLine[]): LedgerLine[] {
  const bySequence = new Map([...known, ...read].map((line) => [line.sequence, line]))
  return [...bySequence.values()].sort((one, other) => other.sequence - one.sequence)
}
