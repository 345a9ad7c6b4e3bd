import { describe, expect, it } from 'vitest'
import { superviseCore } from '../../electron/hosts/supervisor'

/** A core that runs until it is ended. */
function fakeCore(number: number) {
  let end: () => void = () => undefined
  const exited = new Promise<void>((resolve) => (end = resolve))
  return { number, exited, end, stop: async () => end() }
}

describe('superviseCore', () => {
  it('starts a core again when it goes away, tells, and hands the new one to whoever asks meanwhile', async () => {
    const cores = [fakeCore(0), fakeCore(1)]
    const told: string[] = []
    let launches = 0
    const supervisor = superviseCore(
      async () => cores[launches++] ?? expect.fail('too many'),
      () => told.push('lost'),
      (core) => told.push(`running ${core.number}`)
    )
    expect((await supervisor.current()).number).toBe(0)
    cores[0]?.end()
    await expect.poll(() => told).toEqual(['lost', 'running 1'])
    expect((await supervisor.current()).number).toBe(1)
    await supervisor.stop()
    expect(launches).toBe(2)
    expect(told).toEqual(['lost', 'running 1'])
  })

  it('goes on trying where a later start fails', async () => {
    const cores = [fakeCore(0), null, fakeCore(2)]
    let launches = 0
    const supervisor = superviseCore(
      async () => cores[launches++] ?? Promise.reject(new Error('not yet')),
      () => undefined,
      () => undefined
    )
    await supervisor.current()
    cores[0]?.end()
    await expect.poll(async () => (await supervisor.current()).number).toBe(2)
    await supervisor.stop()
  })

  it('stops at once while a start is awaited that never succeeds', async () => {
    const first = fakeCore(0)
    let launches = 0
    const supervisor = superviseCore(
      async () => (launches++ === 0 ? first : Promise.reject(new Error('the disk is full'))),
      () => undefined,
      () => expect.fail('running')
    )
    await supervisor.current()
    first.end()
    await expect.poll(() => launches).toBeGreaterThan(1)
    await supervisor.stop()
    const launchesThen = launches
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(launches).toBe(launchesThen)
  })

  it('tells the refusal of the first start to whoever asks, and tries no more', async () => {
    let launches = 0
    const supervisor = superviseCore(
      async () => {
        launches++
        throw new Error('in use')
      },
      () => expect.fail('lost'),
      () => expect.fail('running')
    )
    await expect(supervisor.current()).rejects.toThrow('in use')
    await supervisor.stop()
    expect(launches).toBe(1)
  })
})
