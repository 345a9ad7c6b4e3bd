import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planCaseClock } from '#shared/domain/caseClock'
import { createComparison } from '#shared/domain/differences/createComparison'
import { planPeople, type PersonPlan } from '#shared/domain/planPeople'
import { personIdsOf } from '#shared/domain/records'
import { shippedCodebook } from '#shared/model/codebook'
import type { Person } from '#shared/model/case'
import { createCaseBuilder, evening, withdrawn } from './caseBuilder'

const minuteMs = 60_000

function madeCase() {
  const made = createCaseBuilder()
  const [weaver, doe, park] = [made.officer('Weaver'), made.officer('Doe'), made.officer('Park', { shiftEndsAt: evening('23:00') })]
  const smith = made.subject('Smith')
  const front = made.footage({ cameraLabel: 'Front' })
  const worn = { ...made.footage({ startsAt: evening('21:15'), durationS: 60, cameraLabel: 'Body' }), wearerId: doe.id }
  const lone = made.footage({ startsAt: null, cameraLabel: 'Door' })
  const strike = made.tag(front, 'force', 90, { forceType: 'strike', actorIds: [weaver.id], targetIds: [smith.id] })
  const needed = made.tag(front, 'intervention-needed', 85, { presentIds: [doe.id], forceTagId: strike.id }, 100)
  const failure = made.tag(front, 'failure-to-intervene', 95, { officerId: doe.id, forceTagId: strike.id })
  const early = made.tag(front, 'warning', 10, { actorIds: [doe.id] })
  const elsewhere = made.tag(lone, 'resistance', 1, { actorIds: [smith.id] })
  const late = made.report('I struck him once. Doe looked on.', weaver, { writtenAt: evening('23:45') })
  const prompt = made.report('Nothing to add.', doe, { writtenAt: evening('23:00') })
  const seen = made.statement(late, 'Doe looked on', 'failure-to-intervene', { actorIds: [doe.id] })
  const own = made.statement(late, 'I struck him once', 'force', { actorIds: [weaver.id], targetIds: [smith.id] })
  const records = made.build()
  const footage = records.footage.map((one) => (one.id === worn.id ? worn : one))
  const clock = planCaseClock(footage)
  const { matrix } = createComparison(shippedCodebook)({ ...records, footage })
  const input = { ...records, footage, clock, duty: matrix.duty }
  return { ...{ input, weaver, doe, park, smith, front, worn, strike, needed, failure, early, elsewhere, late, prompt, seen, own } }
}

const of = (plans: readonly PersonPlan[], { id }: Person): PersonPlan => {
  const found = plans.find(({ person }) => person.id === id)
  if (found === undefined) throw new Error('The person is not in the plan.')
  return found
}

describe('what is recorded of a person', () => {
  it('is each tag that names them, with the cameras that cover its time, their own first', () => {
    const made = madeCase()
    const { moments, worn } = of(planPeople(made.input), made.doe)
    expect(moments.map(({ tag, parts }) => [tag.id, parts])).toEqual([
      [made.early.id, ['does']],
      [made.needed.id, ['present']],
      [made.failure.id, ['fails']]
    ])
    // The body camera began a minute after the other.
    expect(moments[0]?.cameras).toEqual([{ footageId: made.front.id, isOwn: false, isTagged: true, timeUs: 10_000_000 }])
    expect(moments[1]?.cameras).toEqual([
      { footageId: made.worn.id, isOwn: true, isTagged: false, timeUs: 25_000_000 },
      { footageId: made.front.id, isOwn: false, isTagged: true, timeUs: 85_000_000 }
    ])
    expect(worn.map(({ id }) => id)).toEqual([made.worn.id])
  })

  it('is when they reported, held against the end of the shift, and nothing of that for who is no officer', () => {
    const made = madeCase()
    const plans = planPeople(made.input)
    expect(of(plans, made.weaver)).toMatchObject({
      deadline: 'late',
      reports: [{ report: { id: made.late.id }, standing: 'after-shift-end', marginMs: -15 * minuteMs }]
    })
    expect(of(plans, made.doe)).toMatchObject({ deadline: 'met', reports: [{ standing: 'by-shift-end', marginMs: 30 * minuteMs }] })
    expect(of(plans, made.park)).toMatchObject({ deadline: 'none-found', reports: [] })
    expect(of(plans, made.smith).deadline).toBeNull()
  })

  it('is each occasion to intervene, and each passage of others that names them', () => {
    const made = madeCase()
    const plans = planPeople(made.input)
    expect(of(plans, made.doe).duty.map(({ occasion }) => occasion.tag.id)).toEqual([made.needed.id])
    expect(of(plans, made.doe).mentions.map(({ statement }) => statement.id)).toEqual([made.seen.id])
    expect(of(plans, made.weaver).mentions).toEqual([])
    expect(of(plans, made.smith).mentions.map(({ statement, parts }) => [statement.id, parts])).toEqual([[made.own.id, ['receives']]])
  })

  it('holds each standing tag for everybody whom it names and for nobody else, in any order of the records', () => {
    const made = madeCase()
    const plan = planPeople(made.input)
    fc.assert(
      fc.property(fc.infiniteStream(fc.integer()), fc.subarray(made.input.tags), (keys, takenBack) => {
        const shuffled = <Row>(rows: readonly Row[]): Row[] => {
          const keyed = rows.map((row) => ({ row, key: keys.next().value }))
          return keyed.sort((a, b) => a.key - b.key).map(({ row }) => row)
        }
        const { people, footage, tags, reports, passages, statements } = made.input
        const again = { people: shuffled(people), footage: shuffled(footage), tags: shuffled(tags), reports: shuffled(reports) }
        expect(planPeople({ ...made.input, ...again, passages: shuffled(passages), statements: shuffled(statements) })).toEqual(plan)

        const gone = new Set(takenBack.map(({ id }) => id))
        const left = planPeople({ ...made.input, tags: tags.map((tag) => (gone.has(tag.id) ? withdrawn(tag) : tag)) })
        for (const { person, moments } of left) {
          const named = tags.filter((tag) => !gone.has(tag.id) && personIdsOf(tag.details).includes(person.id))
          expect(moments.map(({ tag }) => tag.id).sort()).toEqual(named.map(({ id }) => id).sort())
          for (const { cameras } of moments) expect(cameras.filter(({ isTagged }) => isTagged)).toHaveLength(1)
        }
      }),
      { numRuns: 40 }
    )
  })
})
