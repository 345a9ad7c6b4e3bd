import { MessageChannelMain, utilityProcess, type MessagePortMain } from 'electron'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { problemSchema, ProblemError, problemWords } from '#shared/rpc/problem'
import { launchChildCore } from '../hosts/childLauncher'
import { createHostClient, type RunningCore } from '../hosts/runningCore'

const stopAfterMs = 5000
/** better-sqlite3 needs it; an Electron below runs the core under a Node of its own. */
const neededNodeApi = 10

/** A core, and the port that a window is handed to reach it. */
export interface ElectronCore extends Pick<RunningCore, 'processId' | 'host' | 'exited' | 'stop'> {
  openPort: () => MessagePortMain
}

/** Starts the core in a utility process, or where this Electron is too old for its database, as a Node child process. */
export function launchElectronCore(appFolder: string): Promise<ElectronCore> {
  return Number(process.versions['napi']) >= neededNodeApi ? launchUtilityCore() : launchRelayedCore(nodePathOf(appFolder))
}

function nodePathOf(appFolder: string): string {
  return (
    process.env['COUNTERSIGN_NODE'] ??
    path.join(appFolder, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  )
}

async function launchRelayedCore(nodePath: string): Promise<ElectronCore> {
  const core = await launchChildCore(nodePath)
  return {
    processId: core.processId,
    host: core.host,
    exited: core.exited,
    stop: core.stop,
    openPort: () => {
      const { port1, port2 } = new MessageChannelMain()
      const channel = core.open((payload) => port2.postMessage(payload))
      port2.on('message', (event) => channel.send(payloadSchema.parse(event.data)))
      port2.on('close', channel.close)
      port2.start()
      void core.exited.then(() => port2.close())
      return port1
    }
  }
}

const payloadSchema = z.union([z.string(), z.instanceof(Uint8Array)])
const startSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('failed'), problem: problemSchema })
])

async function launchUtilityCore(): Promise<ElectronCore> {
  const child = utilityProcess.fork(fileURLToPath(new URL('./coreUtility.js', import.meta.url)), [], { serviceName: 'Countersign core' })
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    child.once('message', (raw) => {
      const message = startSchema.parse(raw)
      if (message.type === 'ready') resolve()
      else reject(ProblemError.of(message.problem))
    })
    void exited.then(() => reject(new ProblemError('internal', problemWords('coreStoppedStarting'))))
  })
  const openFor = (request: 'host' | 'window'): MessagePortMain => {
    const { port1, port2 } = new MessageChannelMain()
    child.postMessage(request, [port2])
    return port1
  }
  const hostPort = openFor('host')
  hostPort.start()
  return {
    processId: child.pid ?? 0,
    host: createHostClient(hostPort),
    exited,
    stop: async () => {
      child.postMessage('stop')
      const timer = setTimeout(() => child.kill(), stopAfterMs)
      await exited
      clearTimeout(timer)
    },
    openPort: () => openFor('window')
  }
}
