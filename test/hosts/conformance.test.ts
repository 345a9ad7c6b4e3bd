import { ORPCError } from '@orpc/client'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { caseIdSchema } from '#shared/model/ids'
import { problemSchema } from '#shared/rpc/problem'
import { caseDraft } from '../core/openTestCore'
import type { Client } from './browserHostProcess'
import { transports, type OpenLine, type Served } from './transports'

/** The error that a call ends with; fails where it ends well. */
async function errorOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    (answer) => expect.fail(`it was answered: ${JSON.stringify(answer)}`),
    (error: unknown) => error
  )
}

/** Calls a method that the contract may not know. */
async function callByName(client: Client, room: keyof Client, method: string, input: unknown): Promise<unknown> {
  const found: unknown = Reflect.get(client[room], method)
  if (typeof found !== 'function') throw new TypeError(`no method ${method}`)
  return Reflect.apply(found, undefined, [input])
}

const entryCount = async (client: Client) => (await client.ledger.verify()).entryCount

describe.each(Object.entries(transports))('over the transport %s', (name, serve) => {
  let dataFolder = ''
  let served: Served
  beforeAll(async () => {
    dataFolder = mkdtempSync(path.join(tmpdir(), 'countersign-conformance-'))
    served = await serve(dataFolder)
  })
  afterAll(async () => {
    await served.close()
    rmSync(dataFolder, { recursive: true, force: true })
  })
  const openLine = async (): Promise<OpenLine> => {
    const line = await served.openLine()
    onTestFinished(line.close)
    return line
  }

  it('answers a query', async () => {
    const { client } = await openLine()
    expect((await client.app.user()).roles).toContain('supervisor')
  })

  it('carries out a mutation, which another line sees', async () => {
    const { client } = await openLine()
    const made = await client.cases.create({ ...caseDraft, note: 'Ünïcode “quotes” 🎥 <b>' })
    const other = await openLine()
    expect((await other.client.cases.get({ caseId: made.id })).case).toEqual(made)
  })

  it('refuses with the code, with what is wrong and with what to do', async () => {
    const { client } = await openLine()
    const caseId = caseIdSchema.parse(uuidv7())
    const error = await errorOf(client.cases.get({ caseId }))
    expect(error).toBeInstanceOf(ORPCError)
    expect(error).toMatchObject({ defined: true, code: 'not_found', status: 404, data: { code: 'not_found', subjectId: caseId } })
    const { what, todo } = problemSchema.parse(error instanceof ORPCError ? error.data : null)
    expect(what).not.toBe('')
    expect(todo).not.toBe('')
  })

  it.each([
    ['a field missing', {}],
    ['no input at all', undefined],
    ['a text instead of an object', 'case'],
    ['an empty name', { ...caseDraft, incidentNumber: '  ' }],
    ['a note of 5 MB', { ...caseDraft, note: 'x'.repeat(5_000_000) }]
  ])('refuses %s as invalid_input and changes nothing', async (_what, input) => {
    const { client } = await openLine()
    const before = await entryCount(client)
    const error = await errorOf(callByName(client, 'cases', 'create', input))
    expect(error).toMatchObject({ defined: true, code: 'invalid_input', status: 422, data: { code: 'invalid_input' } })
    expect(await entryCount(client)).toBe(before)
  })

  it('refuses a method that is not in the contract, and the line lives on', async () => {
    const { client } = await openLine()
    for (const method of ['burn', '__proto__', 'constructor']) await errorOf(callByName(client, 'cases', method, {}))
    expect((await client.app.user()).name).not.toBe('')
  })

  // In-process there are no texts on the way.
  if (name !== 'in-process')
    it('passes over texts that are no messages; core and other lines live on, and nothing changes', async () => {
      const { client } = await openLine()
      const before = await entryCount(client)
      const hostile = await openLine()
      const texts = [
        'garbage {',
        '',
        '42',
        'null',
        '{}',
        '[]',
        '{"i":"1"}',
        '{"i":"2","p":{}}',
        '{"i":"3","p":{"u":"//"}}',
        '{"i":"4","p":{"u":"/cases/create","h":{"content-type":"multipart/form-data"}}}',
        '{"i":"5","p":{"u":"/cases/create","b":{"json":{"incidentNumber":"half"}}}}',
        '{"i":"6","t":3,"p":null}',
        '{"i":"7","t":99,"p":{}}'
      ]
      for (const text of texts) hostile.sendText?.(text)
      expect((await hostile.client.app.user()).name).not.toBe('')
      expect(await entryCount(client)).toBe(before)
    })

  it('streams ready, and then a change that was made over another line', async () => {
    const { client } = await openLine()
    const events = await client.events.subscribe()
    expect((await events.next()).value).toEqual({ type: 'ready', sequence: await entryCount(client) })
    const other = await openLine()
    const made = await other.client.cases.create(caseDraft)
    expect((await events.next()).value).toMatchObject({
      type: 'changed',
      caseId: made.id,
      changes: [{ entity: 'case', before: null, after: made }]
    })
    await events.return()
  })

  it.each(['while nobody waits', 'while a next is awaited'])(
    'ends a subscription that is cancelled %s, and a second one works',
    async (when) => {
      const { client } = await openLine()
      const first = await client.events.subscribe()
      await first.next()
      const waiting = when === 'while nobody waits' ? null : first.next().catch(() => ({ done: true }))
      await first.return()
      expect((await (waiting ?? first.next())).done).toBe(true)
      await client.cases.create(caseDraft)
      expect((await first.next()).done).toBe(true)
      const second = await client.events.subscribe()
      expect((await second.next()).value).toMatchObject({ type: 'ready' })
      await client.cases.create(caseDraft)
      expect((await second.next()).value).toMatchObject({ type: 'changed' })
      await second.return()
    }
  )

  it('answers 200 calls at once, each with its own answer', async () => {
    const { client } = await openLine()
    const before = await entryCount(client)
    const numbers = Array.from({ length: 200 }, (_, index) => `24-${index}`)
    const answers = await Promise.all(
      numbers.map(async (incidentNumber, index) =>
        index % 4 === 0 ? (await client.cases.create({ ...caseDraft, incidentNumber })).incidentNumber : (await client.app.user()).name
      )
    )
    const { name } = await client.app.user()
    expect(answers).toEqual(numbers.map((incidentNumber, index) => (index % 4 === 0 ? incidentNumber : name)))
    expect(await client.ledger.verify()).toMatchObject({ isIntact: true, entryCount: before + 50 })
  })
})
