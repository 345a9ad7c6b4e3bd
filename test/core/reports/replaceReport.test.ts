import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { emptyTagDetails } from '#shared/domain/suggestTagDetails'
import type { CaseId, ReportId } from '#shared/model/ids'
import type { StatementDraft } from '#shared/model/report'
import { generateVideo } from '../media/generateVideo'
import { caseDraft, ended, loadFootage, loadReport, openTestCore, refusal, temporaryFolder } from '../openTestCore'

const sample = path.join(process.env['TMPDIR'] ?? '/tmp', `countersign-replace-${process.pid}.mp4`)
beforeAll(() => generateVideo(sample, { seconds: 2 }))

const first =
  'I told the male to stop. I delivered one strike to his upper body. EMS was called at 2119 hours. I then left the scene with Officer Novak.\n'
const corrected =
  'CORRECTED VERSION\n\nI told the male to stop. I delivered two strikes to his upper body. I then left the scene with Officer Novak.\n'

const statement: StatementDraft = {
  ...{ kind: 'force', types: ['strike'], bodyArea: 'upper-body', count: 1, actorIds: [], targetIds: [], statedAt: null },
  ...{ isNegated: false, isHearsay: false, isUncertain: false, note: '' }
}

type TestCore = Awaited<ReturnType<typeof openTestCore>>

async function replaceBy(core: TestCore, reportId: ReportId, words: string, fileName = 'corrected.txt') {
  const file = path.join(temporaryFolder(), fileName)
  writeFileSync(file, words)
  const [grant] = await core.hostClient.grantFiles({ paths: [file] })
  if (grant === undefined) throw new Error('no grant')
  return ended(core, (await core.client.reports.replace({ reportId, grantId: grant.grantId })).id)
}

/** A case with the report, and three passages of it, one of which a statement rests on. */
async function openScene() {
  const core = await openTestCore()
  const { client } = core
  const { id: caseId } = await client.cases.create(caseDraft)
  const file = path.join(temporaryFolder(), 'report.txt')
  writeFileSync(file, first)
  await loadReport(core, caseId, file)
  const [report] = (await client.cases.get({ caseId })).reports
  if (report === undefined) throw new Error('no report')
  const spanOf = (words: string, text = first) => {
    const start = text.indexOf(words)
    if (start < 0) throw new Error(`not in the text: ${words}`)
    return { reportId: report.id, start, end: start + words.length }
  }
  await client.statements.create({ span: spanOf('one strike to his upper body'), draft: statement })
  const others = ['I told the male to stop.', 'EMS was called at 2119 hours.']
  for (const words of others) await client.statements.create({ span: spanOf(words), draft: { ...statement, kind: 'warning' } })
  const passage = async (words: string) => {
    const found = (await client.cases.get({ caseId })).passages.find(({ anchor }) => anchor.exact.includes(words))
    if (found === undefined) throw new Error(`no passage ${words}`)
    return found
  }
  return { core, client, caseId, report, spanOf, passage }
}

/** The same beside footage with a moment tagged. */
async function openSceneWithTag() {
  const scene = await openScene()
  const { core, client, caseId } = scene
  await loadFootage(core, caseId, sample)
  const [footage] = (await client.cases.get({ caseId })).footage
  if (footage === undefined) throw new Error('no footage')
  const details = { ...emptyTagDetails('force'), forceType: 'strike', bodyArea: 'head', count: 3 } as const
  const draft = { footageId: footage.id, startUs: 500_000, endUs: null, details, note: '', clauseIds: [] }
  return { ...scene, tag: await client.tags.create({ caseId, draft }) }
}

const countOf = async (client: TestCore['client'], caseId: CaseId) =>
  (await client.differences.list({ caseId })).differences.find(({ kind }) => kind === 'count')

