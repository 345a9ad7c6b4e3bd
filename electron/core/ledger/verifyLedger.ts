import { entityKinds } from '#shared/model/entities'
import type { LedgerVerdict } from '#shared/model/ledger'
import type { ReadableStore } from '../storage'
import { canonicalText, genesisHash, sha256OfJson } from './hashEntry'

const batchSize = 500
const maxProblems = 100

/**
 * Checks the whole ledger: each entry's hash, its link to the one before, the count, and that every
 * record on disk is what its last entry says. Entries and records are taken as they were written, so that what an older version
 * sealed holds.
 */
export async function verifyLedger(store: ReadableStore): Promise<LedgerVerdict> {
  const problems: LedgerVerdict['problems'] = []
  const lastContent = new Map<string, string>()
  let previousHash = genesisHash
  let sequence = 0
  for (;;) {
    const batch = await store.entriesAsWritten(sequence, batchSize)
    if (batch.length === 0) break
    for (const entry of batch) {
      const { hash, ...unsealed } = entry
      if (entry.sequence !== sequence + 1)
        problems.push({ sequence: entry.sequence, what: `Entries ${sequence + 1} to ${entry.sequence - 1} are missing.` })
      if (entry.previousHash !== previousHash) problems.push({ sequence: entry.sequence, what: 'It does not follow the entry before it.' })
      if (sha256OfJson(unsealed) !== hash) problems.push({ sequence: entry.sequence, what: 'Its content is not what was sealed.' })
      for (const change of entry.changes) lastContent.set(`${change.entity} ${change.after.id}`, canonicalText(change.after))
      previousHash = hash
      sequence = entry.sequence
    }
  }
  const seen = new Set<string>()
  for (const entity of entityKinds) {
    for (const record of await store.recordsAsWritten(entity)) {
      const key = `${entity} ${record.id}`
      seen.add(key)
      if (lastContent.get(key) !== canonicalText(record))
        problems.push({ sequence: null, what: `Record ${key} is not what the ledger says.` })
    }
  }
  for (const key of lastContent.keys()) if (!seen.has(key)) problems.push({ sequence: null, what: `Record ${key} is missing.` })
  return { isIntact: problems.length === 0, entryCount: sequence, lastHash: previousHash, problems: problems.slice(0, maxProblems) }
}
