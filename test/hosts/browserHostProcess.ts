import { spawn } from 'node:child_process'
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import path from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import { WebSocket } from 'ws'
import type { Contract } from '#shared/rpc/contract'

export type Client = ContractRouterClient<Contract>

/** The folder of the built hosts. */
export const builtFolder = path.resolve(import.meta.dirname, '../../out/main')

/** An answer over HTTP, whole. */
export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
}

/** What is asked over HTTP. `headers` replace the ones that the app's own page would send; undefined leaves one out. */
export interface Asked {
  method?: string
  headers?: Record<string, string | undefined>
  body?: Buffer
}

/** One window's line to the core. */
export interface Line {
  client: Client
  socket: WebSocket
  close: () => void
}

/** A browser host that runs in a process of its own. */
export interface BrowserHostProcess {
  /** `127.0.0.1:PORT` */
  host: string
  token: string
  /** The cookie that the token was exchanged for. */
  cookie: string
  processId: number
  /** The process of the core that runs now. */
  coreProcessId: () => number
  ask: (path: string, asked?: Asked) => Promise<Answer>
  /** Opens a line, and again for a while where none can be had. */
  connect: () => Promise<Line>
  stop: () => Promise<void>
}

/** How a host's process ended. */
export interface Ended {
  exitCode: number | null
  stdout: string
  stderr: string
}

/** Runs a built file to its end under this Node. */
export async function runBuilt(file: string, args: string[], env: Record<string, string>): Promise<Ended> {
  const child = spawn(process.execPath, [path.join(builtFolder, file), ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe']
  })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (exitCode) => resolve({ exitCode, stdout, stderr }))
  })
}

/** Starts the built browser host on a data folder and exchanges its token for the cookie. `files` are named on its command line. */
export async function startBrowserHost(dataFolder: string, files: string[] = []): Promise<BrowserHostProcess> {
  const child = spawn(process.execPath, [path.join(builtFolder, 'browserHost.js'), ...files], {
    env: { ...process.env, COUNTERSIGN_HOME: dataFolder },
    stdio: ['ignore', 'pipe', 'pipe']
  })
  const exited = new Promise<void>((resolve) => child.once('close', () => resolve()))
  let stdout = ''
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  const address = await new Promise<URL>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
      const found = /at (http:\S+)/.exec(stdout)?.[1]
      if (found !== undefined) resolve(new URL(found))
    })
    void exited.then(() => reject(new Error(`The browser host ended: ${stdout}${stderr}`)))
  })
  const { host } = address
  const token = address.searchParams.get('token') ?? ''
  const admitted = await askOf(host, `/?token=${token}`, { headers: {} })
  const cookie = admitted.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
  const own = { Host: host, Cookie: cookie, Origin: `http://${host}` }
  return {
    host,
    token,
    cookie,
    processId: child.pid ?? 0,
    coreProcessId: () => Number([...stderr.matchAll(/as process (\d+)/g)].at(-1)?.[1]),
    ask: (where, asked = {}) => askOf(host, where, { ...asked, headers: { ...own, ...asked.headers } }),
    connect: async () => {
      for (let attempt = 0; ; attempt++) {
        try {
          return await openLine(`ws://${host}/rpc`, own)
        } catch (error) {
          if (attempt > 100) throw error
          await new Promise((resolve) => setTimeout(resolve, 50))
        }
      }
    },
    stop: async () => {
      child.kill('SIGTERM')
      await exited
    }
  }
}

async function openLine(address: string, headers: Record<string, string>): Promise<Line> {
  const socket = new WebSocket(address, { headers })
  // Only the declarations differ: the socket of ws keeps to the browser's interface.
  const websocket = socket as unknown as globalThis.WebSocket
  const client: Client = createORPCClient(new RPCLink({ websocket }))
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve())
    socket.once('error', reject)
  })
  // A line that breaks later is seen by what was asked on it.
  socket.on('error', () => undefined)
  return { client, socket, close: () => socket.terminate() }
}

function askOf(host: string, where: string, { method = 'GET', headers = {}, body }: Asked): Promise<Answer> {
  const [hostname, port] = host.split(':')
  const given = Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
  return new Promise((resolve, reject) => {
    // The path goes out as it is written here, `..` and all.
    const request = httpRequest({ hostname, port, path: where, method, headers: Object.fromEntries(given) }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }))
      response.on('error', reject)
    })
    request.on('error', reject)
    request.end(body)
  })
}
