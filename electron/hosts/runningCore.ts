import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import type { HostContract } from '#shared/rpc/hostContract'
import type { Payload } from './coreMessages'

export type HostClient = ContractRouterClient<HostContract>

/** One window's line to a core. */
export interface Channel {
  send: (payload: Payload) => void
  close: () => void
}

/** A core that runs in a process of its own. */
export interface RunningCore {
  processId: number
  host: HostClient
  open: (deliver: (payload: Payload) => void) => Channel
  /** Settles when the process is gone, however it went. */
  exited: Promise<void>
  /** Asks it to finish; kills it after five seconds. */
  stop: () => Promise<void>
}

/** The host's own client over its port. */
export function createHostClient(port: ConstructorParameters<typeof RPCLink>[0]['port']): HostClient {
  return createORPCClient(new RPCLink({ port }))
}
