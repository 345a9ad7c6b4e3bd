export { createCaseHandlers } from './createCaseHandlers'
export { createPeopleHandlers } from './createPeopleHandlers'
export { createTagHandlers } from './createTagHandlers'
export { readCaseRecords } from './readCaseRecords'
