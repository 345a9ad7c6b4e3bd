import type { EntityKind, EntityOf } from '#shared/model/entities'
import type { User } from '#shared/model/ledger'
import { ProblemError, problemWords } from '#shared/rpc/problem'
import type { ReadableStore } from '../storage'

/** Reads a record that must be there and not withdrawn. Throws `not_found` and `already_withdrawn`. */
export async function requireActive<Kind extends EntityKind>(read: ReadableStore, entity: Kind, id: string): Promise<EntityOf<Kind>> {
  const record = await read.get(entity, id)
  if (record === null) {
    throw new ProblemError('not_found', problemWords('noSuchRecord', { entity }), { subjectId: id })
  }
  if (record.withdrawn !== null) {
    throw new ProblemError('already_withdrawn', problemWords('recordWithdrawn', { entity }), { subjectId: id })
  }
  return record
}

/** The fields that every new record has. */
export function bornFields(by: User, now: Date) {
  const at = now.toISOString()
  return { createdAt: at, createdBy: by.id, updatedAt: at, updatedBy: by.id, withdrawn: null }
}

/** The fields that every changed record has. */
export function touchedFields(by: User, now: Date) {
  return { updatedAt: now.toISOString(), updatedBy: by.id }
}

/** The fields of a record that is taken back. */
export function withdrawnFields(by: User, now: Date, reason: string) {
  return { ...touchedFields(by, now), withdrawn: { at: now.toISOString(), by: by.id, reason } }
}
