import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { tmpdir } from 'node:os'
import { afterAll, describe, expect, it } from 'vitest'
import { emptyTagDetails } from '#shared/domain/suggestTagDetails'
import { formatExactTime } from '#shared/domain/exactTime'
import type { TagDraft } from '#shared/model/tag'
import { generateVideo } from '../media/generateVideo'
import { caseWithFootage, openTestCore, temporaryFolder } from '../openTestCore'

const folder = mkdtempSync(path.join(tmpdir(), 'countersign-exact-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const h264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p']

function generated(name: string, options: string[], framesPerSecond = '30000/1001'): string {
  const file = path.join(folder, name)
  generateVideo(file, { seconds: 2, framesPerSecond, options: [...options, ...h264] })
  return file
}

describe('the exact time of a tag', () => {
  it.each([
    ['29.97', generated('a.mp4', []), '30000/1001'],
    ['59.94', generated('b.mp4', [], '60000/1001'), '60000/1001'],
    ['variable', generated('c.mp4', ['-vf', "select='not(mod(n,3))+lt(mod(n,11),4)'", '-vsync', '0']), null]
  ])('is that of its frame as the file states it: %s', async (_what, file, rate) => {
    const core = await openTestCore()
    const { caseId, footageId } = await caseWithFootage(core, file)
    const { timesUs } = await core.client.footage.frames({ footageId, fromUs: 0, toUs: 10_000_000 })
    const [startUs = 0, endUs = 0] = [timesUs[1], timesUs[7]]
    const draft: TagDraft = { footageId, startUs, endUs, details: emptyTagDetails('escalation'), note: '', clauseIds: [] }
    const tag = await core.client.tags.create({ caseId, draft })
    for (const [exact, timeUs] of [
      [tag.startExact, startUs],
      [tag.endExact, endUs]
    ] as const) {
      if (exact === null || exact === undefined) throw new Error('not exact')
      const seconds = (exact.ticks * exact.timeBase.numerator) / exact.timeBase.denominator
      expect(Math.abs(seconds * 1e6 - timeUs)).toBeLessThanOrEqual(0.5)
    }
    if (rate === '30000/1001' && tag.startExact) expect(formatExactTime(tag.startExact)).toBe('1001/30000 s')
    if (rate === '60000/1001' && tag.startExact) expect(formatExactTime(tag.startExact)).toBe('1001/60000 s')
    // Between two frames there is no frame to be exact about.
    const moved = await core.client.tags.update({ tagId: tag.id, draft: { ...draft, startUs: startUs + 1, endUs: null } })
    expect(moved).toMatchObject({ startExact: null, endExact: null })
    expect((await core.client.ledger.verify()).isIntact).toBe(true)
  })

  it('is found with an index that was made anew, and an index of the former kind is no index', async () => {
    const dataFolder = temporaryFolder()
    const file = generated('a.mp4', [])
    const first = await openTestCore({ dataFolder })
    const { caseId, footageId } = await caseWithFootage(first, file)
    const [footage] = (await first.client.cases.get({ caseId })).footage
    const before = await first.client.footage.frames({ footageId, fromUs: 0, toUs: 10_000_000 })
    await first.close()
    const derived = path.join(dataFolder, 'derived', footage?.sha256 ?? '')
    rmSync(path.join(derived, 'frame-ticks.f64'))
    const former = path.join(derived, 'frame-times-us.f64')
    writeFileSync(former, new Uint8Array(Float64Array.from([0, 40_000]).buffer))
    const core = await openTestCore({ dataFolder })
    expect(await core.client.footage.frames({ footageId, fromUs: 0, toUs: 10_000_000 })).toEqual(before)
    expect(existsSync(former)).toBe(false)
    const draft: TagDraft = { footageId, startUs: 33_367, endUs: null, details: emptyTagDetails('escalation'), note: '', clauseIds: [] }
    expect((await core.client.tags.create({ caseId, draft })).startExact).not.toBeNull()
  })
})
