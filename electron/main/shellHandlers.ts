import { BrowserWindow, dialog, ipcMain, type IpcMainEvent, type IpcMainInvokeEvent } from 'electron'
import { copyFile } from 'node:fs/promises'
import { z } from 'zod'
import { messagesOf } from '#shared/messages/messagesOf'
import { mediaIdSchema } from '#shared/model/ids'
import { reportsWindowRequestSchema } from '#shared/rpc/reportsWindowRequest'
import { windowMenuSchema } from '#shared/rpc/windowMenu'
import type { FileGrants } from '../hosts/fileGrants'
import { shellChannels } from '../hosts/shellChannels'
import type { Supervisor } from '../hosts/supervisor'
import { takeMenu } from './applicationMenu'
import type { ElectronCore } from './electronCore'
import { isAppUrl } from './protocols'
import { closeReportsWindow, openReportsWindow } from './windows'

const say = messagesOf('app')

/** What can be chosen, named in the language of the window that asks. */
const filtersOf = () => ({
  footage: [
    {
      name: say('footageFiles'),
      extensions: ['mp4', 'm4v', 'mov', 'mkv', 'webm', 'avi', 'ts', 'mts', 'm2ts', 'mpg', 'mpeg', 'wmv', 'asf', 'flv', '3gp', 'ogv', 'ogg']
    },
    { name: say('allFiles'), extensions: ['*'] }
  ],
  report: [
    { name: say('reportFiles'), extensions: ['pdf', 'docx', 'rtf', 'txt', 'html', 'htm', 'eml'] },
    { name: say('allFiles'), extensions: ['*'] }
  ]
})

/** Answers a window's few requests to the shell. Each is taken from the main frame of a window of ours only. */
export function handleShell(supervisor: Supervisor<ElectronCore>, grants: FileGrants): void {
  ipcMain.on(shellChannels.connect, (event) => {
    if (isOurs(event)) void sendPort(event.sender, supervisor)
  })
  handle(shellChannels.pickFiles, z.enum(['footage', 'report']), async (kind, window) => {
    const chosen = await dialog.showOpenDialog(window, { properties: ['openFile', 'multiSelections'], filters: filtersOf()[kind] })
    return grants.grant(chosen.canceled ? [] : chosen.filePaths)
  })
  handle(shellChannels.findInFolder, z.number().int().positive(), async (sizeBytes, window) => {
    const chosen = await dialog.showOpenDialog(window, { properties: ['openDirectory'] })
    const [folder] = chosen.filePaths
    return chosen.canceled || folder === undefined ? null : (await supervisor.current()).host.grantFilesIn({ folder, sizeBytes })
  })
  handle(shellChannels.grantPaths, z.array(z.string()).max(1000), (paths) => grants.grant(paths))
  handle(shellChannels.takePendingGrants, z.undefined(), () => grants.takePending())
  handle(shellChannels.showMenu, windowMenuSchema, async (menu, window) => takeMenu(menu, window))
  handle(shellChannels.openReports, reportsWindowRequestSchema, async (wanted) => openReportsWindow(wanted))
  handle(shellChannels.closeReports, z.undefined(), async () => closeReportsWindow())
  handle(shellChannels.openExport, mediaIdSchema, async (mediaId, window) => {
    const file = await (await supervisor.current()).host.locateMedia({ mediaId })
    const chosen = await dialog.showSaveDialog(window, { defaultPath: file.downloadName })
    if (!chosen.canceled) await copyFile(file.path, chosen.filePath)
  })
}

/** Gives a window its port to the core that runs now. */
export async function sendPort(contents: Electron.WebContents, supervisor: Supervisor<ElectronCore>): Promise<void> {
  const core = await supervisor.current()
  if (!contents.isDestroyed()) contents.postMessage(shellChannels.port, null, [core.openPort()])
}

function handle<Input>(channel: string, schema: z.ZodType<Input>, answer: (input: Input, window: BrowserWindow) => Promise<unknown>): void {
  ipcMain.handle(channel, (event, raw: unknown) => {
    const window = BrowserWindow.fromWebContents(event.sender)
    if (!isOurs(event) || window === null) throw new Error('Refused: not a window of this app.')
    return answer(schema.parse(raw), window)
  })
}

function isOurs(event: IpcMainEvent | IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame
  return frame !== null && frame === event.sender.mainFrame && isAppUrl(frame.url)
}
