export { createClipHandlers } from './createClipHandlers'
export { createExportHandlers } from './createExportHandlers'
