import { describe, expect, it } from 'vitest'
import { createComparison } from '#shared/domain/differences/createComparison'
import { shippedCodebook } from '#shared/model/codebook'
import { absencesOf } from '../../../../renderer/features/matrix/matrixActions'
import { accountName, eventName, eventWords } from '#shared/domain/matrix/matrixWords'
import { planShownRows } from '../../../../renderer/features/matrix/planShownRows'
import { createCaseBuilder, evening } from '../../../shared/domain/caseBuilder'

const builder = createCaseBuilder()
const officer = builder.officer('R. Weaver', { badgeNumber: '418' })
const camera = builder.footage()
const report = builder.report('I warned him. He threatened me. I struck him.', officer)
const strike = builder.tag(camera, 'force', 60, { forceType: 'strike', actorIds: [officer.id] })
const push = builder.tag(camera, 'force', 70, { forceType: 'push' })
const warned = builder.statement(report, 'I warned him.', 'warning', { statedAt: evening('21:16') })
const threat = builder.statement(report, 'He threatened me.', 'threat', { isNegated: true })
builder.link(strike, report, 'I struck him')
const input = builder.build()
const { rows, accounts } = createComparison(shippedCodebook)(input).matrix
const keys = (shown: typeof rows) => shown.map(({ event }) => event.key)
const cellOf = (key: string, column: number) => {
  const row = rows.find(({ event }) => event.key === key)
  const [account, cell] = [accounts[column], row?.cells[column]]
  if (row === undefined || account === undefined || cell === undefined) throw new Error('There is such a cell.')
  return { row, account, cell }
}

describe('the rows shown', () => {
  it('are all, or those of a kind, told by footage or by a report, or those that no moment is linked to', () => {
    expect(planShownRows(rows, 'all', null)).toBe(rows)
    expect(keys(planShownRows(rows, 'force', null))).toEqual([strike.id, push.id])
    expect(keys(planShownRows(rows, 'resistance', null))).toEqual([threat.id])
    expect(keys(planShownRows(rows, 'statements', null)).sort()).toEqual([warned.id, threat.id].sort())
  })

  it('are those with a cell in the state wanted', () => {
    expect(keys(planShownRows(rows, 'all', 'agrees'))).toEqual([strike.id])
    expect(keys(planShownRows(rows, 'force', 'not-compared'))).toEqual([push.id])
    expect(planShownRows(rows, 'injury', 'agrees')).toEqual([])
  })
})

describe('that an account tells nothing', () => {
  it('can be recorded of a moment in a report and of a statement on footage, where nothing is recorded yet', () => {
    expect(absencesOf(cellOf(push.id, 1))).toEqual([{ kind: 'tag-in-report', tagId: push.id, reportId: report.id }])
    expect(absencesOf(cellOf(warned.id, 0))).toEqual([{ kind: 'statement-on-footage', statementId: warned.id }])
    expect([cellOf(strike.id, 1), cellOf(push.id, 0), cellOf(warned.id, 1)].flatMap(absencesOf)).toEqual([])
  })
})

describe('names', () => {
  const words = {
    of: input.case,
    people: new Map<string, (typeof input.people)[number]>(input.people.map((person) => [person.id, person])),
    codebook: shippedCodebook,
    clock: { places: new Map(), mainClockId: null }
  }

  it('say what and when, or the words that tell of it', () => {
    const name = (key: string) => eventName(eventWords(cellOf(key, 0).row.event, words))
    expect(name(strike.id)).toBe('Strike 00:01:00')
    expect(name(warned.id)).toBe('Warning or command stated 21:16')
    expect(name(threat.id)).toBe('Threat denied “He threatened me.”')
  })

  it('say whose account it is', () => {
    expect(accounts.map((account) => accountName(account, words))).toEqual(['Footage', 'Incident report by Ofc. R. Weaver (#418)'])
  })
})
