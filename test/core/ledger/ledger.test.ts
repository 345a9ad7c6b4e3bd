import Sqlite from 'better-sqlite3'
import fc from 'fast-check'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { planUndo } from '#shared/domain/undo'
import { caseDraft, openTestCore, refusal, temporaryFolder } from '../openTestCore'

const person = { role: 'witness' as const, name: 'L. Park', rank: '', badgeNumber: '', shiftEndsAt: null }

describe('the ledger', () => {
  it('seals every change in a chain that verifies', async () => {
    const core = await openTestCore()
    const { id: caseId } = await core.client.cases.create(caseDraft)
    await core.client.people.create({ caseId, draft: person })
    const verdict = await core.client.ledger.verify()
    expect(verdict).toMatchObject({ isIntact: true, entryCount: 2, problems: [] })
    const lines = await core.client.ledger.list({ caseId, beforeSequence: null, limit: 10 })
    expect(lines.map((line) => line.action)).toEqual(['people.create', 'cases.create'])
    expect(lines[0]?.previousHash).toBe(lines[1]?.hash)
  })

  it('refuses to change or delete an entry, or to delete a record, in the database itself', async () => {
    const dataFolder = temporaryFolder()
    const core = await openTestCore({ dataFolder })
    await core.client.cases.create(caseDraft)
    await core.close()
    const sqlite = new Sqlite(path.join(dataFolder, 'countersign.sqlite'))
    expect(() => sqlite.exec("UPDATE ledger SET label = 'x'")).toThrow('append-only')
    expect(() => sqlite.exec('DELETE FROM ledger')).toThrow('append-only')
    expect(() => sqlite.exec('DELETE FROM records')).toThrow('never deleted')
    sqlite.close()
  })

  it.each([
    ['a record', "UPDATE records SET data = replace(data, 'Main Street', 'Elm Street')", 'is not what the ledger says'],
    [
      'an entry',
      "DROP TRIGGER ledger_is_never_changed; UPDATE ledger SET data = replace(data, 'Main Street', 'Elm Street')",
      'not what was sealed'
    ],
    ['the order', 'DROP TRIGGER ledger_is_never_deleted; DELETE FROM ledger WHERE sequence = 2', 'missing']
  ])('finds tampering with %s', async (_what, statements, words) => {
    const dataFolder = temporaryFolder()
    const before = await openTestCore({ dataFolder })
    const { id: caseId } = await before.client.cases.create(caseDraft)
    await before.client.people.create({ caseId, draft: person })
    await before.client.people.create({ caseId, draft: person })
    await before.close()
    const sqlite = new Sqlite(path.join(dataFolder, 'countersign.sqlite'))
    sqlite.exec(statements)
    sqlite.close()
    const after = await openTestCore({ dataFolder })
    const verdict = await after.client.ledger.verify()
    expect(verdict.isIntact).toBe(false)
    expect(verdict.problems.map((problem) => problem.what).join(' ')).toContain(words)
  })

  it('undoes and redoes over a restart, by withdrawing and not by deleting', async () => {
    const dataFolder = temporaryFolder()
    const first = await openTestCore({ dataFolder })
    const { id: caseId } = await first.client.cases.create(caseDraft)
    await first.client.people.create({ caseId, draft: person })
    await first.close()
    const second = await openTestCore({ dataFolder })
    expect((await second.client.cases.get({ caseId })).undoLabel).toBe('Add witness L. Park')
    await second.client.ledger.undo({ caseId })
    const undone = await second.client.cases.get({ caseId })
    expect(undone.people[0]?.withdrawn?.reason).toBe('Undone')
    expect(undone).toMatchObject({ undoLabel: null, redoLabel: 'Add witness L. Park' })
    await second.client.ledger.redo({ caseId })
    expect((await second.client.cases.get({ caseId })).people[0]?.withdrawn).toBeNull()
    expect((await second.client.ledger.verify()).isIntact).toBe(true)
  })

  it('undoes what came before it, though the next gesture follows at once', async () => {
    const core = await openTestCore()
    const { id: caseId } = await core.client.cases.create(caseDraft)
    const first = await core.client.people.create({ caseId, draft: person })
    const [undone, second] = await Promise.all([
      core.client.ledger.undo({ caseId }),
      core.client.people.create({ caseId, draft: { ...person, name: 'M. Reyes' } })
    ])
    expect(undone.label).toBe('Undo: Add witness L. Park')
    const { people } = await core.client.cases.get({ caseId })
    expect(people.filter(({ withdrawn }) => withdrawn === null).map(({ id }) => id)).toEqual([second.id])
    expect(people.find(({ id }) => id === first.id)?.withdrawn).not.toBeNull()
  })

  it('verifies while people go on working', async () => {
    const core = await openTestCore()
    const { id: caseId } = await core.client.cases.create(caseDraft)
    let isOver = false
    const write = async () => {
      while (!isOver) await core.client.people.create({ caseId, draft: person })
    }
    const writers = [write(), write(), write()]
    for (let round = 0; round < 20; round++) expect((await core.client.ledger.verify()).problems).toEqual([])
    isOver = true
    await Promise.all(writers)
    expect(await core.client.ledger.verify()).toMatchObject({ isIntact: true })
  })

  it('tells what undo and redo would do as the whole ledger says, after each gesture and after a restart', async () => {
    const dataFolder = temporaryFolder()
    const first = await openTestCore({ dataFolder })
    const { id: caseId } = await first.client.cases.create(caseDraft)
    const told: unknown[] = []
    const agrees = async (core: typeof first) => {
      const lines = await core.client.ledger.list({ caseId, beforeSequence: null, limit: 100 })
      const { undo, redo } = planUndo(lines.toReversed().filter(({ action }) => action !== 'cases.create'))
      const { undoLabel, redoLabel } = await core.client.cases.get({ caseId })
      expect([undoLabel, redoLabel]).toEqual([undo?.label ?? null, redo?.label ?? null])
      told.push(undoLabel, redoLabel)
    }
    for (const move of 'd v dd u vv u d u r u v u v r r d'.replaceAll(' ', '')) {
      if (move === 'd') await first.client.people.create({ caseId, draft: { ...person, name: `Person ${told.length}` } })
      else if (move === 'v') await first.client.cases.recordViewing({ caseId })
      else await first.client.ledger[move === 'u' ? 'undo' : 'redo']({ caseId })
      await agrees(first)
    }
    expect(new Set(told).size).toBeGreaterThan(4)
    await first.close()
    await agrees(await openTestCore({ dataFolder }))
  })

  it('refuses an undo of nothing', async () => {
    const core = await openTestCore()
    const { id: caseId } = await core.client.cases.create(caseDraft)
    expect((await refusal(core.client.ledger.undo({ caseId }))).code).toBe('nothing_to_undo')
    expect((await refusal(core.client.ledger.redo({ caseId }))).code).toBe('nothing_to_undo')
  })

  it('brings back what was there, whatever was done before: undo all, redo all', async () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('create' as const), name: fc.constantFrom('A', 'B', 'C') }),
      fc.record({ do: fc.constant('rename' as const), at: fc.nat(9), name: fc.constantFrom('D', 'E') }),
      fc.record({ do: fc.constant('withdraw' as const), at: fc.nat(9) })
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        const core = await openTestCore()
        const { id: caseId } = await core.client.cases.create(caseDraft)
        const state = async () => (await core.client.cases.get({ caseId })).people.map(({ name, withdrawn }) => [name, withdrawn === null])
        for (const one of steps) {
          const people = (await core.client.cases.get({ caseId })).people.filter(({ withdrawn }) => withdrawn === null)
          const target = 'at' in one ? people[one.at % Math.max(1, people.length)] : undefined
          if (one.do === 'create') await core.client.people.create({ caseId, draft: { ...person, name: one.name } })
          else if (target !== undefined && one.do === 'rename')
            await core.client.people.update({ personId: target.id, draft: { ...person, name: one.name } })
          else if (target !== undefined) await core.client.people.withdraw({ personId: target.id, reason: 'wrong' })
        }
        const done = await state()
        let undoCount = 0
        while ((await core.client.cases.get({ caseId })).undoLabel !== null) {
          await core.client.ledger.undo({ caseId })
          undoCount++
        }
        expect((await state()).every(([, isActive]) => isActive === false)).toBe(true)
        for (let i = 0; i < undoCount; i++) await core.client.ledger.redo({ caseId })
        expect(await state()).toEqual(done)
        expect((await core.client.ledger.verify()).isIntact).toBe(true)
        await core.close()
      }),
      { numRuns: 15 }
    )
  })
})
