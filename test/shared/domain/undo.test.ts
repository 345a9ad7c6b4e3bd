import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planUndo, type UndoEntry } from '#shared/domain/undo'

const did = (sequence: number): UndoEntry => ({ sequence, kind: 'do', targetSequence: null, label: `gesture ${sequence}` })
const on = (sequence: number, kind: 'undo' | 'redo', targetSequence: number | null): UndoEntry => ({
  sequence,
  kind,
  targetSequence,
  label: kind
})

describe('planUndo', () => {
  it('has nothing to undo in an empty ledger', () => {
    expect(planUndo([])).toEqual({ undo: null, redo: null, undoneSequences: new Set() })
  })

  it('names the gesture and not the undo that reached it', () => {
    const plan = planUndo([did(1), did(2), on(3, 'undo', 2)])
    expect(plan).toEqual({
      undo: { sequence: 1, label: 'gesture 1' },
      redo: { sequence: 2, label: 'gesture 2' },
      undoneSequences: new Set([2])
    })
  })

  it('cannot redo past a new gesture, and keeps what was undone as undone', () => {
    const plan = planUndo([did(1), on(2, 'undo', 1), did(3)])
    expect(plan.redo).toBeNull()
    expect(plan.undoneSequences).toEqual(new Set([1]))
  })

  it.each([[on(2, 'undo', 9)], [on(2, 'undo', null)], [on(2, 'redo', 1)]])('refuses a ledger that cannot be: %j', (entry) => {
    expect(() => planUndo([did(1), entry])).toThrow(/Ledger entry 2/)
  })

  it('agrees with two stacks that a person works', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('do', 'undo', 'redo', 'view')), (moves) => {
        let done: readonly number[] = []
        let undone: readonly number[] = []
        const everDone = new Set<number>()
        const entries: UndoEntry[] = []
        for (const [at, move] of moves.entries()) {
          const sequence = at + 1
          const undoing = done.at(-1)
          const redoing = undone.at(-1)
          if (move === 'do') {
            entries.push(did(sequence))
            everDone.add(sequence)
            done = [...done, sequence]
            undone = []
          } else if (move === 'undo' && undoing !== undefined) {
            entries.push(on(sequence, 'undo', undoing))
            done = done.slice(0, -1)
            undone = [...undone, undoing]
          } else if (move === 'redo' && redoing !== undefined) {
            entries.push(on(sequence, 'redo', redoing))
            done = [...done, redoing]
            undone = undone.slice(0, -1)
          } else if (move === 'view') {
            entries.push({ sequence, kind: 'view', targetSequence: null, label: 'viewed' })
          }
        }
        const plan = planUndo(entries)
        expect(plan.undo?.sequence).toBe(done.at(-1))
        expect(plan.redo?.sequence).toBe(undone.at(-1))
        expect([...plan.undoneSequences].sort()).toEqual([...everDone].filter((sequence) => !done.includes(sequence)).sort())
      })
    )
  })
})
