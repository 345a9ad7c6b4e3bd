import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '#shared/rpc/contract'
import type { Shell } from './shell'

export type Client = ContractRouterClient<Contract>

interface Connection {
  client: Client
  shell: Shell
}

let current: Connection | null = null

/** Set once at start, before anything is drawn, and again when the core restarted. */
export function setConnection(connection: Connection): void {
  current = connection
}

/** The contract's client and the host's shell. Throws before `setConnection`. */
export function connection(): Connection {
  if (current === null) throw new Error('The window is not connected to a core yet.')
  return current
}
