export { openStore } from './openStore'
export { schemaVersion } from './migrate'
export type { LedgerHead, MediaLocation, ReadableStore, Store, WritableStore } from './store'
