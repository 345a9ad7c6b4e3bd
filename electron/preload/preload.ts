// Hands the window its port to the core, and a small, closed set of things that only the shell can do.
import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { shellChannels } from '../hosts/shellChannels'

const grantPaths = (paths: string[]): Promise<unknown> => ipcRenderer.invoke(shellChannels.grantPaths, paths)

/** Hands on what arrives on one channel, and never the event itself. */
function listen(channel: string, listener: (message: unknown) => void): () => void {
  const onMessage = (_event: unknown, message: unknown) => listener(message)
  ipcRenderer.on(channel, onMessage)
  return () => ipcRenderer.removeListener(channel, onMessage)
}

contextBridge.exposeInMainWorld('countersignShell', {
  host: 'electron',
  pickFiles: (kind: unknown): Promise<unknown> => ipcRenderer.invoke(shellChannels.pickFiles, kind),
  findInFolder: (sizeBytes: unknown): Promise<unknown> => ipcRenderer.invoke(shellChannels.findInFolder, sizeBytes),
  // A page cannot make up the path of a file: only a file that a person dropped has one.
  grantDropped: (files: File[]): Promise<unknown> =>
    grantPaths(files.map((file) => webUtils.getPathForFile(file)).filter((path) => path !== '')),
  takePendingGrants: (): Promise<unknown> => ipcRenderer.invoke(shellChannels.takePendingGrants),
  openExport: (mediaId: unknown): Promise<unknown> => ipcRenderer.invoke(shellChannels.openExport, mediaId),
  showMenu: (menu: unknown): Promise<unknown> => ipcRenderer.invoke(shellChannels.showMenu, menu),
  openReports: (wanted: unknown): Promise<unknown> => ipcRenderer.invoke(shellChannels.openReports, wanted),
  closeReports: (): Promise<unknown> => ipcRenderer.invoke(shellChannels.closeReports),
  onCommand: (listener: (commandId: unknown) => void): (() => void) => listen(shellChannels.command, listener),
  onReportsMoved: (listener: (bounds: unknown) => void): (() => void) => listen(shellChannels.reportsMoved, listener),
  onReportsClosed: (listener: () => void): (() => void) => listen(shellChannels.reportsClosed, () => listener()),
  onCoreRestarted: (listener: () => void): (() => void) => listen(shellChannels.coreRestarted, () => listener())
})

window.addEventListener('message', (event) => {
  if (event.source === window && event.data === shellChannels.connect) ipcRenderer.send(shellChannels.connect)
})

ipcRenderer.on(shellChannels.port, (event) => {
  window.postMessage(shellChannels.port, '*', event.ports)
})
