import { protocol } from 'electron'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { contentSecurityPolicy } from '../hosts/contentSecurityPolicy'
import { locateMedia } from '../hosts/locateMedia'
import { planMediaResponse } from '../hosts/mediaResponse'
import type { HostClient } from '../hosts/runningCore'

/** Where the window's own files are served from: an origin of its own, so that the policy's 'self' means the app. */
export const appOrigin = 'app://countersign'

/** Whether an address is one of the window's own. Node gives schemes of one's own no origin, so scheme and host are compared. */
export function isAppUrl(address: string): boolean {
  const { protocol: scheme, host } = new URL(address)
  return `${scheme}//${host}` === appOrigin
}

/** Must run before Electron is ready. */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    { scheme: 'media', privileges: { standard: true, secure: true, stream: true, supportFetchAPI: true, corsEnabled: true } }
  ])
}

/** Serves the built renderer, and media by opaque id; nothing else has an address. */
export function serveProtocols(rendererFolder: string, host: () => Promise<HostClient>): void {
  protocol.handle('app', (request) => serveApp(rendererFolder, new URL(request.url)))
  protocol.handle('media', (request) => serveMedia(request, host))
}

async function serveApp(rendererFolder: string, url: URL): Promise<Response> {
  const named = decodedPath(url)
  if (named === null) return nothingHere()
  const file = path.resolve(rendererFolder, `.${named === '/' ? '/index.html' : named}`)
  const inside = path.relative(rendererFolder, file)
  const contentType = contentTypes[path.extname(file)]
  if (url.host !== 'countersign' || inside.startsWith('..') || path.isAbsolute(inside) || contentType === undefined) return nothingHere()
  // Read here and not through Chromium's network service, which a window can start before.
  const bytes = await readFile(file).catch(() => null)
  if (bytes === null) return nothingHere()
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': contentType,
      'Content-Security-Policy': contentSecurityPolicy({ media: 'media:', connect: "'self' media:" }),
      'X-Content-Type-Options': 'nosniff'
    }
  })
}

/** The path that an address names, or null where its percent signs stand for nothing. */
function decodedPath(url: URL): string | null {
  try {
    return decodeURIComponent(url.pathname)
  } catch {
    return null
  }
}

function nothingHere(): Response {
  return new Response('There is nothing here.', { status: 404 })
}

/** The kinds of file that the renderer is built into. */
const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  // What pdf.js draws with: character maps, and fonts that a report names without holding them.
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2'
}

/** The window reads the bytes of a report to draw its pages; to it alone media is another origin that lets itself be read. */
const readableByApp = { 'Access-Control-Allow-Origin': appOrigin }

async function serveMedia(request: Request, host: () => Promise<HostClient>): Promise<Response> {
  const url = new URL(request.url)
  if (url.host !== 'local') return nothingHere()
  const file = await locateMedia(host, url.pathname.slice(1))
  if ('refusal' in file) return new Response(file.refusal, { status: file.status, headers: readableByApp })
  const plan = planMediaResponse(file, request.headers.get('range'), false)
  const stream = plan.bytes === null ? null : createReadStream(file.path, plan.bytes)
  // A player that seeks drops the stream before; only the file is closed then.
  request.signal.addEventListener('abort', () => stream?.destroy())
  return new Response(stream === null ? null : toWebStream(stream), { status: plan.status, headers: { ...plan.headers, ...readableByApp } })
}

function toWebStream(stream: Readable): ReadableStream<Uint8Array> {
  const chunks = stream[Symbol.asyncIterator]()
  return new ReadableStream({
    pull: async (controller) => {
      const next: IteratorResult<unknown> = await chunks.next().catch(() => ({ done: true as const, value: undefined }))
      if (next.done === true) controller.close()
      else if (next.value instanceof Uint8Array) controller.enqueue(next.value)
    },
    cancel: () => void stream.destroy()
  })
}
