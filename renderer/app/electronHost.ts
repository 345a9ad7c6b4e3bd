import { RPCLink } from '@orpc/client/message-port'
import type { Grant } from '#shared/rpc/hostContract'
import type { WindowBounds } from '#shared/model/desk'
import type { ReportsWindowRequest } from '#shared/rpc/reportsWindowRequest'
import type { WindowMenu } from '#shared/rpc/windowMenu'
import type { MediaId } from '#shared/model/ids'
import { onCoreRestarted } from './coreRestarts'
import type { HostEvents } from './hostEvents'
import type { Shell } from './shell'

/** What the preload script puts on the window; nothing else of Electron reaches it. */
export interface ShellBridge {
  host: 'electron'
  pickFiles: (kind: 'footage' | 'report') => Promise<Grant[]>
  findInFolder: (sizeBytes: number) => Promise<Grant[] | null>
  grantDropped: (files: File[]) => Promise<Grant[]>
  takePendingGrants: () => Promise<Grant[]>
  openExport: (mediaId: MediaId) => Promise<void>
  showMenu: (menu: WindowMenu) => Promise<void>
  openReports: (wanted: ReportsWindowRequest) => Promise<void>
  closeReports: () => Promise<void>
  onCommand: (listener: (commandId: string) => void) => () => void
  onReportsMoved: (listener: (bounds: WindowBounds) => void) => () => void
  onReportsClosed: (listener: () => void) => () => void
  onCoreRestarted: (listener: () => void) => () => void
}

declare global {
  interface Window {
    countersignShell?: ShellBridge
  }
}

/** Asks the preload script for a port to the core, and again whenever the core was started again. */
export function connectThroughPort(bridge: ShellBridge, events: HostEvents): Shell {
  let port: MessagePort | null = null
  const ask = () => window.postMessage('countersign:connect', '*')

  window.addEventListener('message', (event) => {
    const [next] = event.ports
    if (event.source !== window || event.data !== 'countersign:port' || next === undefined) return
    const previous = port
    port = next
    if (previous !== null) {
      // The calls under way on the old port would wait for ever; its close event makes them fail.
      previous.dispatchEvent(new Event('close'))
      previous.close()
    }
    next.addEventListener('close', () => {
      if (port !== next) return
      port = null
      events.onLost()
    })
    const link = new RPCLink({ port: next })
    next.start()
    events.onOpen(link)
  })
  bridge.onCoreRestarted(ask)
  ask()

  return {
    host: 'electron',
    pickFiles: (kind) => bridge.pickFiles(kind),
    findInFolder: (sizeBytes) => bridge.findInFolder(sizeBytes),
    grantDropped: (files) => bridge.grantDropped(files),
    takePendingGrants: () => bridge.takePendingGrants(),
    mediaUrl: (mediaId) => `media://local/${mediaId}`,
    openExport: (mediaId) => bridge.openExport(mediaId),
    // Nothing waits for a menu, and the next one says all that this one said.
    showMenu: (menu) => void bridge.showMenu(menu).catch(() => undefined),
    onCommand: (listener) => bridge.onCommand(listener),
    reportsWindow: {
      open: (wanted) => bridge.openReports(wanted),
      close: () => bridge.closeReports(),
      onMoved: (listener) => bridge.onReportsMoved(listener),
      onClosed: (listener) => bridge.onReportsClosed(listener)
    },
    onCoreRestarted
  }
}
