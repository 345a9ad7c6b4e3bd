import { createCore, type Core } from '#core/createCore'
import { emptyTagDetails } from '#shared/domain/suggestTagDetails'
import type { Judgement } from '#shared/model/comparison'
import type { CaseId, FootageId, JobId, TagId } from '#shared/model/ids'
import { tagKindSchema, type TagDraft } from '#shared/model/tag'
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { caseDraft, reportDraft } from '../../core/openTestCore'
import { projectRoot } from '../../e2e/appDriver'

/** What a data folder is filled with for the bench: cases that are looked at, and others that only stand in the library. */
export interface BenchCase {
  incidentNumber: string
  tagCount: number
  /** The recording it holds, or none. */
  file: string | null
  /** Of how many sentences its one report is, two in three of them tied to a tag; none where it has no report. */
  sentenceCount?: number
}

const keptFolder = path.join(projectRoot, '.cache/bench')

/** Rises when other cases are made than before. */
const casesVersion = 1
const judgements: readonly Judgement[] = ['agrees', 'agrees', 'differs', 'agrees', 'contradicts']

/**
 * A data folder with such cases, for one app to write in. It is made once, without a window, and kept as `name` in `.cache/bench`; what is
 * answered with is a copy of it, which goes when the bench ends. Pictures and sound stay where they were made.
 */
export async function copyOfBenchCases(name: string, cases: readonly BenchCase[], otherCount: number): Promise<string> {
  const kept = path.join(keptFolder, `workbench-${casesVersion}-${name}`)
  const madeMark = path.join(kept, 'made')
  if (!existsSync(madeMark)) {
    rmSync(kept, { recursive: true, force: true })
    await makeBenchCases(kept, cases, otherCount)
    writeFileSync(madeMark, '')
  }
  const copy = mkdtempSync(path.join(tmpdir(), 'countersign-bench-workbench-'))
  process.on('exit', () => rmSync(copy, { recursive: true, force: true }))
  cpSync(kept, copy, { recursive: true })
  return copy
}

/** Fills a data folder, without a window. Cases that are looked at are made last, so that the library shows them first. */
async function makeBenchCases(dataFolder: string, cases: readonly BenchCase[], otherCount: number): Promise<void> {
  const core = await createCore({
    ...{ dataFolder, host: 'test', appVersion: '0.0.0', env: process.env, log: () => undefined },
    extractionWorkerUrl: pathToFileURL(path.join(projectRoot, 'out/main/extractionWorker.js'))
  })
  try {
    for (let at = 0; at < otherCount; at += 1)
      await core.client.cases.create({ ...caseDraft, incidentNumber: `23-${String(at).padStart(6, '0')}`, place: `${at} Elm Street` })
    for (const { incidentNumber, tagCount, file, sentenceCount = 0 } of cases) {
      const { id: caseId } = await core.client.cases.create({ ...caseDraft, incidentNumber })
      if (file === null) continue
      const footageId = await load(core, caseId, file)
      await addPeople(core, caseId)
      const tagIds = await addTags(core, caseId, footageId, tagCount)
      if (sentenceCount > 0) await addReport(core, caseId, tagIds, path.join(dataFolder, `${incidentNumber}.txt`), sentenceCount)
    }
    // Nothing is to be made any more while the windows are measured.
    for (const job of await core.client.jobs.list()) await endOf(core, job.id)
    // Counted here, so that the library of the app that is measured has only to read.
    await core.client.cases.list()
  } finally {
    await core.close()
  }
}

async function load(core: Core, caseId: CaseId, file: string): Promise<FootageId> {
  const [grant] = await core.hostClient.grantFiles({ paths: [file] })
  if (grant === undefined) throw new Error('The recording was not granted.')
  const draft = { wearerId: null, cameraLabel: 'front', startsAt: caseDraft.startsAt }
  await endOf(core, (await core.client.footage.load({ caseId, grantId: grant.grantId, draft })).id)
  const [footage] = (await core.client.cases.get({ caseId })).footage
  if (footage === undefined) throw new Error('The recording was not loaded.')
  return footage.id
}

async function addPeople(core: Core, caseId: CaseId): Promise<void> {
  for (const name of ['A. Rivera', 'R. Weaver', 'J. Cole'])
    await core.client.people.create({ caseId, draft: { role: 'officer', name, rank: 'Ofc.', badgeNumber: '', shiftEndsAt: null } })
}

/** Tags of every kind through the whole recording: moments and short ranges, and one range of a minute among fifty. */
async function addTags(core: Core, caseId: CaseId, footageId: FootageId, count: number): Promise<TagId[]> {
  const tagIds: TagId[] = []
  const durationUs = (await core.client.cases.get({ caseId })).footage[0]?.probe.durationUs ?? 0
  const kinds = tagKindSchema.options
  for (let at = 0; at < count; at += 1) {
    const startUs = Math.floor((at * 0.95 * durationUs) / count)
    const lengthUs = at % 50 === 7 ? 60_000_000 : at % 3 === 0 ? null : 400_000 + (at % 7) * 600_000
    const draft: TagDraft = {
      ...{ footageId, startUs, note: '', clauseIds: [] },
      endUs: lengthUs === null ? null : Math.min(durationUs, startUs + lengthUs),
      details: emptyTagDetails(kinds[at % kinds.length] ?? 'force')
    }
    tagIds.push((await core.client.tags.create({ caseId, draft })).id)
  }
  return tagIds
}

/** A report whose sentences are tied to tags in the order of time, one in seven out of order. */
async function addReport(core: Core, caseId: CaseId, tagIds: readonly TagId[], file: string, count: number): Promise<void> {
  const sentences = Array.from({ length: count }, (_, at) => `In the moment numbered ${at + 1} I saw what was done to the man there.`)
  const text = sentences.map((sentence, at) => (at % 4 === 3 ? `${sentence}\n\n` : `${sentence} `)).join('')
  writeFileSync(file, text)
  const [grant] = await core.hostClient.grantFiles({ paths: [file] })
  if (grant === undefined) throw new Error('The report was not granted.')
  await endOf(core, (await core.client.reports.load({ caseId, grantId: grant.grantId, draft: reportDraft })).id)
  const [report] = (await core.client.cases.get({ caseId })).reports
  if (report === undefined) throw new Error('The report was not loaded.')
  for (const [at, sentence] of sentences.entries()) {
    if (at % 3 === 2) continue
    const tagId = tagIds[at % 7 === 6 ? (at * 31) % tagIds.length : Math.floor((at * tagIds.length) / count)]
    const start = text.indexOf(sentence) + 3
    const span = { reportId: report.id, start, end: start + sentence.length - 10 }
    if (tagId !== undefined)
      await core.client.links.create({ tagId, span, judgement: judgements[at % judgements.length] ?? 'agrees', note: '' })
  }
}

async function endOf(core: Core, jobId: JobId): Promise<void> {
  for (;;) {
    const job = await core.client.jobs.get({ jobId })
    if (job.status === 'failed') throw new Error(job.problem?.what)
    if (job.endedAt !== null) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
