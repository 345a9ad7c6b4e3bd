import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { caseSnapshotSchema } from '#shared/model/entities'
import { readStatementSchema } from '#shared/model/report'
import { contract } from '#shared/rpc/contract'
import { generateVideo } from '../core/media/generateVideo'
import { caseDraft, openTestCore } from '../core/openTestCore'
import { runBuilt, type Ended } from './browserHostProcess'

const folder = mkdtempSync(path.join(tmpdir(), 'countersign-cli-'))
const dataFolder = path.join(folder, 'data')
const sample = path.join(folder, 'camera.mp4')
const report = path.join(folder, 'report.txt')
const narrative = 'I struck him twice with my baton on the left leg. He was not tased.'
let caseId = ''

const cli = (...args: string[]) => runBuilt('cli.js', args, { COUNTERSIGN_HOME: dataFolder })
const fileOf = (name: string, text: string) => {
  writeFileSync(path.join(folder, name), text)
  return path.join(folder, name)
}

/** What was printed on stdout as one JSON text; fails where it is not, or where the exit status is not 0. */
function jsonOf({ exitCode, stdout, stderr }: Ended): unknown {
  expect(exitCode, stderr).toBe(0)
  return JSON.parse(stdout)
}

beforeAll(async () => {
  generateVideo(sample, { seconds: 1 })
  fileOf('report.txt', narrative)
  caseId = z.object({ id: z.string() }).parse(jsonOf(await cli('call', 'cases.create', JSON.stringify(caseDraft)))).id
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('cli -- methods', () => {
  it('lists every method of the contract with its roles and schemas, as JSON alone', async () => {
    const ended = await cli('methods')
    const lines = z
      .array(
        z.object({
          method: z.string(),
          summary: z.string().min(1),
          roles: z.array(z.string()).min(1),
          input: z.unknown(),
          output: z.unknown()
        })
      )
      .parse(jsonOf(ended))
    expect(ended.stderr).toBe('')
    expect(lines.map(({ method }) => method)).toEqual(
      Object.entries(contract).flatMap(([room, methods]) => Object.keys(methods).map((name) => `${room}.${name}`))
    )
    const byName = new Map(lines.map((line) => [line.method, line]))
    expect(byName.get('cases.create')?.roles).not.toContain('trainer')
    expect(byName.get('cases.create')?.input).toMatchObject({
      type: 'object',
      required: expect.arrayContaining(['incidentNumber', 'timeZone'])
    })
    expect(byName.get('tags.create')?.output).toMatchObject({ type: 'object' })
  })
})

describe('cli -- call', () => {
  it('calls a method, and what it changed is there in the next run', async () => {
    const snapshot = caseSnapshotSchema.parse(jsonOf(await cli('call', 'cases.get', JSON.stringify({ caseId }))))
    expect(snapshot.case).toMatchObject(caseDraft)
  })

  it.each([
    ['bad input', ['call', 'cases.create', '{}'], 'invalid_input'],
    ['an id of nothing', ['call', 'cases.get', '{"caseId":"0193a3c2-7c5b-7000-8000-000000000000"}'], 'not_found']
  ])('says on stderr what it is refused with, exit status 1: %s', async (_what, args, code) => {
    const { exitCode, stdout, stderr } = await cli(...args)
    expect([exitCode, stdout]).toEqual([1, ''])
    expect(stderr.startsWith(`${code}: `)).toBe(true)
    expect(stderr).not.toContain('    at ')
  })

  it('loads the file that --grant names, waits for the job and prints it', async () => {
    const draft = { type: 'use-of-force', authorId: null, authorName: 'Officer A', capacity: 'involved-officer', writtenAt: null }
    const ended = await cli('call', 'reports.load', JSON.stringify({ caseId, draft }), '--grant', report)
    expect(jsonOf(ended)).toMatchObject({ kind: 'load-report', status: 'done', problem: null })
    const again = await cli('call', 'reports.load', JSON.stringify({ caseId, draft }), '--grant', report)
    expect(again.exitCode).toBe(1)
    expect(JSON.parse(again.stdout)).toMatchObject({ status: 'failed', problem: { code: 'report_already_loaded' } })
    expect(again.stderr).toContain('report_already_loaded: ')
  })
})

// None of these opens the data folder, so they may run side by side.
describe('cli -- used wrongly', () => {
  it.concurrent.each([
    ['no command', []],
    ['an unknown command', ['burn']],
    ['an unknown option', ['methods', '--wrong']],
    ['an unknown method', ['call', 'cases.burn']],
    ['a method by the name of a property', ['call', 'cases.constructor']],
    ['no method', ['call']],
    ['input that is no JSON', ['call', 'cases.create', '{bad']],
    ['a case that is no id', ['differences', 'x']]
  ])('shows how it is used on stderr, exit status 2: %s', async (_what, args) => {
    const { exitCode, stdout, stderr } = await cli(...args)
    expect([exitCode, stdout]).toEqual([2, ''])
    expect(stderr).toContain('Usage:')
  })
})

describe('cli -- on footage and cases', () => {
  it('load puts footage into a case, and differences lists what nobody compared', async () => {
    expect(jsonOf(await cli('load', caseId, sample))).toMatchObject([{ kind: 'load-footage', status: 'done' }])
    const listed = z.object({ differences: z.array(z.unknown()), notCompared: z.array(z.unknown()) })
    expect(listed.parse(jsonOf(await cli('differences', caseId))).differences).toEqual([])
  })

  it('probe says what a file says of itself', async () => {
    const ended = await cli('probe', sample)
    expect(jsonOf(ended)).toMatchObject({ fileName: 'camera.mp4', frameCount: 25, videoCodec: 'h264', widthPx: 320, damage: [] })
    expect(ended.stderr).toBe('')
  })

  it.each([
    ['is not there', () => path.join(folder, 'nowhere.mp4'), 'footage_missing'],
    ['is no video', () => report, 'footage_']
  ])('probe refuses a file that %s', async (_what, file, code) => {
    const { exitCode, stdout, stderr } = await cli('probe', file())
    expect([exitCode, stdout]).toEqual([1, ''])
    expect(stderr).toContain(code)
  })

  it('ledger verify tells an intact ledger', async () => {
    expect(jsonOf(await cli('ledger', 'verify'))).toMatchObject({ isIntact: true, problems: [] })
  })
})

describe('cli -- statements', () => {
  const statements = z.array(readStatementSchema)

  it.concurrent('FILE prints the statements of a report, each with its place in the text', async () => {
    const found = statements.parse(jsonOf(await cli('statements', report)))
    expect(found).toMatchObject([
      { types: expect.arrayContaining(['impact-weapon']), count: 2, bodyArea: 'leg', negated: false },
      { negated: true }
    ])
    for (const { start, end, text } of found) expect(narrative.slice(start, end)).toBe(text)
  })

  it.concurrent('--jsonl FILE prints a line for each line', async () => {
    const lines = [
      { id: 1, text: narrative },
      { id: 'b', text: '' }
    ].map((line) => JSON.stringify(line))
    const { exitCode, stdout } = await cli('statements', '--jsonl', fileOf('reports.jsonl', `${lines.join('\r\n')}\n\n`))
    expect(exitCode).toBe(0)
    const printed = stdout
      .trimEnd()
      .split('\n')
      .map((line) => z.object({ id: z.unknown(), statements }).parse(JSON.parse(line)))
    expect(printed.map(({ id, statements: found }) => [id, found.length])).toEqual([
      [1, 2],
      ['b', 0]
    ])
  })

  it.concurrent.each(['not JSON', '{"id": 2}', '{"text": "no id"}'])('--jsonl names the line that is wrong: %s', async (wrong) => {
    const { exitCode, stdout, stderr } = await cli(
      'statements',
      '--jsonl',
      fileOf(`${wrong.length}.jsonl`, `{"id":1,"text":""}\n${wrong}\n`)
    )
    expect([exitCode, stdout]).toEqual([1, '{"id":1,"statements":[]}\n'])
    expect(stderr).toContain('Line 2 ')
  })
})

describe('cli -- while another process holds the data folder', () => {
  it('is refused, and changes nothing', async () => {
    const core = await openTestCore({ dataFolder })
    const { entryCount } = await core.client.ledger.verify()
    const { exitCode, stdout, stderr } = await cli('call', 'cases.create', JSON.stringify(caseDraft))
    expect([exitCode, stdout]).toEqual([1, ''])
    expect(stderr).toContain('data_folder_in_use: ')
    expect((await core.client.ledger.verify()).entryCount).toBe(entryCount)
  })
})
