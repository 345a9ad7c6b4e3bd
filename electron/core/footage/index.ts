export { contentTypeOf } from './contentTypes'
export { createFootageHandlers } from './createFootageHandlers'
export { createGrants, type Grants } from './grants'
export { hashFile, statFile } from './hashFile'
