import { describe, expect, it } from 'vitest'
import type { Role, User } from '#shared/model/ledger'
import { userIdSchema } from '#shared/model/ids'
import { contract } from '#shared/rpc/contract'
import { v7 as uuidv7 } from 'uuid'
import { listMethods } from '../../electron/hosts/methodTable'
import { caseDraft, openTestCore, refusal } from '../core/openTestCore'

const userWith = (roles: Role[]): User => ({ id: userIdSchema.parse(uuidv7()), name: 'Somebody', roles })
const methods = listMethods()

describe('every method', () => {
  it('is listed, with its summary and its schemas', () => {
    const named = Object.entries(contract).flatMap(([room, inRoom]) => Object.keys(inRoom).map((name) => `${room}.${name}`))
    expect(methods.map(({ method }) => method)).toEqual(named)
    expect(named.length).toBeGreaterThan(40)
    for (const { method, summary } of methods) expect(summary, method).not.toBe('')
  })

  it('says which roles may call it', () => {
    for (const { method, roles } of methods) expect(roles.length, method).toBeGreaterThan(0)
  })

  it('is refused to a session without a role, whatever its input', async () => {
    const core = await openTestCore()
    const stranger = core.clientOf(userWith([]))
    const { entryCount } = await core.client.ledger.verify()
    for (const { method } of methods) {
      const call = method.split('.').reduce<unknown>((at, part) => Reflect.get(Object(at), part), stranger)
      if (typeof call !== 'function') throw new TypeError(`${method} cannot be called`)
      expect(await refusal(Promise.resolve(Reflect.apply(call, undefined, [{}]))), method).toMatchObject({ code: 'not_permitted' })
    }
    expect((await core.client.ledger.verify()).entryCount).toBe(entryCount)
  })

  it.each(['supervisor', 'investigator', 'administrator', 'trainer'] as const)(
    'is open to the role %s just as it declares',
    async (role) => {
      const core = await openTestCore()
      const client = core.clientOf(userWith([role]))
      expect(await client.cases.list()).toEqual([])
      const mayCreate = methods.find(({ method }) => method === 'cases.create')?.roles.includes(role)
      if (mayCreate === true) expect((await client.cases.create(caseDraft)).incidentNumber).toBe(caseDraft.incidentNumber)
      else expect((await refusal(client.cases.create(caseDraft))).code).toBe('not_permitted')
      expect(await core.client.cases.list()).toHaveLength(mayCreate === true ? 1 : 0)
    }
  )
})
