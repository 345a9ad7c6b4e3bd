import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { runBuilt, startBrowserHost, type BrowserHostProcess, type Line } from './browserHostProcess'

const dataFolder = mkdtempSync(path.join(tmpdir(), 'countersign-loopback-'))
let host: BrowserHostProcess
let line: Line

beforeAll(async () => {
  host = await startBrowserHost(dataFolder)
  line = await host.connect()
})
afterAll(async () => {
  await host.stop()
  rmSync(dataFolder, { recursive: true, force: true })
})

const port = () => host.host.split(':')[1] ?? ''

/** The HTTP status that an upgrade is refused with; fails where it is accepted. */
function refusedUpgrade(where: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://${host.host}${where}`, { headers })
    socket.once('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0))
    socket.once('open', () => {
      socket.terminate()
      reject(new Error('the socket was opened'))
    })
    socket.on('error', () => undefined)
  })
}

const page = () => ({ Host: host.host, Cookie: host.cookie, Origin: `http://${host.host}` })
const without = (name: string) => Object.fromEntries(Object.entries(page()).filter(([key]) => key !== name))

describe('who may ask', () => {
  it('is the page that showed the token, and it gets the app', async () => {
    const answer = await host.ask('/')
    expect(answer.status).toBe(200)
    expect(answer.body.toString()).toContain('<div id="root"')
    expect((await host.ask('/', { headers: { Origin: undefined } })).status).toBe(200)
  })

  it('exchanges the token for a cookie that scripts and other sites cannot use', async () => {
    const answer = await host.ask(`/?token=${host.token}`, { headers: { Cookie: undefined, Origin: undefined } })
    expect(answer.status).toBe(303)
    expect(answer.headers.location).toBe('/')
    expect(answer.headers['set-cookie']?.[0]).toMatch(/^countersign=\S+; HttpOnly; SameSite=Strict; Path=\/$/)
  })

  it.each([
    ['no token at all', '/', { Cookie: undefined }],
    ['a wrong cookie', '/', { Cookie: 'countersign=wrong' }],
    ['a cookie of the right length', '/', { Cookie: `countersign=${'A'.repeat(43)}` }],
    ['a wrong token in the address', '/?token=wrong', { Cookie: undefined }],
    ['an empty token in the address', '/?token=', { Cookie: undefined }],
    ['the Host of another site', '/', { Host: 'evil.example' }],
    ['the Host of another site with our port', '/', { Host: 'evil.example:PORT' }],
    ['the Host localhost', '/', { Host: 'localhost:PORT' }],
    ['the Host without its port', '/', { Host: '127.0.0.1' }],
    ['the right token with a wrong Host', '/?token=TOKEN', { Host: 'evil.example:PORT', Cookie: undefined }],
    ['the Origin of another site', '/', { Origin: 'https://evil.example' }],
    ['the Origin null', '/', { Origin: 'null' }]
  ])('is not one with %s', async (_what, where, headers) => {
    const given = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value?.replace('PORT', port())]))
    const answer = await host.ask(where.replace('TOKEN', host.token), { headers: given })
    expect(answer.status).toBe(403)
    expect(answer.headers['set-cookie']).toBeUndefined()
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
  })

  it.each([
    ['no Origin', { Origin: undefined }],
    ['the Origin of another site', { Origin: 'http://evil.example' }],
    ['the Origin of another port here', { Origin: 'http://127.0.0.1:1' }],
    ['no token', { Cookie: undefined }]
  ])('may not upload with %s, and nothing is kept', async (_what, headers) => {
    const answer = await host.ask('/upload?name=x.mp4', { method: 'PUT', headers, body: Buffer.from('bytes') })
    expect(answer.status).toBe(403)
    expect(readdirSync(dataFolder)).not.toContain('received')
  })

  it('may not POST', async () => {
    expect((await host.ask('/upload?name=x.mp4', { method: 'POST', body: Buffer.from('x') })).status).toBe(405)
    expect((await host.ask('/', { method: 'POST', headers: { Origin: undefined } })).status).toBe(403)
  })

  it('may not open a WebSocket without the token, the Host, its Origin, or elsewhere than on /rpc', async () => {
    expect(await refusedUpgrade('/rpc', without('Origin'))).toBe(403)
    expect(await refusedUpgrade('/rpc', { ...page(), Origin: 'http://evil.example' })).toBe(403)
    expect(await refusedUpgrade('/rpc', without('Cookie'))).toBe(403)
    expect(await refusedUpgrade('/rpc', { ...page(), Cookie: 'countersign=wrong' })).toBe(403)
    expect(await refusedUpgrade('/rpc', { ...page(), Host: `evil.example:${port()}` })).toBe(403)
    expect(await refusedUpgrade('/rpc', { ...page(), Host: `localhost:${port()}` })).toBe(403)
    expect(await refusedUpgrade('/', page())).toBe(403)
    expect(await refusedUpgrade(`/rpc?token=${host.token}`, without('Cookie'))).toBe(403)
    const other = await host.connect()
    expect((await other.client.app.user()).name).not.toBe('')
    other.close()
  })

  it('comes from this machine: no other address of it is listened on', async () => {
    const addresses = Object.values(networkInterfaces()).flatMap((all) => (all ?? []).map(({ address }) => address))
    const others = [...addresses, '127.0.0.2', '::1'].filter((address) => address !== '127.0.0.1')
    for (const address of others) {
      const isOpen = await new Promise<boolean>((resolve) => {
        const socket = connect({ host: address, port: Number(port()), timeout: 2000 })
        socket.once('connect', () => resolve(true))
        socket.once('error', () => resolve(false))
        socket.once('timeout', () => resolve(false))
      })
      expect(isOpen, address).toBe(false)
    }
  })
})

