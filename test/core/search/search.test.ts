import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Locale } from '#shared/messages/locale'
import { emptyTagDetails } from '#shared/domain/suggestTagDetails'
import { shippedCodebook } from '#shared/model/codebook'
import { generateVideo } from '../media/generateVideo'
import { caseDraft, caseWithFootage, loadReport, openTestCore, temporaryFolder } from '../openTestCore'

const sample = path.join(process.env['TMPDIR'] ?? '/tmp', `countersign-search-${process.pid}.mp4`)
beforeAll(() => generateVideo(sample, { seconds: 2 }))

const text = 'Officer A. Rivera wrote this.\n\nI told the male to stop. I deployed my taser at the doorway. EMS was called.\n'

async function searchableCase() {
  const core = await openTestCore()
  const { caseId, footageId } = await caseWithFootage(core, sample)
  const file = path.join(temporaryFolder(), 'statement.txt')
  writeFileSync(file, text)
  await loadReport(core, caseId, file)
  const [report] = (await core.client.cases.get({ caseId })).reports
  if (report === undefined) throw new Error('no report')
  const draft = { footageId, startUs: 500_000, endUs: null, note: 'By the doorway', clauseIds: [] }
  const details = { ...emptyTagDetails('force'), kind: 'force' as const, forceType: 'ecw-drive-stun', bodyArea: null, count: null }
  const tag = await core.client.tags.create({ caseId, draft: { ...draft, details: { ...details, actorIds: [], targetIds: [] } } })
  return { ...core, caseId, footageId, report, tag }
}

describe('search', () => {
  it('leads to the moment of a tag and to the words of a report, the title before the text', async () => {
    const { client, caseId, footageId, report, tag } = await searchableCase()
    const { groups, isCut } = await client.search.find({ words: 'taser', caseIds: null, limit: 10 })
    expect(isCut).toBe(false)
    expect(groups.map((group) => group.case.id)).toEqual([caseId])
    const start = text.indexOf('taser')
    expect(groups[0]?.hits).toMatchObject([
      { found: 'tag', title: { text: 'Force · Taser drive-stun' }, place: { kind: 'tag', tagId: tag.id, footageId, startUs: 500_000 } },
      { found: 'reportText', place: { kind: 'report', reportId: report.id, start, end: start + 'taser'.length } }
    ])
    expect((await client.search.find({ words: 'door', caseIds: null, limit: 1 })).isCut).toBe(true)
  })

  it('finds what the codebook names by its words in either language, and names it in the one that is asked for', async () => {
    const { client, tag, report } = await searchableCase()
    const find = async (words: string, locale: Locale) =>
      (await client.search.find({ words, caseIds: null, limit: 10, locale })).groups.flatMap(({ hits }) => hits)
    const [english, spanish] = ['Force · Taser drive-stun', 'Fuerza · Táser por contacto directo']
    const isTag = { found: 'tag', place: { tagId: tag.id } }
    expect(await find('fuerza contacto', 'es')).toMatchObject([
      {
        ...isTag,
        title: {
          text: spanish,
          spans: [
            { start: 0, end: 6 },
            { start: 19, end: 27 }
          ]
        }
      }
    ])
    expect(await find('drive-stun', 'es')).toMatchObject([{ ...isTag, title: { text: spanish, spans: [] } }])
    expect(await find('fuerza contacto', 'en')).toMatchObject([{ ...isTag, title: { text: english, spans: [] } }])
    const type = shippedCodebook.reportTypes.find(({ id }) => id === report.type)?.translations?.es?.label ?? ''
    const [byType] = await find(type, 'es')
    expect(byType).toMatchObject({ found: 'report', title: { text: type }, place: { reportId: report.id } })
    expect(byType?.within).toContain(type)
  })

  it('finds a statement by its kind and leads to its passage, a disposition to its difference, a person to the people', async () => {
    const { client, caseId, report, tag } = await searchableCase()
    const start = text.indexOf('I deployed')
    const statement = await client.statements.create({
      span: { reportId: report.id, start, end: text.indexOf(' EMS') },
      draft: {
        ...{ kind: 'force' as const, types: ['ecw-discharged'], bodyArea: null, count: 1, actorIds: [], targetIds: [], statedAt: null },
        ...{ isNegated: false, isHearsay: false, isUncertain: false, note: 'Zweifelhaft' }
      }
    })
    const placesOf = async (words: string) =>
      (await client.search.find({ words, caseIds: null, limit: 20 })).groups.flatMap(({ hits }) => hits.map(({ place }) => place))
    expect(await placesOf('zweifelhaft')).toEqual([{ kind: 'passage', passageId: statement.passageId, reportId: report.id }])
    await client.absences.create({ caseId, subjects: [{ kind: 'tag-in-report', tagId: tag.id, reportId: report.id }], note: '' })
    const [difference] = (await client.differences.list({ caseId })).differences
    if (difference === undefined) throw new Error('no difference')
    await client.differences.dispose({ caseId, key: difference.key, status: 'explained', reason: 'Kameraschwenk' })
    expect(await placesOf('kamera')).toEqual([{ kind: 'difference', key: difference.key }])
    const entered = {
      caseId,
      kind: 'judged' as const,
      tagIds: [],
      passageIds: [statement.passageId],
      span: null,
      description: 'Widerspruch'
    }
    await client.differences.enter(entered)
    const keys = (await client.differences.list({ caseId })).differences.filter(({ origin }) => origin === 'entered').map(({ key }) => key)
    expect(await placesOf('widerspruch')).toEqual(keys.map((key) => ({ kind: 'difference', key })))
    const draft = { role: 'officer' as const, name: 'B. Novák', rank: 'Sergeant', badgeNumber: '2087', shiftEndsAt: null }
    const person = await client.people.create({ caseId, draft })
    expect(await placesOf('novak 2087')).toEqual([{ kind: 'person', personId: person.id }])
  })
})

describe('the counts of a case', () => {
  it('are kept until a record of it changes, and are there after a restart; what is found follows undo, redo and withdrawal', async () => {
    const { client, caseId, tag, close, dataFolder } = await searchableCase()
    const before = (await client.cases.list())[0]
    expect(before).toMatchObject({ tagCount: 1, reportCount: 1, marks: ['taser'] })
    const found = async () => (await client.search.find({ words: 'drive-stun', caseIds: null, limit: 9 })).groups.length
    expect(await found()).toBe(1)
    await client.ledger.undo({ caseId })
    expect(await found()).toBe(0)
    await client.ledger.redo({ caseId })
    expect(await found()).toBe(1)
    await client.tags.withdraw({ tagId: tag.id, reason: 'No' })
    expect(await found()).toBe(0)
    await client.cases.update({ caseId, draft: { ...caseDraft, dueOn: '2024-11-01', hasPersonInCrisis: true } })
    const after = (await client.cases.list())[0]
    expect(after).toMatchObject({ tagCount: 0, marks: ['person-in-crisis'], case: { dueOn: '2024-11-01' } })
    await client.cases.recordViewing({ caseId })
    await close()
    const again = await openTestCore({ dataFolder })
    expect((await again.client.cases.list())[0]).toEqual(after)
  })
})
