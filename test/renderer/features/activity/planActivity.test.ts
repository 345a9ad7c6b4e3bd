import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planUndo } from '#shared/domain/undo'
import { userIdSchema } from '#shared/model/ids'
import { ledgerLineSchema, type LedgerLine } from '#shared/model/ledger'
import { moveInRows } from '../../../../renderer/features/activity/moveInRows'
import {
  planActivity,
  planOpening,
  planUndoing,
  topicOf,
  type ActivityFilter,
  type Known
} from '../../../../renderer/features/activity/planActivity'
import { createCaseBuilder } from '../../../shared/domain/caseBuilder'

const me = userIdSchema.parse('01900000-0000-7000-8000-00000000aaaa')
const other = userIdSchema.parse('01900000-0000-7000-8000-00000000bbbb')
const hash = 'a'.repeat(64)
const all: ActivityFilter = { topic: null, actorId: null, personId: null }
const zone = 'America/New_York'

const line = (sequence: number, more: Partial<LedgerLine> = {}): LedgerLine =>
  ledgerLineSchema.parse({
    ...{ sequence, at: '2024-10-13T02:00:00.000Z', actorId: me, actorName: 'Lt. Brandt', kind: 'do', action: 'tags.create' },
    ...{ label: `Gesture ${sequence}`, caseId: null, targetSequence: null, previousHash: hash, hash, isUndone: false },
    ...{ subjectId: null, recordIds: [], ...more }
  })

const byId = <Row extends { id: string }>(rows: readonly Row[]) => new Map(rows.map((row) => [row.id, row]))

function madeCase() {
  const made = createCaseBuilder()
  const [doe, park] = [made.officer('Doe'), made.officer('Park')]
  const footage = made.footage()
  const tag = made.tag(footage, 'force', 10, { actorIds: [doe.id] })
  const report = made.report('I saw nothing.', park)
  const link = made.link(tag, report, 'I saw nothing')
  const {
    people,
    footage: recordings,
    tags,
    reports,
    passages,
    statements,
    links,
    absences,
    enteredDifferences,
    dispositions
  } = made.build()
  const known: Known = {
    ...{ people: byId(people), footage: byId(recordings), tags: byId(tags), reports: byId(reports), passages: byId(passages) },
    ...{ statements: byId(statements), links: byId(links), absences: byId(absences), enteredDifferences: byId(enteredDifferences) },
    ...{ dispositions: byId(dispositions), fileChecks: new Map() }
  }
  return { doe, park, footage, tag, report, link, known }
}

