import { findUndoSteps } from '#shared/domain/undo'
import { changeSchema, type Change, type EntityKind, type EntityOf } from '#shared/model/entities'
import type { CaseId } from '#shared/model/ids'
import type { LedgerEntry, LedgerLine, User } from '#shared/model/ledger'
import type { CoreEvent } from '#shared/rpc/events'
import { ProblemError, problemWords } from '#shared/rpc/problem'
import { readBack } from '#shared/messages/readBack'
import { englishOf } from '#shared/messages/messagesOf'
import type { LedgerHead, ReadableStore, Store, WritableStore } from '../storage'
import { genesisHash, hashEntry } from './hashEntry'
import { requireActive, withdrawnFields } from './records'
import { contentOf, planRedoOf, planUndoOf } from './planReversal'

const inLedger = englishOf('labels')

/** What a gesture changes, in which case, what it is called in words, and what its caller gets. */
export interface GesturePlan<Result> {
  caseId: CaseId | null
  changes: Change[]
  label: string
  /** The entry that this one undoes or redoes. */
  targetSequence?: number
  result: Result
}

/** One gesture of one user. */
export interface Gesture<Result> {
  actor: User
  /** The contract method, e.g. `tags.create`. */
  action: string
  /** Reads what it needs and plans; called inside the transaction, so that what it read still holds when it is written. */
  plan: (read: ReadableStore) => Promise<GesturePlan<Result>>
  kind?: LedgerEntry['kind']
}

/** An entry that is on disk, and what the gesture's plan answered with. */
export interface Written<Result> {
  entry: LedgerEntry
  result: Result
}

/** One record that is taken back. */
export interface Withdrawal<Kind extends EntityKind> {
  actor: User
  /** The contract method, e.g. `tags.withdraw`. */
  action: string
  entity: Kind
  id: string
  reason: string
  labelOf: (record: EntityOf<Kind>) => string
}

/** The one way to write: every change of a record goes through here, and is in the record of changes with it. */
export interface Ledger {
  /** Changes the rows and appends the entry in one transaction; on disk when it answers. */
  write: <Result>(gesture: Gesture<Result>) => Promise<Written<Result>>
  /** Takes a record back. Throws `not_found` and `already_withdrawn`. */
  withdraw: <Kind extends EntityKind>(withdrawal: Withdrawal<Kind>) => Promise<EntityOf<Kind>>
  undo: (actor: User, caseId: CaseId) => Promise<LedgerEntry>
  redo: (actor: User, caseId: CaseId) => Promise<LedgerEntry>
  /** What undo and redo would do now, in words. */
  reversible: (actor: User, caseId: CaseId) => Promise<{ undoLabel: string | null; redoLabel: string | null }>
}

/** A case is made and withdrawn on purpose, and where a source file lies is a fact: no key takes these back. */
const notUndoable = new Set(['cases.create', 'cases.withdraw', 'footage.relink'])

async function* undoableOf(heads: AsyncIterable<LedgerHead>): AsyncIterable<LedgerHead> {
  for await (const head of heads) if (!notUndoable.has(head.action)) yield head
}

