import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { emptyTagDetails } from '#shared/domain/suggestTagDetails'
import type { Locale } from '#shared/messages/locale'
import { preferencesSchema } from '#shared/model/desk'
import { mediaIdSchema } from '#shared/model/ids'
import { generateVideo } from '../media/generateVideo'
import { caseWithFootage, ended, loadReport, openTestCore, temporaryFolder } from '../openTestCore'

const sample = path.join(process.env['TMPDIR'] ?? '/tmp', `countersign-findings-${process.pid}.mp4`)
beforeAll(() => generateVideo(sample, { seconds: 2 }))

const text = 'I delivered one strike to <b>his</b> upper body.\n'

async function write(format: 'html' | 'pdf', prefers: Locale | null = null) {
  const core = await openTestCore()
  await core.client.desk.savePreferences(preferencesSchema.parse({ locale: prefers }))
  const { caseId, footageId } = await caseWithFootage(core, sample)
  const file = path.join(temporaryFolder(), 'report.txt')
  writeFileSync(file, text)
  await loadReport(core, caseId, file)
  const { reports, footage } = await core.client.cases.get({ caseId })
  const startedAt = '2026-01-01T00:00:00.000Z'
  const stretch = { footageId, startUs: 0, endUs: 1_000_000, rate: 2, isMuted: false, startedAt }
  await core.client.viewings.record({ viewingId: null, stretch })
  await ended(core, (await core.client.footage.verify({ footageId })).id)
  const details = { ...emptyTagDetails('force'), forceType: 'strike', count: 3 }
  const tag = await core.client.tags.create({
    caseId,
    draft: { footageId, startUs: 1_000_000, endUs: null, details, note: '<script>alert(1)</script>', clauseIds: ['s15a'] }
  })
  const reportId = reports[0]?.id
  if (reportId === undefined) throw new Error('no report')
  await core.client.links.create({ tagId: tag.id, span: { reportId, start: 0, end: text.length - 1 }, judgement: 'contradicts', note: '' })
  const job = await ended(core, (await core.client.exports.findings({ caseId, format })).id)
  expect(job.problem).toBeNull()
  const located = await core.hostClient.locateMedia({ mediaId: mediaIdSchema.parse(job.resultId) })
  const [line] = await core.client.ledger.list({ caseId, beforeSequence: null, limit: 1 })
  return { label: line?.label, bytes: readFileSync(located.path), sha256: footage[0]?.sha256 ?? '', downloadName: located.downloadName }
}

describe('the findings summary', () => {
  it('is one HTML file with hashes, stills, quotes and differences, all text as text', async () => {
    const { bytes, sha256, downloadName, label } = await write('html')
    const html = bytes.toString('utf8')
    expect(downloadName).toBe('Findings 24-118302.html')
    expect(label).toBe('Write findings summary Findings 24-118302.html in English')
    expect(html).toContain('<html lang="en">')
    expect(html).toContain(sha256)
    expect(html).toContain('data:image/jpeg;base64,')
    expect(html).toContain('I delivered one strike to &lt;b&gt;his&lt;/b&gt; upper body.')
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(html).not.toContain('<script')
    expect(html).toContain('contradicts')
    expect(html).toMatch(/ played 50 % of it, 0 % at normal speed or slower with sound\./)
    expect(html).toMatch(/intact when verified on .*not verified since it was loaded/s)
    expect(html).not.toMatch(/(?:src|href)="(?!data:)/)
  })

  it('is in the language that the user chose, where none is asked for, and the ledger says so', async () => {
    const { bytes, downloadName, label } = await write('html', 'es')
    expect(downloadName).toBe('Hallazgos 24-118302.html')
    expect(label).toBe('Write findings summary Hallazgos 24-118302.html in Spanish')
    expect(bytes.toString('utf8')).toContain('<html lang="es">')
    expect(bytes.toString('utf8')).toMatch(/ reprodujo 50 % de la grabación, 0 % a velocidad normal o más lenta con sonido\./)
  })

  it('is a PDF', async () => {
    const { bytes, downloadName } = await write('pdf')
    expect(downloadName).toBe('Findings 24-118302.pdf')
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(bytes.subarray(-6).toString()).toContain('%%EOF')
    expect(bytes.length).toBeGreaterThan(20_000)
  })
})
