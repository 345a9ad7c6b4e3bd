import { createORPCClient } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { createCore } from '#core/createCore'
import { launchChildCore } from '../../electron/hosts/childLauncher'
import { createRelayPort } from '../../electron/hosts/relayPort'
import { builtFolder, startBrowserHost, type Client } from './browserHostProcess'

/** A line to a core over some transport. */
export interface OpenLine {
  client: Client
  /** Sends a text that is no message of ours; null where the transport carries no texts. */
  sendText: ((text: string) => void) | null
  close: () => void
}

/** A core that is reached over one transport. */
export interface Served {
  openLine: () => Promise<OpenLine>
  close: () => Promise<void>
}

/** Every way to the core, by name. */
export const transports: Record<string, (dataFolder: string) => Promise<Served>> = {
  'in-process': async (dataFolder) => {
    const core = await createCore(dependenciesOf(dataFolder))
    return { openLine: async () => ({ client: core.client, sendText: null, close: () => undefined }), close: core.close }
  },
  'message port': async (dataFolder) => {
    const core = await createCore(dependenciesOf(dataFolder))
    const openLine = async (): Promise<OpenLine> => {
      const { port1, port2 } = new MessageChannel()
      core.servePort(port1)
      port1.start()
      const client: Client = createORPCClient(new PortLink({ port: port2 }))
      port2.start()
      return { client, sendText: (text) => port2.postMessage(text), close: () => port2.close() }
    }
    return { openLine, close: core.close }
  },
  'child process': async (dataFolder) => {
    const entry = pathToFileURL(path.join(builtFolder, 'coreChild.js'))
    const core = await launchChildCore(process.execPath, { entry, env: { ...process.env, COUNTERSIGN_HOME: dataFolder } })
    const openLine = async (): Promise<OpenLine> => {
      const port = createRelayPort((payload) => channel.send(payload))
      const channel = core.open(port.deliver)
      return { client: createORPCClient(new PortLink({ port })), sendText: channel.send, close: channel.close }
    }
    return { openLine, close: core.stop }
  },
  WebSocket: async (dataFolder) => {
    const host = await startBrowserHost(dataFolder)
    const openLine = async (): Promise<OpenLine> => {
      const { client, socket, close } = await host.connect()
      return { client, sendText: (text) => socket.send(text), close }
    }
    return { openLine, close: host.stop }
  }
}

function dependenciesOf(dataFolder: string) {
  return {
    dataFolder,
    host: 'test',
    appVersion: '0.0.0',
    extractionWorkerUrl: pathToFileURL(path.join(builtFolder, 'extractionWorker.js')),
    env: process.env,
    log: () => undefined
  }
}
