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
