// The core in Electron's utility process. Each window talks to it over a port of its own; main relays nothing.
import { createCore } from '#core/createCore'
import { ProblemError, problemWords } from '#shared/rpc/problem'
import { z } from 'zod'
import { coreOptions } from './coreOptions'

const requestSchema = z.enum(['host', 'window', 'stop'])
const parent = process.parentPort

try {
  const core = await createCore(coreOptions('Electron utility process'))
  parent.on('message', (event) => {
    const request = requestSchema.parse(event.data)
    const [port] = event.ports
    if (request === 'stop') void core.close().then(() => process.exit(0))
    if (port === undefined) return
    port.start()
    if (request === 'host') core.serveHostPort(port)
    else core.servePort(port)
  })
  parent.postMessage({ type: 'ready' })
} catch (error) {
  const problem =
    error instanceof ProblemError
      ? error.problem
      : new ProblemError('internal', problemWords('coreNotStarted', { words: error instanceof Error ? error.message : String(error) }))
          .problem
  parent.postMessage({ type: 'failed', problem })
}
