import { describe, expect, it } from 'vitest'
import { caseDraft, openTestCore, refusal } from '../openTestCore'

const officer = {
  role: 'officer' as const,
  name: 'A. Rivera',
  rank: 'Officer',
  badgeNumber: '2114',
  shiftEndsAt: '2024-10-13T03:00:00.000Z'
}

describe('cases and people', () => {
  it('keeps what was entered, and every change of it', async () => {
    const core = await openTestCore()
    const { id: caseId } = await core.client.cases.create(caseDraft)
    const person = await core.client.people.create({ caseId, draft: officer })
    await core.client.people.update({ personId: person.id, draft: { ...officer, rank: 'Sergeant' } })
    await core.client.cases.update({ caseId, draft: { ...caseDraft, place: 'Elm Street' } })
    const snapshot = await core.client.cases.get({ caseId })
    expect(snapshot.case.place).toBe('Elm Street')
    expect(snapshot.people).toMatchObject([{ rank: 'Sergeant', badgeNumber: '2114' }])
    expect(snapshot.sequence).toBe(4)
  })

  it.each([
    ['an end before the start', { ...caseDraft, endsAt: '2024-10-13T01:00:00.000Z' }, 'range_reversed'],
    ['an empty incident number', { ...caseDraft, incidentNumber: '  ' }, 'invalid_input'],
    ['a name of 10,000 characters', { ...caseDraft, place: 'x'.repeat(10_000) }, 'invalid_input'],
    ['a time zone that is none', { ...caseDraft, timeZone: 'Mars/Olympus' }, 'invalid_input'],
    ['a time that is none', { ...caseDraft, startsAt: 'yesterday' }, 'invalid_input'],
    ['control characters', { ...caseDraft, place: 'a\u0000b' }, 'invalid_input']
  ])('refuses %s and changes nothing', async (_what, draft, code) => {
    const core = await openTestCore()
    const problem = await refusal(core.client.cases.create(draft))
    expect(problem.code).toBe(code)
    expect(problem.what).not.toBe('')
    expect(problem.todo).not.toBe('')
    expect(await core.client.cases.list()).toEqual([])
    expect((await core.client.ledger.verify()).entryCount).toBe(0)
  })

  it('says which field is wrong', async () => {
    const core = await openTestCore()
    const { id: caseId } = await core.client.cases.create(caseDraft)
    const problem = await refusal(core.client.people.create({ caseId, draft: { ...officer, name: 'x'.repeat(10_000) } }))
    expect(problem.what).toContain('draft.name: must be at most 200 characters')
    expect((await core.client.cases.get({ caseId })).people).toEqual([])
  })

  it('gives rank, badge and shift to officers alone', async () => {
    const core = await openTestCore()
    const { id: caseId } = await core.client.cases.create(caseDraft)
    expect((await refusal(core.client.people.create({ caseId, draft: { ...officer, role: 'subject' } }))).code).toBe('invalid_input')
  })

  it('withdraws with a reason, once', async () => {
    const core = await openTestCore()
    const { id: caseId } = await core.client.cases.create(caseDraft)
    const { id: personId } = await core.client.people.create({ caseId, draft: officer })
    expect((await refusal(core.client.people.withdraw({ personId, reason: '' }))).code).toBe('invalid_input')
    await core.client.people.withdraw({ personId, reason: 'Entered twice' })
    expect((await refusal(core.client.people.withdraw({ personId, reason: 'again' }))).code).toBe('already_withdrawn')
    await core.client.cases.withdraw({ caseId, reason: 'Wrong incident' })
    expect(await core.client.cases.list()).toEqual([])
  })

  it('keeps script and HTML as the text that it is', async () => {
    const core = await openTestCore()
    const words = '<script>alert(1)</script><img src=x onerror=alert(1)>'
    const { id: caseId } = await core.client.cases.create({ ...caseDraft, place: words })
    expect((await core.client.cases.get({ caseId })).case.place).toBe(words)
  })

  it('notes each viewing in the ledger', async () => {
    const core = await openTestCore()
    const { id: caseId } = await core.client.cases.create(caseDraft)
    await core.client.cases.recordViewing({ caseId })
    const [line] = await core.client.ledger.list({ caseId, beforeSequence: null, limit: 1 })
    expect(line).toMatchObject({ kind: 'view', action: 'cases.recordViewing', label: 'Open case 24-118302' })
  })
})
