import { mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { deflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createReportExtractor } from '#core/reports/extraction/createReportExtractor'
import { buildWorker } from './buildWorker'
import { makeDocx, packedMegabytes, paragraph } from './makeDocx'
import { makeManyPagePdf, makePagePdf, makePdf } from './makePdf'
import { problemOf } from './problemOf'

let folder: string
let worker: Awaited<ReturnType<typeof buildWorker>>
const never = new AbortController().signal

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-extraction-'))
  worker = await buildWorker()
})
afterAll(async () => {
  await worker.remove()
  await rm(folder, { recursive: true })
})

async function stored(name: string, bytes: Buffer): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, bytes)
  return path
}

/** A PDF that keeps the reader busy for many seconds: millions of operators on one page. */
const busyPdf = (): Buffer => makePagePdf(`BT /F1 12 Tf ${'1 0 0 1 72 700 Tm (a) Tj '.repeat(3_000_000)} ET`)

describe('createReportExtractor', () => {
  it.each([
    ['pdf', 'pdfjs-dist', 3, () => makePdf({ content: 'Two words' })],
    ['docx', 'mammoth', 3, () => makeDocx(paragraph('Two words'))],
    ['rtf', 'rtf-stream-parser', 1, () => Buffer.from('{\\rtf1 Two words}')],
    ['txt', 'plain-text', 2, () => Buffer.from('Two words')],
    ['html', 'html-to-text', 1, () => Buffer.from('<html><p>Two <b>words</b></p>')],
    ['eml', 'postal-mime', 1, () => Buffer.from('MIME-Version: 1.0\r\n\r\nTwo words')]
  ])('reads a %s in the built worker', async (format, extractor, extractorVersion, make) => {
    const extract = createReportExtractor({ workerUrl: worker.workerUrl })
    const path = await stored(`two.${format}`, await make())
    expect(await extract(path, 'two', never)).toEqual({
      format,
      extractor,
      extractorVersion,
      text: 'Two words',
      notes: [],
      formFields: [],
      pages: [{ number: 1, start: 0, end: 9 }],
      wordCount: 2
    })
  })

  it('hands over a refusal with what to do', async () => {
    const path = await stored('blank.docx', makeDocx(''))
    const problem = await problemOf(() => createReportExtractor({ workerUrl: worker.workerUrl })(path, 'blank.docx', never))
    expect(problem.code).toBe('report_empty')
    expect(problem.what).toContain('“blank.docx”')
    expect(problem.subjectId).toBeNull()
    expect(problem.todo).not.toBe('')
  })

  it.each([
    ['a missing file', () => join(folder, 'none.pdf')],
    ['a folder', () => folder]
  ])('refuses %s', async (_, path) => {
    const problem = await problemOf(() => createReportExtractor({ workerUrl: worker.workerUrl })(path(), 'a.pdf', never))
    expect(problem.code).toBe('report_unreadable')
  })

  it('gives up a file that takes too long, and the core goes on', async () => {
    const path = await stored('busy.pdf', busyPdf())
    const extract = createReportExtractor({ workerUrl: worker.workerUrl, timeoutMs: 1500 })
    const problem = await problemOf(() => extract(path, 'busy.pdf', never))
    expect(problem.code).toBe('report_too_large')
    expect(problem.what).toContain('2 seconds')
  })

  it('ends the thread when it is cancelled', async () => {
    const path = await stored('busy.pdf', busyPdf())
    const controller = new AbortController()
    const call = problemOf(() => createReportExtractor({ workerUrl: worker.workerUrl })(path, 'busy.pdf', controller.signal))
    const startedAt = performance.now()
    setTimeout(() => controller.abort(), 500)
    expect((await call).code).toBe('job_cancelled')
    expect(performance.now() - startedAt).toBeLessThan(5000)
  })

  it('starts nothing when it is cancelled beforehand', async () => {
    const extract = createReportExtractor({ workerUrl: new URL('file:///nowhere.js') })
    expect((await problemOf(() => extract('a', 'a', AbortSignal.abort()))).code).toBe('job_cancelled')
  })

  it('survives a page that unpacks to gigabytes', async () => {
    const header = deflateSync('').subarray(0, 2)
    const path = await stored('bomb.pdf', makePagePdf({ deflated: Buffer.concat([header, packedMegabytes(3000)]) }))
    const problem = await problemOf(() => createReportExtractor({ workerUrl: worker.workerUrl })(path, 'bomb.pdf', never))
    expect(problem.code).toBe('report_too_large')
  })

  it('reads 2,000 pages, and tells how far it is', async () => {
    const heard: number[] = []
    const path = await stored('long.pdf', makeManyPagePdf(2000))
    const extract = createReportExtractor({ workerUrl: worker.workerUrl })
    const { pages, wordCount } = await extract(path, 'long.pdf', never, ({ pagesRead }) => heard.push(pagesRead))
    expect([pages.length, wordCount]).toEqual([2000, 2000])
    expect(heard).toEqual(Array.from({ length: 2000 }, (_, index) => index + 1))
  })

  it.each(['pdf', 'docx', 'rtf', 'txt', 'html', 'eml'])('refuses a .%s of 200 MB and of one byte more within limits', async (extension) => {
    const starts: Record<string, string> = {
      pdf: '%PDF-1.7\n',
      docx: 'PK\u0003\u0004',
      rtf: '{\\rtf1 ',
      html: '<html>',
      eml: 'MIME-Version: 1.0\n\n'
    }
    const path = await stored(`large.${extension}`, Buffer.from(starts[extension] ?? ''))
    const file = await open(path, 'r+')
    const extract = createReportExtractor({ workerUrl: worker.workerUrl })
    const codes: string[] = []
    for (const sizeBytes of [200 * 1024 * 1024, 200 * 1024 * 1024 + 1]) {
      await file.truncate(sizeBytes)
      codes.push((await problemOf(() => extract(path, `large.${extension}`, never))).code)
    }
    await file.close()
    await rm(path)
    expect(codes[0]).toMatch(/^report_(?:too_large|unreadable|format_unsupported|empty)$/u)
    expect(codes[1]).toBe('report_too_large')
  })

  it('stops reading a scan when it is cancelled', async () => {
    const path = await stored('scan.pdf', makePagePdf('0 0 100 100 re f 300 300 50 5 re f'))
    const controller = new AbortController()
    const call = problemOf(() => createReportExtractor({ workerUrl: worker.workerUrl })(path, 'scan.pdf', controller.signal))
    setTimeout(() => controller.abort(), 300)
    expect((await call).code).toBe('job_cancelled')
  })

  it('turns a thread that runs out of memory into a refusal', async () => {
    const path = await stored(
      'greedy.mjs',
      Buffer.from(`
      import { parentPort } from 'node:worker_threads'
      parentPort.postMessage({ kind: 'started' })
      const kept = []
      for (;;) kept.push(new Array(1_000_000).fill(1.5))
    `)
    )
    const problem = await problemOf(() => createReportExtractor({ workerUrl: pathToFileURL(path) })('a', 'a.pdf', never))
    expect(problem.code).toBe('report_too_large')
    expect(problem.what).toContain('memory')
  })

  it.each([
    ['an error', `throw new Error('x')`, 'report_unreadable'],
    ['an early exit', `process.exit(0)`, 'report_unreadable']
  ])('turns a thread that ends in %s into a refusal', async (_, end, code) => {
    const source = `import { parentPort } from 'node:worker_threads'\nparentPort.postMessage({ kind: 'started' })\nsetTimeout(() => { ${end} }, 50)`
    const path = await stored('ends.mjs', Buffer.from(source))
    expect((await problemOf(() => createReportExtractor({ workerUrl: pathToFileURL(path) })('a', 'a.pdf', never))).code).toBe(code)
  })

  it('tells a worker that is not there from a file that is damaged', async () => {
    const workerUrl = pathToFileURL(join(folder, 'none.js'))
    expect((await problemOf(() => createReportExtractor({ workerUrl })('a', 'a.pdf', never))).code).toBe('internal')
  })
})
