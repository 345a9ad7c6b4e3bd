import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createMediaTools } from '#core/media/index'
import { createProbeMemory } from '#core/media/createProbeMemory'
import { afterAll, expect, test } from 'vitest'
import { generateVideo } from './generateVideo'

const folder = mkdtempSync(join(tmpdir(), 'countersign-probe-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('asks ffprobe once of a file, and again when the file is another', async () => {
  const { ffprobe } = (await createMediaTools({ env: process.env, log: () => undefined })).tools()
  if (ffprobe === null) throw new Error('There is no ffprobe.')
  const read = createProbeMemory()
  const file = join(folder, 'clip.mp4')
  const probe = () => read(ffprobe, file, new AbortController().signal)
  generateVideo(file, { seconds: 1 })
  const first = await probe()
  expect(await probe()).toBe(first)
  generateVideo(file, { seconds: 2 })
  expect(Number((await probe()).format.duration)).toBeCloseTo(2, 1)
  rmSync(file)
  await expect(probe()).rejects.toMatchObject({ problem: { code: 'footage_missing' } })
})
