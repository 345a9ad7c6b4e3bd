// Runs as a worker, since it looks several times a millisecond: tells when the next tag is on the disk, in milliseconds since 1970.
import Database from 'better-sqlite3'
import { watch } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'

const betweenLooksMs = 0.1
const mostMs = 30_000

const file = String(workerData)
const database = new Database(file, { readonly: true })
const last = database.prepare<[], number>('SELECT max(sequence) FROM ledger').pluck().get() ?? 0
const written = database.prepare<[number], number>("SELECT 1 FROM ledger WHERE sequence > ? AND action = 'tags.create'").pluck()
const still = new Int32Array(new SharedArrayBuffer(4))
// Nothing is looked at before the log begins to be written: until then the processor is the app's own.
const watcher = watch(`${file}-wal`)
const beginning = new Promise((resolve) => watcher.once('change', resolve))
parentPort?.postMessage('looking')
const untilMs = performance.now() + mostMs
await Promise.race([beginning, new Promise((resolve) => setTimeout(resolve, mostMs))])
watcher.close()
let atMs: number | null = null
while (atMs === null && performance.now() < untilMs) {
  if (written.get(last) === 1) atMs = performance.timeOrigin + performance.now()
  else Atomics.wait(still, 0, 0, betweenLooksMs)
}
database.close()
parentPort?.postMessage(atMs)
// The race may have left its clock running.
process.exit()
