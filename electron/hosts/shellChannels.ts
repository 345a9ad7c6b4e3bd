/** Every channel between a window, its preload script and the main process. There are no others. */
export const shellChannels = {
  connect: 'countersign:connect',
  port: 'countersign:port',
  coreRestarted: 'countersign:core-restarted',
  pickFiles: 'countersign:pick-files',
  findInFolder: 'countersign:find-in-folder',
  grantPaths: 'countersign:grant-paths',
  takePendingGrants: 'countersign:take-pending-grants',
  openExport: 'countersign:open-export',
  showMenu: 'countersign:show-menu',
  command: 'countersign:command',
  openReports: 'countersign:open-reports',
  closeReports: 'countersign:close-reports',
  reportsMoved: 'countersign:reports-moved',
  reportsClosed: 'countersign:reports-closed'
} as const
