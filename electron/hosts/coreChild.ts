// The core in a plain Node process of its own, started by childLauncher.
import { createCore, type Core } from '#core/createCore'
import { ProblemError, type Problem, problemWords } from '#shared/rpc/problem'
import { hostChannel, toCoreSchema, type FromCore } from './coreMessages'
import { coreOptions } from './coreOptions'
import { createRelayPort, type RelayPort } from './relayPort'

const send = (message: FromCore) => process.send?.(message)

try {
  serve(await createCore(coreOptions('Node child process')))
  send({ type: 'ready' })
} catch (error) {
  send({ type: 'failed', problem: problemOfStart(error) })
  process.exitCode = 1
  process.disconnect()
}

function serve(core: Core): void {
  const ports = new Map<number, RelayPort>()
  const open = (channel: number): RelayPort => {
    const port = createRelayPort((payload) => send({ type: 'data', channel, payload }))
    ports.set(channel, port)
    return port
  }
  core.serveHostPort(open(hostChannel))
  process.on('message', (raw) => {
    const message = toCoreSchema.parse(raw)
    if (message.type === 'open') core.servePort(open(message.channel))
    if (message.type === 'data') ports.get(message.channel)?.deliver(message.payload)
    if (message.type === 'close') {
      ports.get(message.channel)?.closed()
      ports.delete(message.channel)
    }
    if (message.type === 'stop') void stop(core)
  })
  // Without its host nobody could ever reach this process again.
  process.on('disconnect', () => void stop(core))
}

async function stop(core: Core): Promise<void> {
  await core.close()
  process.exit(0)
}

function problemOfStart(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem
  const words = error instanceof Error ? error.message : String(error)
  return new ProblemError('internal', problemWords('coreNotStartedTerminal', { words })).problem
}
