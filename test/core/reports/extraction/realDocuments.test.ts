import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createReportExtractor, type ReportExtractor } from '#core/reports/extraction/createReportExtractor'
import type { ExtractedReport } from '#core/reports/extraction/extractedReport'
import { countWords, plainText } from '#core/reports/extraction/plainText'
import { ProblemError } from '#shared/rpc/problem'
import { buildWorker } from './buildWorker'

const documents = join(
  process.env['COUNTERSIGN_TEST_DATA'] ?? resolve(import.meta.dirname, '../../../../../shared/data'),
  'reports/documents'
)
const isPresent = existsSync(documents)
if (!isPresent)
  console.warn('Skipped: real report files are absent; COUNTERSIGN_TEST_DATA can name the folder that holds reports/documents.')

const filesIn = (folder: string): string[] => (isPresent ? readdirSync(join(documents, folder)).map((name) => join(folder, name)) : [])
const sha256Of = async (path: string): Promise<string> =>
  createHash('sha256')
    .update(await readFile(path))
    .digest('hex')

/** What each file that gives no text is refused with; every other file must give text. */
const refusals: Readonly<Record<string, string>> = {
  'docx/empty.docx': 'report_empty',
  'docx/external-picture.docx': 'report_empty',
  'docx/tika-testAltChunkHTML.docx': 'report_empty',
  'docx/tika-testWORD_multi_authors.docx': 'report_empty',
  'docx/tiny-picture-target-base-relative.docx': 'report_empty',
  'docx/tiny-picture.docx': 'report_empty',
  'hostile/2exe.docx': 'report_empty',
  'hostile/GHOSTSCRIPT-698804-1-fuzzed.pdf': 'report_empty',
  'hostile/Pages-tree-refs.pdf': 'report_unreadable',
  'hostile/REDHAT-1531897-0.pdf': 'report_unreadable',
  'hostile/a-text-pass-A5d.pdf': 'report_password_protected',
  'hostile/a-text-pass-peanuts.pdf': 'report_password_protected',
  'hostile/empty.pdf': 'report_empty',
  'hostile/empty_protected.pdf': 'report_empty',
  'hostile/encrypted-attachment.pdf': 'report_password_protected',
  'hostile/js-authors.pdf': 'report_empty',
  'hostile/libreoffice-writer-password.pdf': 'report_password_protected',
  'hostile/password-example.pdf': 'report_password_protected',
  'hostile/poppler-395-0-fuzzed.pdf': 'report_unreadable',
  'hostile/poppler-742-0-fuzzed.pdf': 'report_unreadable',
  'hostile/poppler-937-0-fuzzed.pdf': 'report_unreadable',
  'hostile/testWORD_protected_passtika.docx': 'report_password_protected',
  'hostile/testWORD_truncated.docx': 'report_unreadable',
  'pdf/labelled_pages.pdf': 'report_empty',
  'rtf/testRTFEmbeddedFiles.rtf': 'report_empty'
}

/** Words in the order in which a reader of the page meets them. */
const quotes: Readonly<Record<string, string>> = {
  'docx/tables.docx': 'Top left\tTop right\nBottom left\tBottom right',
  'docx/endnotes.docx': '[1] A tachyon walks into a bar.',
  'docx/simple-list.docx': '• Apple\n• Banana',
  'docx/tika-014760.docx': 'a. Superintendent\nb. Assistant Superintendent/Captains',
  'docx/tika-testWORD_text_box.docx':
    '[Header] This text is inside of a text box in the header of the document.\n\nThis text is directly in the body of the document.',
  'docx/tika-testWORD_template.docx': 'References are available upon request.\n\n[Footer] Page 2',
  'pdf/scotus-transcript-p1.pdf': '13\targument before the Supreme Court of the United States\n14\tat 1:01 p.m.',
  'pdf/testIncident.pdf': '2/23/2020 0:12\t2020-00013980\tETOWAH RD / 120TH AVE SE\tTraffic Stop\tOK0140200',
  'pdf/multicolumn.pdf': 'mauris. Nam arcu libero, nonummy eget, consectetuer\nid, vulputate a, magna. Donec vehicula',
  'pdf/rotation.pdf': 'This is my second page. It will have a landscape layout.\nSecond line here.',
  'pdf/libreoffice-form.pdf': 'First Name Alice',
  'pdf/ArabicCIDTrueType.pdf': 'انواع',
  'hostile/scan-bad.pdf': 'pdf.js',
  'rtf/testRTFTableCellSeparation.rtf': 'a\tb\nc\td\nä\të\nö\tü',
  'rtf/testRTF-ms932.rtf': 'Hello\nこんにちは\nTest\nテスト',
  'rtf/issue_28.rtf': '印刷情况反映',
  'rtf/bytes.rtf': 'Верховний Суд',
  'rtf/ansicpg1250.rtf': 'Proszę o zapoznanie się',
  'rtf/hyperlink.rtf': 'google.com'
}

