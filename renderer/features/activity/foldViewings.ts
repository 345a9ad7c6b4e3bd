import type { LedgerLine } from '#shared/model/ledger'

/**
 * The lines, newest first, with one for each stretch watched: a stretch is recorded anew while it grows, and its last entry
 * says all that those before it said.
 */
export function foldViewings(lines: readonly LedgerLine[]): LedgerLine[] {
  const shown = new Set<string>()
  return lines.filter((line) => {
    if (line.action !== 'viewings.record' || line.subjectId === null) return true
    const isFirst = !shown.has(line.subjectId)
    shown.add(line.subjectId)
    return isFirst
  })
}
