import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findUndoSteps, planUndo, type UndoEntry } from '#shared/domain/undo'

const did = (sequence: number): UndoEntry => ({ sequence, kind: 'do', targetSequence: null, label: `gesture ${sequence}` })
const on = (sequence: number, kind: 'undo' | 'redo', targetSequence: number | null): UndoEntry => ({
  sequence,
  kind,
  targetSequence,
  label: kind
})

async function* backwards(entries: readonly UndoEntry[], onRead: (sequence: number) => void = () => undefined) {
  for (const entry of entries.toReversed()) {
    onRead(entry.sequence)
    yield await Promise.resolve(entry)
  }
}

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

  it('agrees with itself read from the newest line back, wherever an undo or a redo acts', async () => {
    const moves = fc.array(fc.record({ move: fc.constantFrom('do', 'do', 'undo', 'redo', 'view'), at: fc.nat() }), { maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(moves, async (steps) => {
        const entries: UndoEntry[] = []
        let redoable: number[] = []
        const done: number[] = []
        for (const { move, at } of steps) {
          const sequence = entries.length + 1
          const from = move === 'undo' ? done : move === 'redo' ? redoable : []
          // Nearly always the last, but the ledger allows any that is done.
          const [target] = at % 4 === 0 ? from.splice(at % Math.max(1, from.length), 1) : from.splice(-1, 1)
          if (move === 'view') entries.push({ sequence, kind: 'view', targetSequence: null, label: 'viewed' })
          if (move === 'do') {
            entries.push(did(sequence))
            done.push(sequence)
            redoable = []
          }
          if (target === undefined || (move !== 'undo' && move !== 'redo')) continue
          entries.push(on(sequence, move, target))
          ;(move === 'undo' ? redoable : done).push(target)
        }
        const { undo, redo } = planUndo(entries)
        expect(await findUndoSteps(backwards(entries))).toEqual({ undo, redo })
      }),
      { numRuns: 500 }
    )
  })

  it('reads no further back than it must', async () => {
    const read: number[] = []
    const entries = [...Array.from({ length: 50 }, (_, at) => did(at + 1)), on(51, 'undo', 50), on(52, 'undo', 49)]
    await findUndoSteps(backwards(entries, (sequence) => read.push(sequence)))
    expect(read).toEqual([52, 51, 50, 49, 48])
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
