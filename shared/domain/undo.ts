import type { LedgerLine } from '../model/ledger'
import { ProblemError, problemWords } from '../rpc/problem'

/** What the plan needs of a ledger line. */
export type UndoEntry = Pick<LedgerLine, 'sequence' | 'kind' | 'targetSequence' | 'label'>

/** A gesture that undo or redo would act on. */
export interface UndoStep {
  sequence: number
  label: string
}

/** What undo and redo would do next, and which gestures are undone now. */
export interface UndoPlan {
  undo: UndoStep | null
  redo: UndoStep | null
  undoneSequences: ReadonlySet<number>
}

/**
 * Reads the ledger lines of one user in one case, oldest first, and says what undo and redo act on. A new gesture clears
 * what could be redone; a viewing changes nothing. Throws `ledger_broken` where an undo names a gesture that is not
 * done, or a redo one that is not undone.
 */
export function planUndo(entries: readonly UndoEntry[]): UndoPlan {
  const done: UndoStep[] = []
  let redoable: UndoStep[] = []
  const undoneSequences = new Set<number>()
  for (const entry of entries) {
    switch (entry.kind) {
      case 'view':
        break
      case 'do':
        done.push({ sequence: entry.sequence, label: entry.label })
        redoable = []
        break
      case 'undo': {
        const step = take(done, entry)
        redoable.push(step)
        undoneSequences.add(step.sequence)
        break
      }
      case 'redo': {
        const step = take(redoable, entry)
        done.push(step)
        undoneSequences.delete(step.sequence)
        break
      }
    }
  }
  return { undo: done.at(-1) ?? null, redo: redoable.at(-1) ?? null, undoneSequences }
}

/**
 * What `planUndo` says undo and redo act on, read from the newest line back and no further than it takes: a person's last
 * gesture is nearly always the answer. Takes a ledger that is sound: a line that cannot be, which `planUndo` refuses, is not seen here.
 */
export async function findUndoSteps(newestFirst: AsyncIterable<UndoEntry>): Promise<Pick<UndoPlan, 'undo' | 'redo'>> {
  // What became of a gesture is told by the newest line that names it.
  const settled = new Set<number>()
  const labels = new Map<number, string>()
  let undo: number | null = null
  let redo: number | null = null
  let isRedoCleared = false
  for await (const { sequence, kind, targetSequence, label } of newestFirst) {
    if (kind === 'view') continue
    if (kind === 'do') {
      labels.set(sequence, label)
      isRedoCleared = true
    }
    const subject = kind === 'do' ? sequence : targetSequence
    if (subject !== null && !settled.has(subject)) {
      settled.add(subject)
      if (kind !== 'undo') undo ??= subject
      else if (!isRedoCleared) redo ??= subject
    }
    if (undo !== null && labels.has(undo) && (redo === null || labels.has(redo))) break
  }
  const stepOf = (found: number | null): UndoStep | null => {
    const label = found === null ? undefined : labels.get(found)
    return found === null || label === undefined ? null : { sequence: found, label }
  }
  return { undo: stepOf(undo), redo: stepOf(redo) }
}

function take(steps: UndoStep[], entry: UndoEntry): UndoStep {
  // Searched from the end: what is undone or redone is nearly always the last.
  const index = steps.findLastIndex((step) => step.sequence === entry.targetSequence)
  const [step] = index < 0 ? [] : steps.splice(index, 1)
  if (step !== undefined) return step
  throw new ProblemError(
    'ledger_broken',
    problemWords('undoImpossible', { entry: entry.sequence, kind: entry.kind, target: entry.targetSequence ?? '(none)' })
  )
}
