import canonicalize from 'canonicalize'
import { createHash } from 'node:crypto'
import type { LedgerEntry } from '#shared/model/ledger'

/** What the first entry names as the one before it. */
export const genesisHash = '0'.repeat(64)

/** SHA-256 of an entry without its own hash, in the canonical JSON of RFC 8785. It covers the hash of the entry before. */
export function hashEntry(entry: Omit<LedgerEntry, 'hash'>): string {
  return sha256OfJson(entry)
}

/** SHA-256, in hexadecimal, of the canonical text of any JSON. */
export function sha256OfJson(value: unknown): string {
  return createHash('sha256').update(canonicalText(value)).digest('hex')
}

/** Canonical JSON (RFC 8785): the same content gives the same text. */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('Only JSON has a canonical text.')
  return text
}
