import { describe, expect, it } from 'vitest'
import type { Person } from '#shared/model/case'
import { shippedCodebook } from '#shared/model/codebook'
import { findDifferences } from '#shared/domain/differences/findDifferences'
import { createCaseBuilder, withdrawn } from '../caseBuilder'
import { findKind } from './findKind'

const text = 'He was struck.'

function named(shown: (people: Person[]) => Person[], told: (people: Person[]) => Person[]) {
  const builder = createCaseBuilder()
  const people = [builder.officer('A'), builder.officer('B')]
  const report = builder.report(text)
  builder.statement(report, text, 'force', { actorIds: told(people).map(({ id }) => id) })
  builder.link(builder.tag(builder.footage(), 'force', 1, { actorIds: shown(people).map(({ id }) => id) }), report, text)
  return { builder, people, differences: findKind(builder, 'person') }
}
const first = ([a]: Person[]) => (a === undefined ? [] : [a])
const second = ([, b]: Person[]) => (b === undefined ? [] : [b])
const both = (people: Person[]) => people
const nobody = () => []

describe('person', () => {
  it('is found where footage names another', () => {
    const { differences, people } = named(first, second)
    expect(differences[0]?.summary).toBe('Footage shows Ofc. A as acting, the report names Ofc. B.')
    expect(differences[0]?.personIds).toEqual(people.map(({ id }) => id).sort())
  })

  it('is found where footage names one more, and not where the report does', () => {
    expect(named(both, first).differences).toHaveLength(1)
    expect(named(first, both).differences).toEqual([])
  })

  it('is not compared where a side names nobody', () => {
    expect(named(nobody, first).differences).toEqual([])
    expect(named(first, nobody).differences).toEqual([])
  })

  it('is found for the one acted upon', () => {
    const builder = createCaseBuilder()
    const [s, t] = [builder.subject('S'), builder.subject('T')]
    const report = builder.report(text)
    builder.statement(report, text, 'force', { targetIds: [s.id] })
    builder.link(builder.tag(builder.footage(), 'force', 1, { targetIds: [t.id] }), report, text)
    expect(findKind(builder, 'person')[0]?.summary).toBe('Footage shows T (subject) as acted upon, the report names S (subject).')
  })

  it('compares a tag with the statement of the sentence that names its people', () => {
    const builder = createCaseBuilder()
    const report = builder.report(text)
    const camera = builder.footage()
    for (const officer of [builder.officer('A'), builder.officer('B')]) {
      builder.statement(report, text, 'force', { actorIds: [officer.id] })
      builder.link(builder.tag(camera, 'force', 1, { actorIds: [officer.id] }), report, text)
    }
    expect(findKind(builder, 'person')).toEqual([])
  })

  it('leaves out people who were withdrawn from the case', () => {
    const { builder, people } = named(both, first)
    const input = builder.build()
    const left = input.people.map((person) => (person.id === people[1]?.id ? withdrawn(person) : person))
    expect(findDifferences({ ...input, people: left }, shippedCodebook).differences).toEqual([])
  })
})
