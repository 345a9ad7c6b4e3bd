export { createExportHandlers } from './createExportHandlers'
