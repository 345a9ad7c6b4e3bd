import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSame, refusalOf } from '../../electron/hosts/requestGuard'

const guard = { token: 'the-token', host: '127.0.0.1:4000' }
const good = { host: guard.host, origin: 'http://127.0.0.1:4000', cookie: 'a=b; countersign=the-token; c=d' }

describe('refusalOf', () => {
  it('lets the own page in', () => {
    expect(refusalOf(good, guard, true)).toBeNull()
  })

  it('asks for an Origin only where it is needed', () => {
    const { host, cookie } = good
    expect(refusalOf({ host, cookie }, guard, false)).toBeNull()
    expect(refusalOf({ host, cookie }, guard, true)).toBe('wrong Origin')
  })

  it.each([
    ['wrong Host', { host: 'localhost:4000' }],
    ['wrong Host', { host: '127.0.0.1' }],
    ['wrong Host', { host: '127.0.0.1:4000.evil.example' }],
    ['wrong Origin', { origin: 'https://127.0.0.1:4000' }],
    ['wrong Origin', { origin: 'http://127.0.0.1:4000.evil.example' }],
    ['wrong Origin', { origin: 'null' }],
    ['wrong Origin', { origin: '' }],
    ['wrong token', { cookie: '' }],
    ['wrong token', { cookie: 'countersign=' }],
    ['wrong token', { cookie: 'countersign=the-tokem' }],
    ['wrong token', { cookie: 'xcountersign=the-token' }],
    ['wrong token', { cookie: 'countersign=wrong; countersign=the-token' }]
  ])('says %s of %j, needed or not', (refusal, headers) => {
    for (const needsOrigin of [true, false]) expect(refusalOf({ ...good, ...headers }, guard, needsOrigin)).toBe(refusal)
  })

  it('lets nobody in by any other token', () => {
    fc.assert(
      fc.property(fc.string(), (cookie) => {
        fc.pre(!cookie.includes('countersign=the-token'))
        expect(refusalOf({ ...good, cookie }, guard, true)).toBe('wrong token')
      })
    )
  })
})

describe('isSame', () => {
  it('holds for equal texts alone, of any length and script', () => {
    const text = fc.string({ unit: 'grapheme' })
    fc.assert(fc.property(text, text, (one, other) => isSame(one, one) && isSame(one, other) === (one === other)))
  })
})
