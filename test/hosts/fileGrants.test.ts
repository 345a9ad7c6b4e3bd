import { v7 as uuidv7 } from 'uuid'
import { expect, it, vi } from 'vitest'
import { grantIdSchema } from '#shared/model/ids'
import { ProblemError } from '#shared/rpc/problem'
import { createFileGrants } from '../../electron/hosts/fileGrants'
import type { HostClient } from '../../electron/hosts/runningCore'

function fakeHost(refuse: () => Error | null = () => null) {
  const host: HostClient = {
    grantFiles: ({ paths }) => {
      const refused = refuse()
      if (refused !== null) return Promise.reject(refused)
      return Promise.resolve(paths.map((fileName) => ({ grantId: grantIdSchema.parse(uuidv7()), fileName, sizeBytes: 1 })))
    },
    restoreGrants: vi.fn(() => Promise.resolve()),
    grantFilesIn: () => Promise.reject(new Error('not asked for here')),
    locateMedia: () => Promise.reject(new Error('not asked for here')),
    uploadFolder: () => Promise.reject(new Error('not asked for here'))
  }
  return host
}

it('hands the files that wait to one window alone', async () => {
  const grants = createFileGrants(() => Promise.resolve(fakeHost()))
  grants.addPending(['/a.mp4'])
  grants.addPending(['/b.mp4'])
  const taken = grants.takePending()
  expect(await grants.takePending()).toEqual([])
  expect((await taken).map(({ fileName }) => fileName)).toEqual(['/a.mp4', '/b.mp4'])
})

it('lets files wait on where the core went away, and drops them where it refused them', async () => {
  const answers = [
    new Error('the port was closed'),
    null,
    new ProblemError('footage_missing', { what: 'There is no file.', todo: 'Choose again.', kept: '' })
  ]
  const grants = createFileGrants(() => Promise.resolve(fakeHost(() => answers.shift() ?? null)))
  grants.addPending(['/a.mp4'])
  await expect(grants.takePending()).rejects.toThrow('the port was closed')
  expect(await grants.takePending()).toHaveLength(1)
  grants.addPending(['/missing.mp4'])
  await expect(grants.takePending()).rejects.toThrow('There is no file.')
  expect(await grants.takePending()).toEqual([])
})

it('tells the next core of every grant, under its id', async () => {
  const grants = createFileGrants(() => Promise.resolve(fakeHost()))
  const next = fakeHost()
  await grants.handOver(next)
  expect(next.restoreGrants).not.toHaveBeenCalled()
  const [first] = await grants.grant(['/a.mp4'])
  const [second] = await grants.grant(['/b.mp4'])
  await grants.handOver(next)
  expect(next.restoreGrants).toHaveBeenCalledExactlyOnceWith([
    { grantId: first?.grantId, path: '/a.mp4' },
    { grantId: second?.grantId, path: '/b.mp4' }
  ])
})
