import { onMessagePortClose, onMessagePortMessage, type SupportedMessagePort } from '@orpc/client/message-port'
import type { RPCHandler } from '@orpc/server/websocket'
import type { Session } from './implementer'

/** What serves a router, on whose behalf, and who is told of messages that cannot be read. */
interface PortService {
  handler: RPCHandler<Session>
  context: Session
  log: (line: string) => void
}

/**
 * Serves one window's port. oRPC's own handler for ports lets a message that it cannot read end the process;
 * here it is told to `log` and passed over, and the line lives on.
 */
export function servePort(port: SupportedMessagePort, { handler, context, log }: PortService): void {
  // The handler is handed each message below and never listens by itself.
  const socket = { send: (data: unknown) => port.postMessage(data), addEventListener: () => undefined }
  onMessagePortMessage(port, (data: unknown) => {
    // This contract is text alone.
    const read = typeof data === 'string' ? handler.message(socket, data, { context }) : Promise.reject(new TypeError('not a text'))
    read.catch((error: unknown) => log(`A message was passed over: ${error instanceof Error ? error.message : String(error)}`))
  })
  onMessagePortClose(port, () => handler.close(socket))
}
