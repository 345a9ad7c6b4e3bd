import { createORPCClient } from '@orpc/client'
import { connectThroughWebSocket } from './browserHost'
import { setConnection, type Client } from './connection'
import { createCoreSession } from './coreSession'
import { connectThroughPort } from './electronHost'
import { createSwitchableLink } from './switchableLink'

/**
 * Connects the window to its core: through the port that Electron's preload script hands over, else through a WebSocket to
 * the server that served the page. Sets the connection at once; calls work from the moment that the session store says
 * `connected`, and again after the core was started anew. `isMain` is false for a second window, which takes nothing that waits for the first.
 */
export function connectToHost(isMain: boolean): void {
  const link = createSwitchableLink()
  const client: Client = createORPCClient(link)
  const session = createCoreSession(isMain)
  const events = {
    onOpen: (next: Parameters<typeof link.use>[0]) => {
      link.use(next)
      setConnection({ client, shell })
      session.opened()
    },
    onLost: () => {
      link.use(null)
      session.lost()
    }
  }
  const bridge = window.countersignShell
  const shell = bridge === undefined ? connectThroughWebSocket(events) : connectThroughPort(bridge, events)
  setConnection({ client, shell })
}
