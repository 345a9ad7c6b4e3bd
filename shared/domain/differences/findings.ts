import type { Graph } from './derivedGraph'

/** What rules find of the subjects that they were shown, e.g. the differences of each statement, kept until it may have changed. */
export interface Findings<Found> {
  /** Adds a rule; what comes back shows it a subject, once or more. */
  watch: <Id extends string>(find: (id: Id) => readonly Found[]) => (id: Id) => void
  /** Asks again about each subject whose answer may have changed since: what is gone, and what came. Some may be in both. */
  settle: () => { gone: ReadonlySet<Found>; come: readonly Found[] }
}

interface Finding<Found> {
  read: () => readonly Found[]
  last: readonly Found[]
}

/** Makes findings without any rule yet. */
export function createFindings<Found>(graph: Graph): Findings<Found> {
  const open = new Set<Finding<Found>>()
  return {
    watch: <Id extends string>(find: (id: Id) => readonly Found[]) => {
      const findings = new Map<Id, Finding<Found>>()
      const reopen = (finding: Finding<Found> | undefined) => {
        if (finding !== undefined) open.add(finding)
      }
      const read = graph.derive(find, { onStale: (id) => reopen(findings.get(id)) })
      return (id: Id) => {
        if (findings.has(id)) return
        const finding: Finding<Found> = { read: () => read(id), last: [] }
        findings.set(id, finding)
        open.add(finding)
      }
    },
    settle: () => {
      const gone = new Set<Found>()
      const come: Found[] = []
      for (const finding of open) {
        const before = finding.last
        finding.last = finding.read()
        if (finding.last === before) continue
        before.forEach((one) => gone.add(one))
        finding.last.forEach((one) => come.push(one))
      }
      open.clear()
      return { gone, come }
    }
  }
}
