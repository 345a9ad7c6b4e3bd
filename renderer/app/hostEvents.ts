import type { ClientContext, ClientLink } from '@orpc/client'

/** What a host tells the window about its line to the core. */
export interface HostEvents {
  /** A line is open: the first, or a new one after the core was started again. */
  onOpen: (link: ClientLink<ClientContext>) => void
  /** The line is gone; the host goes on trying. */
  onLost: () => void
}
