import { differenceKindSchema, type Difference, type DifferenceKind, type Disposition } from '../../model/comparison'
import type { ComparisonIndex } from './comparisonIndex'
import type { FoundDifference } from './comparisonInput'
import type { Graph } from './derivedGraph'
import { fingerprintOf } from './fingerprint'

/** What rules find of the subjects that they were shown, e.g. of each statement, kept until it may have changed. */
export interface Findings {
  /** Adds a rule; what comes back shows it a subject, once or more. */
  watch: <Id extends string>(find: (id: Id) => FoundDifference[]) => (id: Id) => void
  /** Asks again about each subject whose answer may have changed since: the differences that are gone, and those that came. */
  settle: () => { gone: ReadonlySet<Difference>; come: readonly Difference[] }
}

interface Finding {
  read: () => readonly Difference[]
  last: readonly Difference[]
}

/** Makes findings without any rule yet. */
export function createFindings(graph: Graph, index: ComparisonIndex): Findings {
  const open = new Set<Finding>()
  return {
    watch: <Id extends string>(find: (id: Id) => FoundDifference[]) => {
      const findings = new Map<Id, Finding>()
      const reopen = (finding: Finding | undefined) => {
        if (finding !== undefined) open.add(finding)
      }
      const read = graph.derive((id: Id) => find(id).map((found) => withDisposition(found, index)), {
        onStale: (id) => reopen(findings.get(id))
      })
      return (id: Id) => {
        if (findings.has(id)) return
        const finding: Finding = { read: () => read(id), last: [] }
        findings.set(id, finding)
        open.add(finding)
      }
    },
    settle: () => {
      const gone = new Set<Difference>()
      const come: Difference[] = []
      for (const finding of open) {
        const before = finding.last
        finding.last = finding.read()
        if (finding.last === before) continue
        before.forEach((one) => gone.add(one))
        come.push(...finding.last)
      }
      open.clear()
      return { gone, come }
    }
  }
}

/** The differences in their order, without those that are gone and with those that came. */
export function replaceDifferences(
  before: readonly Difference[],
  gone: ReadonlySet<Difference>,
  come: readonly Difference[]
): readonly Difference[] {
  if (gone.size + come.length === 0) return before
  const added = come.toSorted(inOrder)
  const merged: Difference[] = []
  let next = 0
  for (const one of before) {
    if (gone.has(one)) continue
    for (let first = added[next]; first !== undefined && inOrder(first, one) < 0; first = added[next]) {
      merged.push(first)
      next += 1
    }
    merged.push(one)
  }
  return [...merged, ...added.slice(next)]
}

const rankOfKind = new Map(differenceKindSchema.options.map((kind, rank): [DifferenceKind, number] => [kind, rank]))

function inOrder(a: Difference, b: Difference): number {
  return (rankOfKind.get(a.kind) ?? 0) - (rankOfKind.get(b.kind) ?? 0) || compare(a.key, b.key)
}

/** A settled difference whose ground has changed since is open again; the reason given then is kept beside it. */
function withDisposition({ basis, ...found }: FoundDifference, index: ComparisonIndex): Difference {
  const fingerprint = fingerprintOf({ ...found, basis }, index)
  const disposition = latestDisposition(found.key, index)
  if (disposition === undefined) return { ...found, fingerprint, status: 'open', reason: '', isReopened: false }
  const isReopened = disposition.status !== 'open' && disposition.fingerprint !== fingerprint
  return { ...found, fingerprint, status: isReopened ? 'open' : disposition.status, reason: disposition.reason, isReopened }
}

function latestDisposition(key: string, { records }: ComparisonIndex): Disposition | undefined {
  return [...records.dispositionsOf.get(key)]
    .flatMap((id) => records.dispositions.get(id) ?? [])
    .sort((a, b) => compare(a.updatedAt, b.updatedAt) || compare(a.id, b.id))
    .at(-1)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
