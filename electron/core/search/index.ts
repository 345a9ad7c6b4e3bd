export { createSearchHandlers } from './createSearchHandlers'
export { createSearchPlanner } from './planSearchEntries'
