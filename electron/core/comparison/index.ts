export { createAbsenceHandlers } from './createAbsenceHandlers'
export { createDifferenceHandlers } from './createDifferenceHandlers'
export { createLinkHandlers } from './createLinkHandlers'
