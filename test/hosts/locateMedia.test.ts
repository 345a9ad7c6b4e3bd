import { v7 as uuidv7 } from 'uuid'
import { expect, it, vi } from 'vitest'
import { mediaIdSchema } from '#shared/model/ids'
import { ProblemError, type ProblemCode } from '#shared/rpc/problem'
import { locateMedia } from '../../electron/hosts/locateMedia'
import type { HostClient } from '../../electron/hosts/runningCore'

const id = mediaIdSchema.parse(uuidv7())
const file = { path: '/a.mp4', contentType: 'video/mp4', sizeBytes: 1, downloadName: 'a.mp4' }

const unasked = vi.fn(() => Promise.reject(new Error('not asked for here')))
const hostWith = (answer: HostClient['locateMedia']) => (): Promise<HostClient> =>
  Promise.resolve({ locateMedia: answer, grantFiles: unasked, restoreGrants: unasked, grantFilesIn: unasked, uploadFolder: unasked })
/** As the other end of the contract refuses. */
const refusing = (code: ProblemCode) =>
  hostWith(() =>
    Promise.reject(
      Object.assign(new Error(code), { data: new ProblemError(code, { what: 'It is so.', todo: 'Do this.', kept: '' }).problem })
    )
  )

it('locates what the core knows', async () => {
  expect(
    await locateMedia(
      hostWith(() => Promise.resolve(file)),
      id
    )
  ).toEqual(file)
})

it.each(['', 'x', '../../etc/passwd', `${id}/..`, '%E0%A4%A'])('asks no core for %j', async (named) => {
  const host = vi.fn(() => Promise.reject(new Error('asked')))
  expect(await locateMedia(host, named)).toMatchObject({ status: 404 })
  expect(host).not.toHaveBeenCalled()
})

it.each([
  ['not_found', 404],
  ['footage_missing', 410],
  ['footage_changed', 410],
  ['internal', 500]
] as const)('answers %s with %i', async (code, status) => {
  expect(await locateMedia(refusing(code), id)).toEqual({ status, refusal: 'It is so.' })
})

it('answers 503 where the core goes away before it answers, or does not come back in time', async () => {
  const lost = hostWith(() => Promise.reject(new Error('the port was closed')))
  expect(await locateMedia(lost, id)).toMatchObject({ status: 503 })
  expect(await locateMedia(() => new Promise(() => undefined), id, 20)).toMatchObject({ status: 503 })
})
