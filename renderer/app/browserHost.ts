import { RPCLink } from '@orpc/client/websocket'
import { z } from 'zod'
import { grantSchema, type Grant } from '#shared/rpc/hostContract'
import { ProblemError, problemSchema } from '#shared/rpc/problem'
import { onCoreRestarted } from './coreRestarts'
import type { HostEvents } from './hostEvents'
import { pickFilesInPage, pickFolderInPage } from './pickFilesInPage'
import type { Shell } from './shell'

const firstDelayMs = 400
const longestDelayMs = 5000

/** Opens a WebSocket to the server that served this page, and again with growing pauses whenever it closes. */
export function connectThroughWebSocket(events: HostEvents): Shell {
  openSocket(events, firstDelayMs)
  return {
    host: 'browser',
    pickFiles: async (kind) => uploadAll(await pickFilesInPage(kind)),
    findInFolder: async (sizeBytes) => {
      const files = await pickFolderInPage()
      return files === null ? null : uploadAll(files.filter((file) => file.size === sizeBytes))
    },
    grantDropped: uploadAll,
    takePendingGrants: async () => z.array(grantSchema).parse(await (await request('/pending', { method: 'GET' })).json()),
    mediaUrl: (mediaId) => `/media/${mediaId}`,
    openExport: (mediaId) => {
      const anchor = document.createElement('a')
      anchor.href = `/media/${mediaId}?download=1`
      anchor.download = ''
      anchor.click()
      return Promise.resolve()
    },
    onCoreRestarted
  }
}

function openSocket(events: HostEvents, delayMs: number): void {
  const socket = new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/rpc`)
  // As array buffers, because reading a Blob takes a turn of its own and messages would overtake each other.
  socket.binaryType = 'arraybuffer'
  const link = new RPCLink({ websocket: socket })
  let wasOpen = false
  socket.addEventListener('open', () => {
    wasOpen = true
    events.onOpen(link)
  })
  socket.addEventListener('close', () => {
    events.onLost()
    const nextMs = wasOpen ? firstDelayMs : Math.min(delayMs * 2, longestDelayMs)
    setTimeout(() => openSocket(events, nextMs), nextMs)
  })
}

async function uploadAll(files: readonly File[]): Promise<Grant[]> {
  const grants: Grant[] = []
  // One after the other: two large files at once would only fight for the same disk.
  for (const file of files) {
    const answer = await request(`/upload?name=${encodeURIComponent(file.name)}`, { method: 'PUT', body: file })
    grants.push(grantSchema.parse(await answer.json()))
  }
  return grants
}

async function request(address: string, init: RequestInit): Promise<Response> {
  const answer = await fetch(address, { ...init, credentials: 'same-origin' })
  if (answer.ok) return answer
  const parsed = problemSchema.safeParse(await answer.json().catch(() => null))
  if (parsed.success) {
    const { code, what, todo, kept } = parsed.data
    throw new ProblemError(code, what, todo, { kept })
  }
  throw new ProblemError(
    'internal',
    `The server refused the request (${answer.status}).`,
    'Open the address again that the terminal printed.'
  )
}
