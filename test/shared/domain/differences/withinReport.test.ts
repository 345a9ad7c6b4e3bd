import { beforeEach, describe, expect, it } from 'vitest'
import { readFormAccount } from '#shared/domain/differences/readFormAccount'
import { shippedCodebook } from '#shared/model/codebook'
import type { FormField } from '#shared/model/report'
import { createCaseBuilder, withdrawn } from '../caseBuilder'
import { findKind } from './findKind'
import { findDifferences } from '#shared/domain/differences/findDifferences'

let builder = createCaseBuilder()
beforeEach(() => {
  builder = createCaseBuilder()
})

/** A form: boxes as `[x] Baton` on lines of their own, then the narrative. */
function formOf(boxes: readonly string[], narrative: string) {
  const report = builder.report([...boxes, narrative].join('\n'))
  let at = 0
  const formFields = boxes.map((box): FormField => {
    const field = { name: box.slice(4), label: null, value: box.slice(4), isTicked: box.startsWith('[x]'), start: at, end: at + box.length }
    at += box.length + 1
    return field
  })
  const account = readFormAccount({ reportId: report.id, text: [...boxes, narrative].join('\n'), formFields }, shippedCodebook)
  if (account !== null) builder.form(report, account)
  return { report, account }
}

const found = () => findKind(builder, 'within-a-report')

describe('a form against its own narrative', () => {
  it('is found where a ticked box is not told of', () => {
    const { report } = formOf(['[x] Baton', '[ ] Taser'], 'I spoke to the male and he walked away.')
    expect(found()).toMatchObject([
      {
        origin: 'found',
        summary: 'The box “Baton” is ticked; the rest of the report was not found to tell of it.',
        sides: [
          { account: 'report', reportId: report.id, spans: [{ start: 0, end: 9 }] },
          { account: 'report', reportId: report.id, spans: [] }
        ]
      }
    ])
  })

  it('is found where the narrative tells of force whose box is there and not ticked', () => {
    const { report } = formOf(['[ ] Baton', '[x] OC spray'], 'I struck him with my baton on the leg. I used pepper spray.')
    const [difference, ...more] = found()
    expect(more).toEqual([])
    expect(difference?.summary).toBe('The report tells of “Impact weapon”; the box for it is not ticked.')
    expect(difference?.sides.map(({ says }) => says)).toEqual([
      expect.stringContaining('“Baton” not ticked'),
      expect.stringContaining('I struck him with my baton on the leg.')
    ])
    expect(difference?.sides[1].spans).toEqual([{ start: 23, end: 61 }])
    expect(difference?.sides[1].reportId).toBe(report.id)
  })

  it('takes a ticked box for an answer to words that may tell of either of two types', () => {
    formOf(['[x] Baton', '[ ] Punch / kick', '[x] Takedown'], 'I hit Mr. Reyes with a baton. I then took down Mr. Reyes.')
    expect(found()).toEqual([])
  })

  it('is silent where boxes and narrative agree, where neither says it, and where the narrative denies it', () => {
    formOf(['[x] Baton', '[ ] Taser', '[ ] Police dog'], 'I struck him with my baton. I did not use my Taser.')
    expect(found()).toEqual([])
  })

  it('never follows from a report without such boxes', () => {
    expect(formOf([], 'I struck him with my baton.').account).toBeNull()
    expect(formOf(['[x] Male', '[ ] Body', '[x] Night'], 'I struck him with my baton.').account).toBeNull()
    expect(found()).toEqual([])
  })

  it('does not read the boxes as the narrative, nor what others are said to have stated', () => {
    expect(formOf(['[x] Struck with baton', '[ ] Taser'], 'Officer Jones stated that he tased the male.').account?.told).toEqual([])
  })

  it('knows a box by label, by name in the file, and by the first words of a type', () => {
    const typesOf = (field: Partial<FormField>) =>
      readFormAccount(
        {
          reportId: builder.report('x').id,
          text: '',
          formFields: [{ name: 'Check Box 7', label: null, value: 'Yes', isTicked: true, start: 0, end: 0, ...field }]
        },
        shippedCodebook
      )?.boxes.map(({ forceTypes }) => forceTypes)
    expect(typesOf({ label: 'Pepper Spray' })).toEqual([['chemical-spray']])
    expect(typesOf({ name: 'chk_PepperBall' })).toEqual([['less-lethal-projectile']])
    expect(typesOf({ label: 'Taser' })).toEqual([['ecw-discharged', 'ecw-drive-stun', 'ecw-pointed']])
    expect(typesOf({ label: 'Knee strike' })).toEqual([['strike']])
    expect(typesOf({})).toBeUndefined()
  })

  it('counts what a person recorded as told, and goes with its report', () => {
    const { report } = formOf(['[x] Baton'], 'He was hit with it.')
    expect(found()).toHaveLength(1)
    const input = builder.build()
    expect(findDifferences({ ...input, reports: input.reports.map(withdrawn) }, shippedCodebook).differences).toEqual([])
    builder.statement(report, 'He was hit with it.', 'force', { types: ['impact-weapon'] })
    expect(found()).toEqual([])
  })

  it('opens again when the words that it rests on change', () => {
    formOf(['[ ] Baton'], 'I struck him with my baton.')
    const [difference] = found()
    if (difference === undefined) throw new Error('not found')
    builder.dispose(difference, 'explained', 'A slip.')
    expect(found()).toMatchObject([{ status: 'explained', isReopened: false }])
    const input = builder.build()
    const told = [{ forceType: 'impact-weapon', otherTypes: [], quote: 'I struck him twice with my baton.', start: 10, end: 43 }]
    const reread = (input.formAccounts ?? []).map((account) => ({ ...account, told }))
    expect(findDifferences({ ...input, formAccounts: reread }, shippedCodebook).differences).toMatchObject([
      { status: 'open', isReopened: true, reason: 'A slip.' }
    ])
  })
})
