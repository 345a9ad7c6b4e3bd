import type { WindowBounds } from '#shared/model/desk'
import type { MediaId } from '#shared/model/ids'
import type { ReportsWindowRequest } from '#shared/rpc/reportsWindowRequest'
import type { WindowMenu } from '#shared/rpc/windowMenu'
import type { Grant } from '#shared/rpc/hostContract'

/** A second window, for another monitor. */
export interface ReportsWindow {
  open: (wanted: ReportsWindowRequest) => Promise<void>
  close: () => Promise<void>
  /** Called with where it stands now, whenever it was moved or made larger or smaller. */
  onMoved: (listener: (bounds: WindowBounds) => void) => () => void
  /** Called when it was closed, by whomever; not when the whole app ends. */
  onClosed: (listener: () => void) => () => void
}

/** The small, closed set of things that a window asks of its host; everything else goes through the contract. */
export interface Shell {
  host: 'electron' | 'browser'
  /** Lets the person choose files; answers with grants, never with paths. Empty when cancelled. */
  pickFiles: (kind: 'footage' | 'report') => Promise<Grant[]>
  /** Lets the person choose a folder; answers with the files of exactly that size in it and the folders in it, or null when cancelled. */
  findInFolder: (sizeBytes: number) => Promise<Grant[] | null>
  /** Turns dropped files into grants. */
  grantDropped: (files: File[]) => Promise<Grant[]>
  /** Files named on the command line that no case has loaded yet; a second call answers with none. */
  takePendingGrants: () => Promise<Grant[]>
  /** Address from which the host serves a media id, with Range support. */
  mediaUrl: (mediaId: MediaId) => string
  /** Opens or saves an exported file. */
  openExport: (mediaId: MediaId) => Promise<void>
  /** Shows commands in the application's menu, where the host has one. */
  showMenu: (menu: WindowMenu) => void
  /** Called with the id of a command that was chosen from that menu. Answers with how to stop that. */
  onCommand: (listener: (commandId: string) => void) => () => void
  /** The window that shows the reports alone; null where the host has one window only. */
  reportsWindow: ReportsWindow | null
  /** Called when the core went away and came back; every subscription must be made anew. */
  onCoreRestarted: (listener: () => void) => () => void
}
