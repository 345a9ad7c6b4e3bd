import { randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import sirv from 'sirv'
import { WebSocketServer, type WebSocket } from 'ws'
import { carriedProblem, problemStatuses, ProblemError, problemWords } from '#shared/rpc/problem'
import { contentSecurityPolicy } from './contentSecurityPolicy'
import type { FileGrants } from './fileGrants'
import { locateMedia } from './locateMedia'
import { planMediaResponse } from './mediaResponse'
import { cookieName, isSame, refusalOf } from './requestGuard'
import type { RunningCore } from './runningCore'

interface LoopbackOptions {
  core: () => Promise<RunningCore>
  /** The built renderer. */
  rendererFolder: string
  /** 0 for any free port. */
  port: number
  grants: FileGrants
}

/** The server of the browser host. */
export interface LoopbackServer {
  /** The address to open, with its token. */
  address: string
  /** Cuts every window's line, so that each connects again to the core that runs now. */
  dropWindows: () => void
  close: () => Promise<void>
}

/** What a file system takes. */
const maxNameBytes = 255

/** Serves the app on 127.0.0.1 alone. Every request must show the token of this launch, the exact Host and its own Origin. */
export async function startLoopbackServer({ core, rendererFolder, port, grants }: LoopbackOptions): Promise<LoopbackServer> {
  const token = randomBytes(32).toString('base64url')
  const files = sirv(rendererFolder, { etag: true })
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024 * 1024 })
  let host = ''

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', `http://${host}`)
    setHeaders(response, host)
    if (request.method === 'GET' && url.pathname === '/' && url.searchParams.has('token') && request.headers.host === host) {
      return admit(response, url.searchParams.get('token') ?? '', token)
    }
    const refusal = refusalOf(request.headers, { token, host }, request.method !== 'GET')
    if (refusal !== null) return end(response, 403, `Refused: ${refusal}. Open the address that was printed at the start.`)
    if (request.method === 'PUT' && url.pathname === '/upload') return receive(request, response, url.searchParams.get('name') ?? '')
    if (request.method !== 'GET') return end(response, 405, 'Only GET, and PUT on /upload.')
    if (url.pathname === '/pending') return json(response, 200, await grants.takePending())
    if (url.pathname.startsWith('/media/')) return sendMedia(request, response, url)
    files(request, response, () => end(response, 404, 'There is nothing here.'))
  }

  /** A page cannot say where a file lies, so its bytes are laid down in the data folder and loaded from there. */
  async function receive(request: IncomingMessage, response: ServerResponse, name: string): Promise<void> {
    const { path: folder } = await (await core()).host.uploadFolder()
    const own = path.join(folder, randomBytes(8).toString('hex'))
    await mkdir(own)
    const file = path.join(own, safeNameOf(name))
    try {
      await pipeline(request.iterator({ destroyOnReturn: false }), createWriteStream(file, { flags: 'wx' }))
      const [grant] = await grants.grant([file])
      json(response, 200, grant)
    } catch (error) {
      // Half a file is of no use to anyone. What is still on its way is let through, or the page would never read the answer.
      request.resume()
      await rm(own, { recursive: true, force: true })
      throw error instanceof Error && 'code' in error && error.code === 'ENOSPC' ? diskFull(error) : error
    }
  }

  async function sendMedia(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const file = await locateMedia(async () => (await core()).host, url.pathname.slice('/media/'.length))
    if ('refusal' in file) return end(response, file.status, file.refusal)
    const plan = planMediaResponse(file, request.headers.range ?? null, url.searchParams.has('download'))
    response.writeHead(plan.status, plan.headers)
    if (plan.bytes === null) response.end()
    // A player that seeks hangs up on the range before; that is no fault.
    else await pipeline(createReadStream(file.path, plan.bytes), response).catch(() => response.destroy())
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      const problem = carriedProblem(error)
      if (response.headersSent) response.destroy()
      else if (problem !== null) json(response, problemStatuses[problem.code], problem)
      else json(response, 500, { what: 'The request failed.' })
    })
  })
  server.on('upgrade', (request, socket, head) => {
    // Whoever knocked may hang up before the answer.
    socket.on('error', () => socket.destroy())
    const refusal = request.url === '/rpc' ? refusalOf(request.headers, { token, host }, true) : 'wrong address'
    if (refusal !== null) socket.end(`HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\nRefused: ${refusal}.`)
    else {
      sockets.handleUpgrade(request, socket, head, (window) => {
        serveWindow(window, core).catch(() => window.terminate())
      })
    }
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new ProblemError('internal', problemWords('serverWithoutPort'))
  host = `127.0.0.1:${bound.port}`
  return {
    address: `http://${host}/?token=${token}`,
    dropWindows: () => sockets.clients.forEach((window) => window.terminate()),
    close: async () => {
      sockets.clients.forEach((window) => window.terminate())
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    }
  }
}

async function serveWindow(window: WebSocket, core: () => Promise<RunningCore>): Promise<void> {
  // A frame that is broken or too large ends this line, and nothing else.
  window.on('error', () => window.terminate())
  const early: string[] = []
  let receive = (text: string): void => void early.push(text)
  window.on('message', (data, isBinary) => {
    // This contract is text alone: a binary message is not one of ours.
    if (isBinary || !Buffer.isBuffer(data)) window.terminate()
    else receive(data.toString())
  })
  const running = await core()
  const channel = running.open((payload) => window.send(payload))
  window.on('close', channel.close)
  if (window.readyState !== window.OPEN) channel.close()
  receive = channel.send
  early.forEach(channel.send)
}

function diskFull(cause: Error): ProblemError {
  return new ProblemError('disk_full', problemWords('noRoomForFile'), { cause })
}

/** The last part of a name that a page gave, shortened at its front to what a file system takes. */
function safeNameOf(name: string): string {
  const bytes = Buffer.from(path.basename(name).replaceAll('\0', ''))
  // A cut within a character leaves replacement characters at the front.
  const base = bytes
    .subarray(-maxNameBytes)
    .toString()
    .replace(/^\ufffd+/, '')
  return ['', '.', '..'].includes(base) ? 'unnamed' : base
}

function admit(response: ServerResponse, given: string, token: string): void {
  if (!isSame(given, token)) return end(response, 403, 'Refused: wrong token. Open the address that was printed at the start.')
  response.writeHead(303, { Location: '/', 'Set-Cookie': `${cookieName}=${token}; HttpOnly; SameSite=Strict; Path=/` }).end()
}

function setHeaders(response: ServerResponse, host: string): void {
  response.setHeader('Content-Security-Policy', contentSecurityPolicy({ media: "'self'", connect: `'self' ws://${host}` }))
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('Referrer-Policy', 'no-referrer')
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
}

function end(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(text)
}

function json(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value))
}