/** What the reader says of a file that it cannot give as text; of every other file with text it says nothing. */
const notes: Readonly<Record<string, string[]>> = {
  'pdf/vertical.pdf': ['Pages 2 and 3 hold no text that can be read: they may be pictures, or blank.'],
  'hostile/evaljs.pdf': ['Page 1 was read by optical character recognition: check it against the page.'],
  'hostile/malformed-from-issue-932.pdf': [
    'Page 1 was read by optical character recognition and is hard to read: words are likely wrong. Check it against the page.'
  ],
  'hostile/scan-bad.pdf': ['Page 1 was read by optical character recognition: check it against the page.'],
  'hostile/secHandler.pdf': ['Page 1 was read by optical character recognition: check it against the page.'],
  'rtf/BVWGT_20241227_W258_2227269_1_00_01.rtf': ['It holds 1 picture: words inside a picture are not read.'],
  'rtf/Example_text.rtf': ['It holds 2 pictures: words inside a picture are not read.'],
  'docx/comments.docx': ['It has 2 comments in the margin, left out of the text.'],
  'docx/tika-memo.docx': [
    'It holds 12 pictures: words inside a picture are not read.',
    'It tracks changes: words that were deleted or moved away are left out.'
  ],
  'docx/tika-testOCR.docx': ['It holds 1 picture: words inside a picture are not read.'],
  'docx/tika-testWORD_features.docx': [
    'It tracks changes: words that were deleted or moved away are left out.',
    'It has 2 comments in the margin, left out of the text.'
  ]
}

function expectWellFormed({ text, pages, wordCount, formFields }: ExtractedReport): void {
  for (const { start, end, isTicked, value } of formFields) {
    const shown = text.slice(start, end)
    expect(shown.trim()).toBe(shown)
    expect(shown).not.toBe('')
    if (isTicked === null) expect(shown.replaceAll(/\s+/gu, ' ')).toContain(plainText(value).replaceAll(/\s+/gu, ' ').slice(0, 10))
  }
  expect(text).toBe(plainText(text))
  expect(wordCount).toBe(countWords(text))
  expect(wordCount).toBeGreaterThan(0)
  expect(pages.map(({ start }) => start)).toEqual([0, ...pages.slice(0, -1).map(({ end }) => end)])
  expect(pages.at(-1)?.end).toBe(text.length)
}

describe.skipIf(!isPresent)('real report files', () => {
  let extract: ReportExtractor
  let worker: Awaited<ReturnType<typeof buildWorker>>

  beforeAll(async () => {
    worker = await buildWorker()
    extract = createReportExtractor({ workerUrl: worker.workerUrl })
  })
  afterAll(() => worker.remove())

  const outcomes: string[] = []
  afterAll(() => console.warn(`Read ${outcomes.length} real files:\n${outcomes.sort().join('\n')}`))

  it.each([...filesIn('pdf'), ...filesIn('docx'), ...filesIn('rtf'), ...filesIn('hostile')])(
    '%s gives its text or a fitting refusal, and is unchanged',
    async (file) => {
      const path = join(documents, file)
      const before = await sha256Of(path)
      const startedAt = performance.now()
      const told = (outcome: string): unknown => outcomes.push(`${file}: ${outcome}, ${Math.round(performance.now() - startedAt)} ms`)
      try {
        const report = await extract(path, file, new AbortController().signal)
        told(`${report.wordCount} words by ${report.extractor}`)
        expect(refusals[file]).toBeUndefined()
        expectWellFormed(report)
        expect(report.text).toContain(quotes[file] ?? '')
        expect(report.notes).toEqual(notes[file] ?? [])
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error
        told(error.problem.code)
        expect(error.problem.code).toBe(refusals[file])
      }
      expect(await sha256Of(path)).toBe(before)
    }
  )
})
