import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { emptyTagDetails } from '#shared/domain/suggestTagDetails'
import type { StatementDraft } from '#shared/model/report'
import { generateVideo } from '../media/generateVideo'
import { caseDraft, caseWithFootage, loadReport, openTestCore, refusal, temporaryFolder } from '../openTestCore'

const sample = path.join(process.env['TMPDIR'] ?? '/tmp', `countersign-comparison-${process.pid}.mp4`)
beforeAll(() => generateVideo(sample, { seconds: 2 }))

const text = 'I told the male to stop. I delivered one strike to his upper body. EMS was called.\n'
const strikes = '  one strike to his upper body'

const statement: StatementDraft = {
  kind: 'force',
  types: ['strike'],
  bodyArea: 'upper-body',
  count: 1,
  actorIds: [],
  targetIds: [],
  statedAt: null,
  isNegated: false,
  isHearsay: false,
  isUncertain: false,
  note: ''
}

async function openScene() {
  const core = await openTestCore()
  const { caseId, footageId } = await caseWithFootage(core, sample)
  const file = path.join(temporaryFolder(), 'report.txt')
  writeFileSync(file, text)
  await loadReport(core, caseId, file)
  const [report] = (await core.client.cases.get({ caseId })).reports
  if (report === undefined) throw new Error('no report')
  const tag = await core.client.tags.create({
    caseId,
    draft: {
      footageId,
      startUs: 500_000,
      endUs: null,
      details: { ...emptyTagDetails('force'), forceType: 'strike', bodyArea: 'head', count: 3 },
      note: '',
      clauseIds: []
    }
  })
  const start = text.indexOf(strikes.trim())
  const span = { reportId: report.id, start, end: start + strikes.trim().length }
  return { core, caseId, report, tag, span, client: core.client }
}