describe('a report replaced by a corrected version', () => {
  it('stays the same record with the new file, keeps the former one, and finds each passage again or says that it did not', async () => {
    const { core, client, caseId, report, passage } = await openScene()
    const { entryCount } = await client.ledger.verify()
    expect(await replaceBy(core, report.id, corrected)).toMatchObject({ status: 'done', resultId: report.id })
    const { reports } = await client.cases.get({ caseId })
    expect(reports).toMatchObject([
      { id: report.id, fileName: 'corrected.txt', former: [{ fileName: 'report.txt', sha256: report.sha256 }] }
    ])
    expect(reports[0]?.sha256).not.toBe(report.sha256)
    expect((await client.reports.text({ reportId: report.id })).text).toBe(corrected)
    expect((await client.reports.text({ reportId: report.id, sha256: report.sha256 })).text).toBe(first)

    const told = await passage('told the male')
    expect(told.anchor).toMatchObject({ start: corrected.indexOf('I told'), reportSha256: reports[0]?.sha256 })
    expect(told).not.toHaveProperty('refinding')
    const strike = await passage('one strike')
    expect(strike).toMatchObject({ anchor: { reportSha256: report.sha256 }, refinding: { state: 'changed', reason: 'words' } })
    const { refinding } = strike
    if (refinding?.state !== 'changed') throw new Error('not changed')
    expect(corrected.slice(refinding.start, refinding.end)).toBe('two strikes to his upper body')
    const without = (left: 'added' | 'removed') => refinding.runs.flatMap(({ kind, text }) => (kind === left ? [] : [text])).join('')
    expect([without('added'), without('removed')]).toEqual(['one strike to his upper body', 'two strikes to his upper body'])
    expect((await passage('EMS was')).refinding).toEqual({ state: 'lost', isSettled: false })
    expect(await client.ledger.verify()).toMatchObject({ isIntact: true, entryCount: entryCount + 1 })
    const [line] = await client.ledger.list({ caseId, beforeSequence: null, limit: 1 })
    expect(line?.label).toContain('1 found exactly, 1 found with changes, 1 not found')
  })

  it('is not compared by a passage that waits, and what was settled on it opens again once it is confirmed', async () => {
    const { core, client, caseId, report, tag, spanOf, passage } = await openSceneWithTag()
    // Looked for in the version that is there now, which says nothing of the next.
    const subjects = [{ kind: 'tag-in-report' as const, tagId: tag.id, reportId: report.id }]
    const kinds = async () => (await client.differences.list({ caseId })).differences.map(({ kind }) => kind)
    await client.absences.create({ caseId, subjects, note: '' })
    expect(await kinds()).toContain('not-in-report')
    const link = await client.links.create({ tagId: tag.id, span: spanOf('one strike to his upper body'), judgement: 'agrees', note: '' })
    const before = await countOf(client, caseId)
    if (before === undefined) throw new Error('no difference')
    await client.differences.dispose({ caseId, key: before.key, status: 'material', reason: 'Three are seen.' })
    await replaceBy(core, report.id, corrected)
    expect(await countOf(client, caseId)).toBeUndefined()

    const { id: passageId } = await passage('one strike')
    const span = spanOf('two strikes to his upper body', corrected)
    expect(await client.passages.confirm({ passageId, span })).not.toHaveProperty('refinding')
    expect(await countOf(client, caseId)).toMatchObject({ key: before.key, status: 'open', isReopened: true, reason: 'Three are seen.' })
    expect((await refusal(client.passages.confirm({ passageId, span }))).code).toBe('stale_write')

    await client.links.withdraw({ linkId: link.id, reason: 'wrong' })
    expect(await kinds()).not.toContain('not-in-report')
    expect((await client.differences.list({ caseId })).notCompared).toContainEqual(subjects[0])
    expect(await client.absences.create({ caseId, subjects, note: '' })).toHaveLength(1)
    expect(await kinds()).toContain('not-in-report')
  })

  it('keeps a statement whose words changed as it was, until a person takes what the reader finds in the new words', async () => {
    const { core, client, caseId, report, spanOf, passage } = await openScene()
    await replaceBy(core, report.id, corrected)
    const { id: passageId } = await passage('one strike')
    const ofPassage = async () => (await client.cases.get({ caseId })).statements.find((one) => one.passageId === passageId)
    const before = await ofPassage()
    if (before === undefined) throw new Error('no statement')
    expect(before).toMatchObject({ count: 1 })
    const span = spanOf('two strikes to his upper body', corrected)
    const [readAs] = await client.statements.read({ span })
    if (readAs === undefined) throw new Error('nothing read')
    const anew = { statementId: before.id, draft: { ...statement, count: 2, note: 'Kept.' }, readAs }
    const refusedFor = async (readAnew: (typeof anew)[]) => (await refusal(client.passages.confirm({ passageId, span, readAnew }))).code
    expect(await refusedFor([{ ...anew, readAs: { ...readAs, count: 7 } }])).toBe('invalid_input')
    const other = (await client.cases.get({ caseId })).statements.find((one) => one.passageId !== passageId)
    expect(await refusedFor([{ ...anew, statementId: other?.id ?? before.id }])).toBe('invalid_input')
    expect(await ofPassage()).toEqual(before)
    await client.passages.confirm({ passageId, span, readAnew: [anew] })
    expect(await ofPassage()).toMatchObject({ count: 2, note: 'Kept.', readAs })
    await client.ledger.undo({ caseId })
    expect(await ofPassage()).toMatchObject({ count: 1, note: '' })
    expect((await passage('one strike')).refinding?.state).toBe('changed')
  })

  it('is undone and done again as one gesture, and unchanged where the file is refused', async () => {
    const { core, client, caseId, report, passage } = await openScene()
    const before = await client.cases.get({ caseId })
    expect(await replaceBy(core, report.id, first)).toMatchObject({ status: 'failed', problem: { code: 'report_already_loaded' } })
    expect(await replaceBy(core, report.id, ' \n ')).toMatchObject({ status: 'failed', problem: { code: 'report_empty' } })
    expect(await client.cases.get({ caseId })).toEqual(before)
    await replaceBy(core, report.id, corrected)
    await client.ledger.undo({ caseId })
    const content = ({ passages, reports }: typeof before) => [
      passages.map(({ anchor, refinding }) => ({ anchor, refinding })),
      reports.map(({ sha256, fileName, former }) => ({ sha256, fileName, former }))
    ]
    expect(content(await client.cases.get({ caseId }))).toEqual(content(before))
    expect((await client.reports.text({ reportId: report.id })).text).toBe(first)
    await client.ledger.redo({ caseId })
    expect((await passage('one strike')).refinding?.state).toBe('changed')
    expect((await client.reports.text({ reportId: report.id })).text).toBe(corrected)
    expect(await client.ledger.verify()).toMatchObject({ isIntact: true })
  })

  it('lets a person say that a passage is gone, choose other words for it after all, and seeks it again in a later version', async () => {
    const { core, client, report, spanOf, passage } = await openScene()
    await replaceBy(core, report.id, corrected)
    const { id: passageId } = await passage('EMS was')
    expect((await client.passages.markLost({ passageId })).refinding).toEqual({ state: 'lost', isSettled: true })
    const empty = { ...spanOf('CORRECTED', corrected), start: 17, end: 19 }
    expect((await refusal(client.passages.confirm({ passageId, span: empty }))).code).toBe('invalid_input')
    await replaceBy(core, report.id, first.replace('Officer Novak', 'Officer B. Novak'), 'third.txt')
    expect(await passage('EMS was')).toMatchObject({ anchor: { exact: 'EMS was called at 2119 hours.' } })
    expect(await passage('EMS was')).not.toHaveProperty('refinding')
    expect(await passage('one strike')).not.toHaveProperty('refinding')
  })

  it('reads a page that takes the place of a text as loading does, its boxes too, and never serves it as a page', async () => {
    const { core, client, report } = await openScene()
    await replaceBy(core, report.id, `<p>${first}</p><p>[X] Baton</p><script>x()</script>`, 'corrected.html')
    const text = await client.reports.text({ reportId: report.id })
    expect(text.formFields).toMatchObject([{ name: 'Baton', isTicked: true }])
    const { reports } = await client.cases.get({ caseId: report.caseId })
    const served = await core.hostClient.locateMedia({ mediaId: reports[0]?.mediaId ?? report.mediaId })
    expect(served.contentType).toBe('application/octet-stream')
  })
})
