import { RPCLink } from '@orpc/client/websocket'
import { z } from 'zod'
import { grantSchema } from '#shared/rpc/hostContract'
import { onCoreRestarted } from './coreRestarts'
import type { HostEvents } from './hostEvents'
import { pickFilesInPage, pickFolderInPage } from './pickFilesInPage'
import { serverAnswer } from './serverAnswer'
import type { Shell } from './shell'
import { uploadFiles } from './uploadFiles'

const firstDelayMs = 400
const longestDelayMs = 5000

/** Opens a WebSocket to the server that served this page, and again with growing pauses whenever it closes. */
export function connectThroughWebSocket(events: HostEvents): Shell {
  openSocket(events, firstDelayMs)
  return {
    host: 'browser',
    pickFiles: async (kind) => uploadFiles(await pickFilesInPage(kind)),
    findInFolder: async (sizeBytes) => {
      const files = await pickFolderInPage()
      return files === null ? null : uploadFiles(files.filter((file) => file.size === sizeBytes))
    },
    grantDropped: uploadFiles,
    takePendingGrants: async () => z.array(grantSchema).parse(await serverAnswer(await fetch('/pending'))),
    mediaUrl: (mediaId) => `/media/${mediaId}`,
    openExport: (mediaId) => {
      const anchor = document.createElement('a')
      anchor.href = `/media/${mediaId}?download=1`
      anchor.download = ''
      anchor.click()
      return Promise.resolve()
    },
    showMenu: () => undefined,
    onCommand: () => () => undefined,
    // The page's policy lets no other window be opened from it, not even of its own origin.
    reportsWindow: null,
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
