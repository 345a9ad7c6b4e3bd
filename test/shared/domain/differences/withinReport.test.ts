import { beforeEach, describe, expect, it } from 'vitest'
import { readFormAccount } from '#shared/domain/differences/readFormAccount'
import { shippedCodebook } from '#shared/model/codebook'
import type { Codebook } from '#shared/model/codebookSchema'
import { lexiconSchema } from '#shared/model/lexiconSchema'
import type { FormField } from '#shared/model/report'
import { findBoxes } from '#core/reports/extraction/findBoxes'
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
        summary: 'The box “Baton” is ticked; it is not mentioned in the narrative, as far as the app reads it.',
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
    expect(difference?.summary).toBe('The narrative tells of “Impact weapon”; the box for it is not ticked.')
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

  it('does not read the boxes as the narrative, and takes what others are said to have stated for a mention, not for a telling', () => {
    expect(formOf(['[x] Struck with baton', '[ ] Taser'], 'I spoke to him.').account?.told).toEqual([])
    builder = createCaseBuilder()
    formOf(['[x] Baton', '[ ] Taser'], 'Officer Jones stated that he tased the male. He stated that he struck him with his baton.')
    expect(found()).toEqual([])
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
      )?.boxes.map(({ types }) => types)
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
    const quote = 'I struck him twice with my baton.'
    const reread = (input.formAccounts ?? []).map((account) => ({ ...account, told: account.told.map((one) => ({ ...one, quote })) }))
    expect(findDifferences({ ...input, formAccounts: reread }, shippedCodebook).differences).toMatchObject([
      { status: 'open', isReopened: true, reason: 'A slip.' }
    ])
  })
})

/** The summaries of what is found in a form as it is read out of a text. */
function foundIn(text: string): string[] {
  builder = createCaseBuilder()
  const report = builder.report(text)
  const account = readFormAccount({ reportId: report.id, text, formFields: findBoxes(text) }, shippedCodebook)
  if (account !== null) builder.form(report, account)
  return found().map(({ summary }) => summary)
}
const notMentioned = (name: string) => `The box “${name}” is ticked; it is not mentioned in the narrative, as far as the app reads it.`
const isNo = (what: string) => `The narrative tells of “${what}”; the answer about it is no.`
const isUnticked = (what: string) => `The narrative tells of “${what}”; the box for it is not ticked.`
const nothingTold = 'We spoke, and he left.'