/** Makes the ledger of a store. `emit` is called after each commit, in order. */
export function createLedger(store: Store, now: () => Date, emit: (event: CoreEvent) => void): Ledger {
  async function write<Result>(gesture: Gesture<Result>): Promise<Written<Result>> {
    const written = await store.transaction((transaction) => append(transaction, gesture, now().toISOString()))
    const { entry } = written
    const labels = entry.caseId === null ? { undoLabel: null, redoLabel: null } : await reversible(gesture.actor, entry.caseId)
    emit({ type: 'changed', sequence: entry.sequence, caseId: entry.caseId, changes: entry.changes, ...labels })
    return written
  }

  async function withdraw<Kind extends EntityKind>(withdrawal: Withdrawal<Kind>): Promise<EntityOf<Kind>> {
    const { actor, action, entity, id, reason, labelOf } = withdrawal
    const { result } = await write({
      actor,
      action,
      plan: async (read) => {
        const before = await requireActive(read, entity, id)
        const after = { ...before, ...withdrawnFields(actor, now(), reason) }
        const change = changeSchema.parse({ entity, before, after })
        const caseId = change.entity === 'case' ? change.after.id : change.after.caseId
        return { caseId, changes: [change], label: labelOf(after), result: after }
      }
    })
    return result
  }

  function planOf(read: ReadableStore, actor: User, caseId: CaseId) {
    return findUndoSteps(undoableOf(read.gesturesBack(caseId, actor.id)))
  }

  async function reversible(actor: User, caseId: CaseId) {
    const { undo, redo } = await planOf(store, actor, caseId)
    return { undoLabel: undo?.label ?? null, redoLabel: redo?.label ?? null }
  }

  async function reverse(actor: User, caseId: CaseId, kind: 'undo' | 'redo'): Promise<LedgerEntry> {
    const { entry } = await write({
      actor,
      kind,
      action: `ledger.${kind}`,
      plan: async (read) => {
        const step = (await planOf(read, actor, caseId))[kind]
        const target = step === null ? null : await read.entry(step.sequence)
        if (target === null) throw new ProblemError('nothing_to_undo', problemWords('nothingToReverse', { kind }))
        const at = now().toISOString()
        const changes: Change[] = []
        for (const change of target.changes) {
          const current = await read.get(change.entity, change.after.id)
          const undone = planUndoOf(change, at, actor.id)
          if (current === null || !isExpected(kind, current, change, undone)) throw changedSince(target)
          changes.push(kind === 'undo' ? { ...undone } : planRedoOf(change, current, at, actor.id))
        }
        const label = inLedger(kind, { label: target.label })
        return { caseId, changes, label, targetSequence: target.sequence, result: null }
      }
    })
    return entry
  }

  return {
    write,
    withdraw,
    undo: (actor, caseId) => reverse(actor, caseId, 'undo'),
    redo: (actor, caseId) => reverse(actor, caseId, 'redo'),
    reversible
  }
}

/** Before an undo the record must be as the change left it; before a redo, as the undo left it. */
function isExpected(kind: 'undo' | 'redo', current: Change['after'], change: Change, undone: Change): boolean {
  if (kind === 'undo') return contentOf(current) === contentOf(change.after)
  if (change.before === null) return current.withdrawn !== null && contentOf({ ...current, withdrawn: null }) === contentOf(change.after)
  return contentOf(current) === contentOf(undone.after)
}

function changedSince(target: LedgerEntry): ProblemError {
  return new ProblemError('undo_conflict', problemWords('changedSince', { label: readBack('labels', target.label) ?? target.label }))
}

async function append<Result>(store: WritableStore, gesture: Gesture<Result>, at: string): Promise<Written<Result>> {
  const { caseId, changes: planned, label, targetSequence = null, result } = await gesture.plan(store)
  // What is sealed is exactly what the model knows: a field that slipped in would not survive the next reading.
  const changes = planned.map((change) => changeSchema.parse(change))
  for (const change of changes) await store.put(change.entity, change.after, change.before === null)
  const last = await store.lastEntry()
  const unsealed = {
    sequence: (last?.sequence ?? 0) + 1,
    at,
    actorId: gesture.actor.id,
    actorName: gesture.actor.name,
    kind: gesture.kind ?? ('do' as const),
    action: gesture.action,
    label,
    caseId,
    targetSequence,
    changes,
    previousHash: last?.hash ?? genesisHash
  }
  const entry = { ...unsealed, hash: hashEntry(unsealed) }
  await store.append(entry)
  return { entry, result }
}

const mostRecordsTold = 50

/** The line that lists show of an entry. */
export function lineOf(entry: LedgerEntry, isUndone: boolean): LedgerLine {
  const { sequence, at, actorId, actorName, kind, action, label, caseId, targetSequence, previousHash, hash, changes } = entry
  const subjectId = changes.length === 1 ? (changes[0]?.after.id ?? null) : null
  const recordIds = changes.slice(0, mostRecordsTold).map(({ after }) => after.id)
  return {
    sequence,
    at,
    actorId,
    actorName,
    kind,
    action,
    label,
    caseId,
    targetSequence,
    previousHash,
    hash,
    isUndone,
    subjectId,
    recordIds
  }
}