describe('two accounts', () => {
  it('are not compared until a person has looked', async () => {
    const { client, caseId, tag, report } = await openScene()
    const before = await client.differences.list({ caseId })
    expect(before.differences).toEqual([])
    expect(before.notCompared).toEqual([{ kind: 'tag-in-report', tagId: tag.id, reportId: report.id }])
    await client.absences.create({ caseId, subjects: [{ kind: 'tag-in-report', tagId: tag.id, reportId: report.id }], note: '' })
    const after = await client.differences.list({ caseId })
    expect(after.notCompared).toEqual([])
    expect(after.differences.map((difference) => difference.kind)).toEqual(['not-in-report'])
  })

  it('differ in count and body area once tag, passage and statement are tied', async () => {
    const { client, caseId, tag, span } = await openScene()
    await client.links.create({ tagId: tag.id, span, judgement: 'contradicts', note: '' })
    await client.statements.create({ span, draft: statement })
    const snapshot = await client.cases.get({ caseId })
    expect(snapshot.passages).toHaveLength(1)
    expect(snapshot.passages[0]?.anchor).toMatchObject({
      exact: 'one strike to his upper body',
      prefix: 'I told the male to stop. I delivered '
    })
    const kinds = (await client.differences.list({ caseId })).differences.map((difference) => difference.kind)
    expect(kinds).toEqual(expect.arrayContaining(['count', 'force-type']))
  })

  it('keep a disposition with its reason, and open again when the evidence changes', async () => {
    const { client, caseId, tag, span } = await openScene()
    await client.links.create({ tagId: tag.id, span, judgement: 'contradicts', note: '' })
    const marked = await client.statements.create({ span, draft: statement })
    const find = async () => (await client.differences.list({ caseId })).differences.find((difference) => difference.kind === 'count')
    const count = await find()
    if (count === undefined) throw new Error('no count difference')
    expect((await refusal(client.differences.dispose({ caseId, key: count.key, status: 'material', reason: ' ' }))).code).toBe(
      'invalid_input'
    )
    await client.differences.dispose({ caseId, key: count.key, status: 'material', reason: 'Three are seen.' })
    expect(await find()).toMatchObject({ status: 'material', reason: 'Three are seen.', isReopened: false })
    await client.statements.update({ statementId: marked.id, draft: { ...statement, count: 2 } })
    expect(await find()).toMatchObject({ status: 'open', isReopened: true })
    expect((await refusal(client.differences.dispose({ caseId, key: 'count:none', status: 'open', reason: 'x' }))).code).toBe('not_found')
  })

  it('refuse a second link of the same pair, a span beyond the text, and one of no words', async () => {
    const { client, tag, span } = await openScene()
    await client.links.create({ tagId: tag.id, span, judgement: 'agrees', note: '' })
    expect((await refusal(client.links.create({ tagId: tag.id, span, judgement: 'differs', note: '' }))).code).toBe('stale_write')
    const wrong = (start: number, end: number) =>
      refusal(client.links.create({ tagId: tag.id, span: { ...span, start, end }, judgement: 'agrees', note: '' }))
    expect((await wrong(0, 100_000)).code).toBe('invalid_input')
    expect((await wrong(6, 7)).code).toBe('invalid_input')
    expect((await wrong(50, 10)).code).toBe('invalid_input')
  })

  it('undo a link as one gesture', async () => {
    const { client, caseId, tag, span } = await openScene()
    await client.links.create({ tagId: tag.id, span, judgement: 'agrees', note: '' })
    await client.ledger.undo({ caseId })
    const { links, passages } = await client.cases.get({ caseId })
    expect([...links, ...passages].every((record) => record.withdrawn !== null)).toBe(true)
    expect((await client.differences.list({ caseId })).notCompared).toHaveLength(1)
  })

  it('hold a difference entered by hand', async () => {
    const { client, caseId, tag } = await openScene()
    await client.differences.enter({
      caseId,
      kind: 'justification',
      tagIds: [tag.id],
      passageIds: [],
      span: null,
      description: 'No resistance is seen.'
    })
    const { differences } = await client.differences.list({ caseId })
    expect(differences).toMatchObject([{ kind: 'justification', origin: 'entered', status: 'open' }])
    const empty = client.differences.enter({ caseId, kind: 'count', tagIds: [], passageIds: [], span: null, description: 'x' })
    expect((await refusal(empty)).code).toBe('invalid_input')
  })

  it('hold a difference entered on selected words, in one ledger entry and with no link', async () => {
    const { client, caseId, tag, span } = await openScene()
    const enter = () =>
      client.differences.enter({ caseId, kind: 'count', tagIds: [tag.id], passageIds: [], span, description: 'Three are seen.' })
    const { entryCount } = await client.ledger.verify()
    const entered = await enter()
    expect((await client.ledger.verify()).entryCount).toBe(entryCount + 1)
    const { links, passages } = await client.cases.get({ caseId })
    expect(links).toEqual([])
    expect(passages).toMatchObject([{ id: entered.passageIds[0], anchor: { exact: strikes.trim() } }])
    const { differences, notCompared } = await client.differences.list({ caseId })
    expect(differences).toMatchObject([{ kind: 'count', origin: 'entered', summary: 'Three are seen.' }])
    expect(notCompared).toHaveLength(1)

    expect((await enter()).passageIds).toEqual(entered.passageIds)
    await client.ledger.undo({ caseId })
    await client.ledger.undo({ caseId })
    expect((await client.cases.get({ caseId })).passages.map((passage) => passage.withdrawn)).not.toContain(null)
    expect((await client.differences.list({ caseId })).differences).toEqual([])
  })

  it('refuse a difference on words of another case, and change nothing', async () => {
    const { client, span } = await openScene()
    const { id: otherId } = await client.cases.create({ ...caseDraft, incidentNumber: 'other' })
    const { entryCount } = await client.ledger.verify()
    const call = client.differences.enter({ caseId: otherId, kind: 'count', tagIds: [], passageIds: [], span, description: 'x' })
    expect((await refusal(call)).code).toBe('invalid_input')
    expect((await client.ledger.verify()).entryCount).toBe(entryCount)
  })

  it('read statements out of a span as a suggestion and record nothing', async () => {
    const { client, caseId, span, core } = await openScene()
    const before = (await core.client.ledger.verify()).entryCount
    const found = await client.statements.read({ span: { ...span, start: 0, end: text.length } })
    const force = found.find((one) => one.kind === 'force')
    expect(force).toMatchObject({ types: ['strike'], count: 1, actor: 'I' })
    expect(text.slice(force?.start, force?.end)).toBe(force?.text)
    expect((await core.client.ledger.verify()).entryCount).toBe(before)
    expect((await client.cases.get({ caseId })).statements).toEqual([])
  })

  it('come from reports that are refused where they hold no words, and said to be there already', async () => {
    const { core, caseId } = await openScene()
    const folder = temporaryFolder()
    const load = async (name: string, content: string) => {
      writeFileSync(path.join(folder, name), content)
      return (await loadReport(core, caseId, path.join(folder, name))).problem?.code
    }
    expect(await load('empty.txt', '')).toBe('report_empty')
    expect(await load('again.txt', text)).toBe('report_already_loaded')
    expect((await core.client.cases.get({ caseId })).reports).toHaveLength(1)
  })
})