describe('the boxes of a form for other things than types of force', () => {
  it.each([
    ['Subject injured', 'Injury', 'He had a laceration on his arm.'],
    ['Medical aid offered', 'Medical aid', 'EMS treated the subject at the scene.'],
    ['De-escalation attempted', 'De-escalation', 'I tried to calm him down.'],
    ['De-escalation used', 'De-escalation', 'I tried to reason with Mr. Reyes.'],
    ['Warning given', 'Warning or command: warning', 'I warned him that he would be arrested.'],
    ['Verbal commands', 'Warning or command: command', 'I ordered him to stop.'],
    ['Body camera activated', 'Camera: on', 'I activated my body camera.'],
    ['Camera muted', 'Camera: off', 'I muted my camera.'],
    ['Subject resisted', 'Resistance', 'He resisted and pulled away.'],
    ['Verbal threats', 'Threat', 'He threatened me.'],
    ['Officer intervened', 'Intervention', 'I intervened and pulled Officer Smith off him.']
  ])('compares “%s” both ways', (name, what, sentence) => {
    expect(foundIn(`[x] ${name}\n${nothingTold}`)).toEqual([notMentioned(name)])
    expect(foundIn(`[ ] ${name}\n${sentence}`)).toEqual([isUnticked(what)])
    expect(foundIn(`[x] ${name}\n${sentence}`)).toEqual([])
    expect(foundIn(`[ ] ${name}\n${nothingTold}`)).toEqual([])
    // The same, asked with yes and no in the ways in which forms have them.
    for (const [yes, no] of [
      [`${name}: [x] Yes [ ] No`, `${name}: [ ] Yes [x] No`],
      [`${name}? Yes [x] No [ ]`, `${name}? Yes [ ] No [x]`],
      [`${name}\tYes [x]\tNo [ ]`, `${name}\tYes [ ]\tNo [x]`],
      [`${name}?\n☒ Yes  ☐ No`, `${name}?\n☐ Yes  ☒ No`]
    ] as const) {
      expect(foundIn(`${yes}\n${sentence}`)).toEqual([])
      expect(foundIn(`${no}\n${nothingTold}`)).toEqual([])
      expect(foundIn(`${no}\n${sentence}`)).toEqual([isNo(what)])
      expect(foundIn(`${yes}\n${nothingTold}`)).toEqual([expect.stringMatching(/^The answer to “.*” is yes; it is not mentioned in the/)])
    }
  })

  it.each([
    ['a box that no words are known for', '[x] Interpreter used', 'I patted him down.'],
    ['the same unticked', '[ ] Interpreter used', 'An interpreter was used.'],
    ['a search, of which it does not say what', '[x] Search', nothingTold],
    ['a search of a house', '[ ] Frisked', 'We searched the house.'],
    ['a search for somebody', '[ ] Frisked', 'We searched for the subject and for the vehicle.'],
    ['a frisk of which another told', '[ ] Frisked', 'Officer Smith stated that he frisked the subject.'],
    ['a frisk that is asked about', '[ ] Frisked', 'Was the subject frisked?'],
    ['what heads an answer', '[x] Vehicle searched', 'Vehicle searched: yes. I searched the car.'],
    ['a box for two searches', '[x] Frisk / vehicle search', nothingTold],
    ['a question without an answer', 'Subject injured: [ ] Yes [ ] No', 'He had a laceration on his arm.'],
    ['a question with two answers', 'Subject injured: [x] Yes [x] No', nothingTold],
    ['an answer that is neither', 'Medical aid offered: [ ] Yes [ ] No [x] Refused', 'EMS treated him.'],
    ['a question about somebody else', '[ ] Officer injured', 'He had a laceration on his arm.'],
    ['photographs', '[x] Photos of injuries', nothingTold],
    ['a charge', '[x] Resisting arrest', nothingTold],
    ['aid that was refused', '[ ] Refused medical aid', 'EMS treated the subject.'],
    ['aid that came to nothing', '[x] Medical aid offered', 'He refused medical treatment.'],
    ['a camera without on or off', '[ ] BWC', 'I activated my body camera.'],
    ['a camera that was off', '[ ] Camera activated', 'I muted my camera.'],
    ['a warning beside a command', '[ ] Warning given', 'I ordered him to stop.'],
    ['one that denies, unticked', '[ ] No injuries', 'He had a laceration on his arm.'],
    ['a question that denies', 'No injuries: [x] Yes [ ] No', 'He had a laceration on his arm.'],
    ['what another said', '[ ] Subject injured', 'Officer Smith stated that he had a laceration on his arm.'],
    ['what a box of another line heads', '[ ] Subject injured\nInjuries:', nothingTold],
    ['a box for two things', '[x] Warning given before medical aid', nothingTold],
    ['handcuffs, which are no force', 'Force used: [ ] Yes [x] No', 'I handcuffed him.']
  ])('says nothing of %s', (_, boxes, sentence) => {
    expect(foundIn(`${boxes}\n${sentence}`)).toEqual([])
  })

  it.each([
    ['Frisked', 'I patted him down.'],
    ['Frisk', 'A pat frisk of the subject was conducted.'],
    ['Pat-down conducted', 'I conducted a pat-down of his outer clothing.'],
    ['SubjectFrisked', 'I searched the subject incident to arrest.'],
    ['Person searched', 'A search of his person was conducted.'],
    ['Search of the person', 'Mr. Reyes was frisked for weapons.'],
    ['Subject searched', 'I then searched Mr. Reyes.']
  ])('compares “%s” with “%s” both ways', (name, sentence) => {
    const told = [isUnticked('Frisk or search of the person')]
    expect(foundIn(`[x] ${name}\n${nothingTold}`)).toEqual([notMentioned(name)])
    expect(foundIn(`[x] ${name}\n${sentence}`)).toEqual([])
    expect(foundIn(`[ ] ${name}\n${sentence}`)).toEqual(told)
    expect(foundIn(`[ ] ${name}\n${nothingTold}`)).toEqual([])
    expect(foundIn(`${name}? [ ] Yes [x] No\n${sentence}`)).toEqual([isNo('Frisk or search of the person')])
  })

  it('keeps a search of a vehicle from one of a person, and a denial from silence', () => {
    expect(foundIn('[x] Vehicle searched  [ ] Frisked\nI searched the vehicle.')).toEqual([])
    expect(foundIn('[ ] Vehicle searched  [x] Frisked\nI searched the vehicle.')).toEqual([
      notMentioned('Frisked'),
      isUnticked('Search of a vehicle')
    ])
    expect(foundIn('[x] Frisked\nI did not frisk him.')).toEqual([
      'The box “Frisked” is ticked; the narrative speaks of it only to deny it.'
    ])
    expect(foundIn('[ ] Frisked\nHe was not frisked.')).toEqual([])
    expect(foundIn('[x] Not frisked\nI frisked him.')).toEqual(['The box “Not frisked” is ticked; the narrative tells of it.'])
  })

  it('compares the topics that an agency names, and none where its file names none', () => {
    const { lexicon } = shippedCodebook
    const boxes = (topics: typeof lexicon.boxes.topics): Codebook => ({
      ...shippedCodebook,
      lexicon: { ...lexicon, boxes: { ...lexicon.boxes, topics } }
    })
    const text = '[x] Interpreter\n[x] Frisked\nWe spoke in English.'
    const askedIn = (codebook: Codebook) =>
      readFormAccount({ reportId: builder.report(text).id, text, formFields: findBoxes(text) }, codebook)?.boxes.map(({ types }) => types)
    const interpreter = { id: 'interpreter', label: 'Interpreter', box: ['interpreter'], narrative: ['interpreter|interpreted'] }
    expect(askedIn(boxes([interpreter]))).toEqual([['interpreter']])
    expect(askedIn(boxes([]))).toBeUndefined()
    const { topics: _, ...older } = lexicon.boxes
    expect(lexiconSchema.parse({ ...lexicon, boxes: older }).boxes.topics).toEqual([])
    expect(lexiconSchema.safeParse({ ...lexicon, boxes: { ...older, topics: [interpreter, interpreter] } }).success).toBe(false)
  })

  it('tells a denial from silence', () => {
    expect(foundIn('[x] Subject injured\nNo injuries were observed.')).toEqual([
      'The box “Subject injured” is ticked; the narrative speaks of it only to deny it.'
    ])
    expect(foundIn('[x] No injuries\nHe had a laceration on his arm.')).toEqual([
      'The box “No injuries” is ticked; the narrative tells of it.'
    ])
    expect(foundIn('[x] No injuries\nNo injuries were observed.')).toEqual([])
    expect(foundIn('Injuries: [x] None [ ] Minor [ ] Serious\nHe had a laceration on his arm.')).toEqual([isNo('Injury')])
  })

  it('knows whom a box is about', () => {
    expect(foundIn('Injured: [x] Officer [ ] Subject\nHe had a laceration on his arm.')).toEqual([
      expect.stringContaining('“Injured” is ticked'),
      isUnticked('Injury')
    ])
    expect(foundIn('[x] Officer injured  [ ] Subject injured\nI injured my hand.')).toEqual([])
    expect(foundIn('[ ] Subject injured\nHis lip was bleeding.')).toEqual([isUnticked('Injury')])
  })

  it('takes yes and no for an answer about force too', () => {
    expect(foundIn('Taser: [ ] Yes [x] No\nI spoke to him.')).toEqual([])
    expect(foundIn('Force used? [x] Yes [ ] No\nI struck him with my baton.')).toEqual([])
    expect(foundIn('Force used? [ ] Yes [x] No\nI struck him with my baton.')).toHaveLength(1)
  })

  it('reads the names that fields have in the file', () => {
    const field = (name: string, value: string, isTicked: boolean): FormField => ({ name, label: null, value, isTicked, start: 0, end: 0 })
    const boxesOf = (...formFields: FormField[]) =>
      readFormAccount({ reportId: builder.report('x').id, text: '', formFields }, shippedCodebook)?.boxes.map(({ kind, isTicked }) => [
        kind,
        isTicked
      ])
    expect(boxesOf(field('SubjectInjured', 'Yes', true), field('SubjectInjured', 'No', false))).toEqual([['injury', true]])
    expect(boxesOf(field('medical_aid_yes', 'On', false), field('medical_aid_no', 'On', true))).toEqual([['medical-aid', false]])
    expect(boxesOf(field('DeEscalation', 'On', true))).toEqual([['de-escalation', true]])
    expect(boxesOf(field('Check Box 7', 'Yes', true))).toBeUndefined()
  })

  it('reads them with an agency’s own words', () => {
    const { lexicon } = shippedCodebook
    const own: Codebook = {
      ...shippedCodebook,
      lexicon: { ...lexicon, boxes: { ...lexicon.boxes, phrases: { ...lexicon.boxes.phrases, 'medical-aid': ['rettung'] } } }
    }
    const kindsOf = (codebook: Codebook) =>
      readFormAccount({ reportId: builder.report('x').id, text: '[x] Rettung', formFields: findBoxes('[x] Rettung') }, codebook)?.boxes.map(
        ({ kind }) => kind
      )
    expect(kindsOf(own)).toEqual(['medical-aid'])
    expect(kindsOf(shippedCodebook)).toBeUndefined()
  })
})