describe('a line that misbehaves', () => {
  it.each([
    ['sends bytes', (socket: WebSocket) => socket.send(Buffer.from([1, 2, 3]))],
    ['sends more than 64 MB', (socket: WebSocket) => socket.send('x'.repeat(65 * 1024 * 1024))]
  ])('is cut when it %s, and the others live on', async (_what, misbehave) => {
    const hostile = await host.connect()
    const closed = new Promise((resolve) => hostile.socket.once('close', resolve))
    misbehave(hostile.socket)
    await closed
    expect((await line.client.app.user()).name).not.toBe('')
    expect((await host.ask('/')).status).toBe(200)
  })

  it('is cut when it breaks the frames of the protocol, and the others live on', async () => {
    const raw = connect({ host: '127.0.0.1', port: Number(port()) })
    const closed = new Promise((resolve) => raw.once('close', resolve))
    raw.on('error', () => undefined)
    const headers = {
      ...page(),
      Upgrade: 'websocket',
      Connection: 'Upgrade',
      'Sec-WebSocket-Version': '13',
      'Sec-WebSocket-Key': 'AAAAAAAAAAAAAAAAAAAAAA=='
    }
    raw.write(
      `GET /rpc HTTP/1.1\r\n${Object.entries(headers)
        .map(([name, value]) => `${name}: ${value}\r\n`)
        .join('')}\r\n`
    )
    raw.once('data', () => raw.write(Buffer.alloc(64, 0xff)))
    await closed
    expect((await line.client.app.user()).name).not.toBe('')
  })
})

describe('every answer', () => {
  it.each(['/', '/nothing-here', '/media/nothing', '/pending', '/assets/../../../package.json', '/%2e%2e/%2e%2e/package.json'])(
    'to %s carries the policy and nosniff',
    async (where) => {
      const answer = await host.ask(where)
      expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
      expect(answer.headers['content-security-policy']).not.toMatch(/script-src[^;]*'unsafe-inline'/)
      expect(answer.headers['x-content-type-options']).toBe('nosniff')
      expect(answer.headers['access-control-allow-origin']).toBeUndefined()
      expect(answer.body.toString()).not.toContain('"devDependencies"')
    }
  )
})

describe('a second host on the same data folder', () => {
  it('ends with status 1 and says why, and the first one goes on', async () => {
    const second = await runBuilt('browserHost.js', [], { COUNTERSIGN_HOME: dataFolder })
    expect(second.exitCode).toBe(1)
    expect(second.stdout).toBe('')
    expect(second.stderr).toContain(`Countersign is already running on the data folder ${dataFolder}.`)
    expect(await line.client.ledger.verify()).toMatchObject({ isIntact: true })
    expect((await host.ask('/')).status).toBe(200)
  })
})
