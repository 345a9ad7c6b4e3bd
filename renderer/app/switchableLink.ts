import type { ClientContext, ClientLink } from '@orpc/client'
import { ProblemError, problemWords } from '#shared/rpc/problem'

/** A link whose other end may change: the core may be started again while the window stays. */
export interface SwitchableLink extends ClientLink<ClientContext> {
  /** Takes the link to the core that is there now, or null while there is none. */
  use: (link: ClientLink<ClientContext> | null) => void
}

/** Calls go to the link last taken. While there is none they fail at once with a `ProblemError`, so that nothing waits unseen. */
export function createSwitchableLink(): SwitchableLink {
  let current: ClientLink<ClientContext> | null = null
  return {
    use: (link) => {
      current = link
    },
    call: async (path, input, options) => {
      if (current === null) {
        throw new ProblemError('internal', problemWords('coreAway'))
      }
      return current.call(path, input, options)
    }
  }
}
