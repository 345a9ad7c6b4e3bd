import { entityKinds } from '#shared/model/entities'
import type { LedgerVerdict } from '#shared/model/ledger'
import { englishOf } from '#shared/messages/messagesOf'
import type { ReadableStore } from '../storage'
import { canonicalText, genesisHash, sha256OfJson } from './hashEntry'

const verdict = englishOf('verdicts')

const batchSize = 500
const maxProblems = 100

/**
 * Checks the whole ledger: each entry's hash, its link to the one before, the count, and that every
 * record on disk is what its last entry says. Entries and records are taken as they were written, so that what an older version
 * sealed holds.
 */
export async function verifyLedger(store: ReadableStore): Promise<LedgerVerdict> {
  const problems: LedgerVerdict['problems'] = []
  let previousHash = genesisHash
  let sequence = 0

  /** Checks the entries up to the newest, and hands on what each leaves a record as. */
  async function readOn(onRecord: (key: string, content: string) => void): Promise<void> {
    for (;;) {
      const batch = await store.entriesAsWritten(sequence, batchSize)
      if (batch.length === 0) return
      for (const entry of batch) {
        const { hash, ...unsealed } = entry
        if (entry.sequence !== sequence + 1)
          problems.push({ sequence: entry.sequence, what: verdict('entriesMissing', { first: sequence + 1, last: entry.sequence - 1 }) })
        if (entry.previousHash !== previousHash) problems.push({ sequence: entry.sequence, what: verdict('notFollowing') })
        if (sha256OfJson(unsealed) !== hash) problems.push({ sequence: entry.sequence, what: verdict('notAsSealed') })
        for (const change of entry.changes) onRecord(`${change.entity} ${change.after.id}`, canonicalText(change.after))
        previousHash = hash
        sequence = entry.sequence
      }
    }
  }

  const lastContent = new Map<string, string>()
  await readOn((key, content) => lastContent.set(key, content))
  const onDisk = new Map<string, string>()
  for (const entity of entityKinds) {
    for (const record of await store.recordsAsWritten(entity)) onDisk.set(`${entity} ${record.id}`, canonicalText(record))
  }
  // People go on working meanwhile: a record written since the first reading may be as it was before or after.
  const writtenSince = new Set<string>()
  await readOn((key) => writtenSince.add(key))
  for (const [key, content] of onDisk) {
    if (!writtenSince.has(key) && lastContent.get(key) !== content)
      problems.push({ sequence: null, what: verdict('recordDiffers', { record: key }) })
  }
  for (const key of lastContent.keys()) {
    if (!writtenSince.has(key) && !onDisk.has(key)) problems.push({ sequence: null, what: verdict('recordMissing', { record: key }) })
  }
  return { isIntact: problems.length === 0, entryCount: sequence, lastHash: previousHash, problems: problems.slice(0, maxProblems) }
}
