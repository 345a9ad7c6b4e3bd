import { z } from 'zod'
import { changeSchema } from './entities'
import { caseIdSchema, userIdSchema } from './ids'
import { instantSchema, nameSchema, sha256Schema } from './primitives'

export const roleSchema = z.enum(['supervisor', 'investigator', 'trainer', 'administrator'])
export type Role = z.infer<typeof roleSchema>

export const userSchema = z.object({ id: userIdSchema, name: nameSchema, roles: z.array(roleSchema) })
export type User = z.infer<typeof userSchema>

/** How an entry came about. Only what was done can be undone; a viewing changes nothing. */
export const entryKindSchema = z.enum(['do', 'undo', 'redo', 'view'])
export type EntryKind = z.infer<typeof entryKindSchema>

/** One line of the append-only, hash-chained record of every change and every viewing. */
export const ledgerEntrySchema = z.object({
  sequence: z.number().int().min(1),
  at: instantSchema,
  actorId: userIdSchema,
  actorName: z.string(),
  kind: entryKindSchema,
  /** What was done, as a contract method, e.g. `tags.create`. */
  action: z.string(),
  /** In words for people, e.g. `Tag force at 00:03:27.3`. */
  label: z.string(),
  caseId: caseIdSchema.nullable(),
  /** The entry that this one undoes or redoes. */
  targetSequence: z.number().int().min(1).nullable(),
  changes: z.array(changeSchema),
  previousHash: sha256Schema,
  hash: sha256Schema
})
export type LedgerEntry = z.infer<typeof ledgerEntrySchema>

/** A ledger entry as a list shows it: without the records themselves. */
export const ledgerLineSchema = ledgerEntrySchema.omit({ changes: true }).extend({
  isUndone: z.boolean(),
  /** The record that it changed, where it is one alone. */
  subjectId: z.string().nullable(),
  /** All records that it changed, the first 50 of very many. */
  recordIds: z.array(z.string()).max(50)
})
export type LedgerLine = z.infer<typeof ledgerLineSchema>

export const ledgerVerdictSchema = z.object({
  isIntact: z.boolean(),
  entryCount: z.number().int().min(0),
  lastHash: sha256Schema,
  /** Sequence number of the first entry that does not verify, with what is wrong; empty when intact. */
  problems: z.array(z.object({ sequence: z.number().int().nullable(), what: z.string() }))
})
export type LedgerVerdict = z.infer<typeof ledgerVerdictSchema>
