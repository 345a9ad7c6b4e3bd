import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { ProblemError, problemWords } from '#shared/rpc/problem'
import { fromCoreSchema, hostChannel, type Payload, type ToCore } from './coreMessages'
import { createRelayPort } from './relayPort'
import { createHostClient, type RunningCore } from './runningCore'

const killAfterMs = 5000

/**
 * Starts a core as a child process under a Node of at least 22.12 (`nodePath`) and waits until it serves.
 * `entry` is the built coreChild; it lies beside this file once that is built too.
 * Throws what its start was refused with, e.g. `data_folder_in_use`.
 */
export async function launchChildCore(
  nodePath: string,
  { entry = new URL('./coreChild.js', import.meta.url), env = process.env }: { entry?: URL; env?: NodeJS.ProcessEnv } = {}
): Promise<RunningCore> {
  const child = fork(fileURLToPath(entry), {
    env,
    execPath: nodePath,
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc']
  })
  const send = (message: ToCore) => {
    // A message to a core that just died is lost like the core; the exit is what counts.
    if (child.connected) child.send(message, () => undefined)
  }
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const hostPort = createRelayPort((payload) => send({ type: 'data', channel: hostChannel, payload }))
  const deliveries = new Map<number, (payload: Payload) => void>([[hostChannel, hostPort.deliver]])
  void exited.then(() => hostPort.closed())
  await new Promise<void>((resolve, reject) => {
    child.on('message', (raw) => {
      const message = fromCoreSchema.parse(raw)
      if (message.type === 'ready') resolve()
      if (message.type === 'failed') reject(ProblemError.of(message.problem))
      if (message.type === 'data') deliveries.get(message.channel)?.(message.payload)
    })
    child.once('error', reject)
    void exited.then(() => reject(new ProblemError('internal', problemWords('coreStoppedStarting'))))
  })
  let nextChannel = hostChannel + 1
  return {
    processId: child.pid ?? 0,
    host: createHostClient(hostPort),
    open: (deliver) => {
      const channel = nextChannel++
      deliveries.set(channel, deliver)
      send({ type: 'open', channel })
      return {
        send: (payload) => send({ type: 'data', channel, payload }),
        close: () => {
          deliveries.delete(channel)
          send({ type: 'close', channel })
        }
      }
    },
    exited,
    stop: async () => {
      send({ type: 'stop' })
      const timer = setTimeout(() => child.kill('SIGKILL'), killAfterMs)
      await exited
      clearTimeout(timer)
    }
  }
}
