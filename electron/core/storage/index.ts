export { openStore } from './openStore'
export { schemaVersion } from './migrate'
export type { SearchPlanner } from './searchIndex'
export type { FoundEntry, LedgerHead, MediaLocation, ReadableStore, SearchEntry, Store, WritableStore } from './store'
