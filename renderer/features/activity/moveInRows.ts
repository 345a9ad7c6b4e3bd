import type { ActivityRow } from './planActivity'

const pageRows = 12

/**
 * The index of the entry that a key leads to from the one with `sequence`: arrows, Page Up and Down, Home and End. Null for any
 * other key, and where there is no entry further on.
 */
export function moveInRows(rows: readonly ActivityRow[], sequence: number, key: string): number | null {
  const entries = rows.flatMap((row, index) => (row.type === 'line' ? [{ index, sequence: row.line.sequence }] : []))
  const at = entries.findIndex((entry) => entry.sequence === sequence)
  const last = entries.length - 1
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: Math.min(last, at + pageRows),
    PageUp: Math.max(0, at - pageRows),
    Home: 0,
    End: last
  }
  const wanted = steps[key]
  return wanted === undefined ? null : (entries[wanted]?.index ?? null)
}
