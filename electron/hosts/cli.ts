// The command line: every method of the contract, in-process. JSON on stdout, messages on stderr.
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { createCore, createFileTools, type Core } from '#core/createCore'
import { readStatements } from '#shared/domain/statements/readStatements'
import { shippedCodebook } from '#shared/model/codebook'
import { caseIdSchema } from '#shared/model/ids'
import { jobSchema, type Job } from '#shared/model/job'
import { carriedProblem, ProblemError, problemWords } from '#shared/rpc/problem'
import { coreOptions } from './coreOptions'
import { callMethod, listMethods } from './methodTable'

const usage = `Usage:
  cli -- methods                              every method with its schemas and roles
  cli -- call METHOD '{"json": "input"}'      call one; --grant FILE chooses the file of a load
  cli -- load CASE_ID FILE...                 load footage into a case
  cli -- probe FILE                           what a footage file says of itself
  cli -- differences CASE_ID                  the differences of a case
  cli -- statements FILE                      the statements that a report makes
  cli -- statements --jsonl FILE              the same for lines of {"id", "text"}
  cli -- ledger verify                        check the ledger
`

/** Wrong use of the command line. */
class UsageError extends Error {}

const print = (value: unknown): void => void process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
const reportLineSchema = z.looseObject({ id: z.union([z.string(), z.number()]), text: z.string() })
const abort = new AbortController()
// Whoever reads may stop early, as head does; that is no fault.
process.stdout.on('error', () => process.exit(process.exitCode ?? 0))
process.once('SIGINT', () => abort.abort())

try {
  await run()
} catch (error) {
  process.exitCode = report(error)
}

async function run(): Promise<void> {
  const { values, positionals } = parseArguments()
  const [command, ...rest] = positionals
  const [first, second] = rest
  const options = coreOptions('command line')
  if (command === 'methods') return print(listMethods())
  if (command === 'probe' && first !== undefined) return print(await createFileTools(options).probe(first, abort.signal))
  if (command === 'statements' && values.jsonl !== undefined) return statementsOfLines(values.jsonl)
  if (command === 'statements' && first !== undefined) {
    const { text } = await createFileTools(options).readReport(first, abort.signal)
    return print(readStatements(text, shippedCodebook))
  }
  if (command === 'call' && first !== undefined) {
    const given = second === undefined ? undefined : parseJson(second)
    if (!listMethods().some(({ method }) => method === first)) throw unknownMethod(first)
    return withCore((core) => call(core, first, given, values.grant ?? null))
  }
  if (command === 'load' && first !== undefined && rest.length > 1) return withCore((core) => load(core, first, rest.slice(1)))
  if (command === 'differences' && first !== undefined) {
    const caseId = parseCaseId(first)
    return withCore(async ({ client }) => print(await client.differences.list({ caseId })))
  }
  if (command === 'ledger' && first === 'verify') return withCore(verify)
  throw new UsageError(command === undefined ? 'Name a command.' : `This is not a command: ${positionals.join(' ')}`)
}

function parseArguments() {
  try {
    return parseArgs({ options: { grant: { type: 'string' }, jsonl: { type: 'string' } }, allowPositionals: true })
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause), { cause })
  }
}

async function withCore(use: (core: Core) => Promise<void>): Promise<void> {
  const core = await createCore(coreOptions('command line'))
  try {
    await use(core)
  } finally {
    await core.close()
  }
}

async function call(core: Core, method: string, given: unknown, grantFile: string | null): Promise<void> {
  const input =
    grantFile === null ? given : { ...z.record(z.string(), z.unknown()).parse(given ?? {}), grantId: await grantOf(core, grantFile) }
  const answer = await callMethod(core.client, method, input, abort.signal)
  if (answer === null) throw unknownMethod(method)
  if (isStream(answer.output)) {
    for await (const event of answer.output) process.stdout.write(`${JSON.stringify(event)}\n`)
    return
  }
  const job = jobSchema.safeParse(answer.output)
  print(job.success && !method.startsWith('jobs.') ? await finished(core, job.data) : answer.output)
}

function unknownMethod(method: string): UsageError {
  return new UsageError(`There is no method ${method}. See: cli -- methods`)
}

async function load(core: Core, caseId: string, files: string[]): Promise<void> {
  const jobs: Job[] = []
  for (const file of files) {
    const draft = { wearerId: null, cameraLabel: '', startsAt: null }
    const job = await core.client.footage.load({ caseId: parseCaseId(caseId), grantId: await grantOf(core, file), draft })
    jobs.push(await finished(core, job))
  }
  print(jobs)
}

async function verify(core: Core): Promise<void> {
  const verdict = await core.client.ledger.verify()
  print(verdict)
  if (!verdict.isIntact) process.exitCode = 1
}

/** Waits for a job and shows its steps; one that failed sets the exit status. */
async function finished(core: Core, started: Job): Promise<Job> {
  for (let job = started, step = ''; ; job = await core.client.jobs.get({ jobId: job.id })) {
    if (abort.signal.aborted) await core.client.jobs.cancel({ jobId: job.id })
    if (job.step !== step) process.stderr.write(`${job.label}: ${job.step}\n`)
    step = job.step
    if (job.endedAt !== null) {
      if (job.problem !== null) process.exitCode = report(ProblemError.of(job.problem))
      return job
    }
    await wait(50)
  }
}

async function grantOf(core: Core, file: string) {
  const [grant] = await core.hostClient.grantFiles({ paths: [file] })
  if (grant === undefined) throw new UsageError(`${file} cannot be chosen.`)
  return grant.grantId
}

async function statementsOfLines(file: string): Promise<void> {
  let number = 0
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    number++
    if (line.trim() === '') continue
    const { id, text } = parseReportLine(line, number)
    process.stdout.write(`${JSON.stringify({ id, statements: readStatements(text, shippedCodebook) })}\n`)
  }
}

function parseReportLine(line: string, number: number) {
  try {
    return reportLineSchema.parse(JSON.parse(line))
  } catch (cause) {
    throw new ProblemError('invalid_input', problemWords('lineNotReport', { line: number, words: line.slice(0, 100) }), { cause })
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new UsageError(`This is not JSON: ${text.slice(0, 100)}`, { cause })
  }
}

function parseCaseId(text: string) {
  const parsed = caseIdSchema.safeParse(text)
  if (!parsed.success) throw new UsageError(`This is not a case id: ${text}`)
  return parsed.data
}

function isStream(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value
}

/** Says what went wrong on stderr and answers with the exit status. */
function report(error: unknown): number {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n\n${usage}`)
    return 2
  }
  const problem = carriedProblem(error)
  if (problem !== null) process.stderr.write(`${problem.code}: ${problem.what} ${problem.kept} ${problem.todo}\n`)
  else process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  return 1
}