describe('the list of entries', () => {
  it('has a heading for each day of the case’s own time zone', () => {
    const lines = [line(3, { at: '2024-10-13T04:00:00.000Z' }), line(2, { at: '2024-10-13T03:59:59.999Z' }), line(1)]
    const rows = planActivity(lines, all, madeCase().known, zone)
    expect(rows.map((row) => (row.type === 'day' ? row.day : row.line.sequence))).toEqual(['2024-10-13', 3, '2024-10-12', 2, 1])
  })

  it('is narrowed to what an entry is about, who did it, and whom it bears on', () => {
    const { doe, park, tag, report, link, known } = madeCase()
    const lines = [
      line(5, { kind: 'undo', action: 'ledger.undo', recordIds: [tag.id] }),
      line(4, { kind: 'view', action: 'cases.recordViewing' }),
      line(3, { action: 'links.create', recordIds: [link.passageId, link.id] }),
      line(2, { action: 'reports.load', recordIds: [report.id], actorId: other }),
      line(1, { recordIds: [tag.id] })
    ]
    const shown = (filter: Partial<ActivityFilter>) =>
      planActivity(lines, { ...all, ...filter }, known, zone).flatMap((row) => (row.type === 'line' ? [row.line.sequence] : []))
    expect(lines.map(topicOf)).toEqual(['undone', 'looks', 'comparison', 'reports', 'tags'])
    expect(shown({ topic: 'tags' })).toEqual([1])
    expect(shown({ actorId: other })).toEqual([2])
    expect(shown({ personId: doe.id })).toEqual([5, 3, 1])
    expect(shown({ personId: park.id })).toEqual([3, 2])
    expect(shown({ personId: park.id, topic: 'tags' })).toEqual([])
  })

  it('takes 10,000 entries in the time of a blink', () => {
    const { known, tag, doe } = madeCase()
    const lines = Array.from({ length: 10_000 }, (_, index) => ({
      ...line(1, { recordIds: [tag.id] }),
      sequence: 10_000 - index,
      at: new Date(Date.parse('2024-10-13T00:00:00Z') - index * 61_000).toISOString()
    }))
    const startedAt = performance.now()
    expect(planActivity(lines, { ...all, personId: doe.id }, known, zone).filter(({ type }) => type === 'line')).toHaveLength(10_000)
    expect(performance.now() - startedAt).toBeLessThan(400)
  })

  it('is walked by keys from entry to entry, over the headings, and not past its ends', () => {
    const lines = Array.from({ length: 30 }, (_, index) =>
      line(30 - index, { at: `2024-10-${String(28 - index / 2).slice(0, 2)}T16:00:00.000Z` })
    )
    const rows = planActivity(lines, all, madeCase().known, zone)
    const to = (from: number, key: string) => {
      const index = moveInRows(rows, from, key)
      const row = index === null ? undefined : rows[index]
      return row?.type === 'line' ? row.line.sequence : null
    }
    expect([to(30, 'ArrowDown'), to(29, 'ArrowDown'), to(2, 'ArrowUp'), to(30, 'PageDown')]).toEqual([29, 28, 3, 18])
    expect([to(30, 'ArrowUp'), to(1, 'ArrowDown'), to(5, 'x')]).toEqual([null, null, null])
    expect([to(15, 'Home'), to(15, 'End'), to(3, 'PageDown')]).toEqual([30, 1, 1])
  })
})

describe('an entry', () => {
  it('opens what it changed: the passage of a link, the moment of a tag, a person, the files', () => {
    const { doe, footage, tag, report, link, known } = madeCase()
    const opened = (...recordIds: string[]) => planOpening({ recordIds }, known)
    expect(opened(link.passageId, link.id)).toEqual({ to: 'passage', id: link.passageId })
    expect(opened(tag.id)).toEqual({ to: 'tag', id: tag.id })
    expect(opened(report.id)).toEqual({ to: 'report', id: report.id })
    expect(opened(doe.id)).toEqual({ to: 'person', id: doe.id })
    expect(opened(footage.id)).toEqual({ to: 'files' })
    expect(opened()).toBeNull()
  })

  it('can be undone where undo would take it back, and nowhere else', () => {
    // Each step: do, undo or redo, or something that somebody else does.
    const step = fc.constantFrom('do', 'undo', 'redo', 'view', 'other')
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const mine: LedgerLine[] = []
        const lines: LedgerLine[] = []
        for (const kind of steps) {
          const sequence = lines.length + 1
          const plan = planUndo(mine)
          const target = kind === 'undo' ? plan.undo : kind === 'redo' ? plan.redo : null
          if ((kind === 'undo' || kind === 'redo') && target === null) continue
          const made =
            kind === 'other' ? line(sequence, { actorId: other }) : line(sequence, { kind, targetSequence: target?.sequence ?? null })
          lines.push(made)
          if (kind !== 'other') mine.push(made)
        }
        const { undo, undoneSequences } = planUndo(mine)
        const newestFirst = lines.map((one) => ({ ...one, isUndone: undoneSequences.has(one.sequence) })).reverse()
        const now = newestFirst.filter((one) => planUndoing(one, newestFirst, me) === 'now').map(({ sequence }) => sequence)
        expect(now).toEqual(undo === null ? [] : [undo.sequence])
      })
    )
  })
})
