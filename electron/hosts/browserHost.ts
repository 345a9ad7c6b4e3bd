// The browser host: the same app, served on 127.0.0.1. Prints the address with its token.
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { ProblemError } from '#shared/rpc/problem'
import { launchChildCore } from './childLauncher'
import { createFileGrants } from './fileGrants'
import { startLoopbackServer, type LoopbackServer } from './loopbackServer'
import type { RunningCore } from './runningCore'
import { superviseCore, type Supervisor } from './supervisor'

const { values, positionals } = parseArgs({ options: { port: { type: 'string', default: '0' } }, allowPositionals: true })

let server: LoopbackServer | null = null
const grants = createFileGrants(async () => (await supervisor.current()).host)
grants.addPending(positionals)
const supervisor: Supervisor<RunningCore> = superviseCore(
  async () => {
    const core = await launchChildCore(process.execPath)
    await grants.handOver(core.host)
    return core
  },
  () => server?.dropWindows(),
  (core) => process.stderr.write(`The core had stopped. It runs again as process ${core.processId}.\n`)
)
try {
  const core = await supervisor.current()
  server = await startLoopbackServer({
    core: supervisor.current,
    rendererFolder: fileURLToPath(new URL('../renderer', import.meta.url)),
    port: Number(values.port),
    grants
  })
  process.stdout.write(`Countersign is at ${server.address}\n`)
  process.stderr.write(`The core runs as process ${core.processId}. Stop with Ctrl+C.\n`)
} catch (error) {
  const words = error instanceof ProblemError ? `${error.problem.what} ${error.problem.todo}` : String(error)
  process.stderr.write(`${words}\n`)
  process.exitCode = 1
  await supervisor.stop()
}

async function stop(): Promise<void> {
  await server?.close()
  await supervisor.stop()
  process.exit(0)
}
process.on('SIGINT', () => void stop())
process.on('SIGTERM', () => void stop())
