import path from 'node:path'
import type { GrantId } from '#shared/model/ids'
import type { Grant } from '#shared/rpc/hostContract'
import { carriedProblem } from '#shared/rpc/problem'
import type { HostClient } from './runningCore'

/** The files that people chose since the host started. A core that takes another's place is told of them all. */
export interface FileGrants {
  /** Grants files through the core that runs now. Throws `footage_missing`, and nothing is granted then. */
  grant: (paths: readonly string[]) => Promise<Grant[]>
  /** Adds files named on a command line, to wait until a window takes them. */
  addPending: (paths: readonly string[]) => void
  /** Grants the files that wait; a second call answers with none. Throws `footage_missing`. */
  takePending: () => Promise<Grant[]>
  /** Gives a core that has just started what was granted before, under the same ids. */
  handOver: (host: HostClient) => Promise<void>
}

/** Keeps grants for as long as the host runs: screens hold them by id, and a core may be gone before a case takes them. */
export function createFileGrants(host: () => Promise<HostClient>): FileGrants {
  const kept: { grantId: GrantId; path: string }[] = []
  let pending: string[] = []

  async function grant(paths: readonly string[]): Promise<Grant[]> {
    if (paths.length === 0) return []
    const absolute = paths.map((one) => path.resolve(one))
    const grants = await (await host()).grantFiles({ paths: absolute })
    kept.push(...grants.flatMap(({ grantId }, index) => ({ grantId, path: absolute[index] ?? '' })))
    return grants
  }

  return {
    grant,
    addPending: (paths) => void pending.push(...paths),
    takePending: async () => {
      const taken = pending
      pending = []
      try {
        return await grant(taken)
      } catch (error) {
        // Where the core went away meanwhile, the window asks again once it is back.
        if (carriedProblem(error) === null) pending.unshift(...taken)
        throw error
      }
    },
    handOver: async (restarted) => {
      if (kept.length > 0) await restarted.restoreGrants(kept)
    }
  }
}
