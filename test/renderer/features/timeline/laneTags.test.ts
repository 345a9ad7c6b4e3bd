import { describe, expect, it } from 'vitest'
import { planCaseClock } from '#shared/domain/caseClock'
import { emptyTagDetails } from '#shared/domain/suggestTagDetails'
import { shippedCodebook } from '#shared/model/codebook'
import { footageSchema, type Footage } from '#shared/model/footage'
import { tagSchema, type Tag } from '#shared/model/tag'
import { createLanePlanner, laneTags, withDragged } from '../../../../renderer/features/timeline/laneTags'

const idOf = (index: number) => `01920000-0000-7000-8000-${String(index).padStart(12, '0')}`
const record = {
  createdAt: '2024-10-13T02:00:00.000Z',
  createdBy: idOf(1),
  updatedAt: '2024-10-13T02:00:00.000Z',
  updatedBy: idOf(1),
  withdrawn: null
}

function footage(index: number, startsAt: string | null): Footage {
  return footageSchema.parse({
    id: idOf(index),
    caseId: idOf(2),
    mediaId: idOf(index + 50),
    fileName: 'a.mp4',
    sourcePath: '',
    sha256: 'a'.repeat(64),
    sizeBytes: 1,
    modifiedAtMs: 0,
    clockMethod: 'reviewer',
    isPlayableFromSource: true,
    wearerId: null,
    cameraLabel: '',
    startsAt,
    probe: {
      container: 'mp4',
      videoCodec: 'h264',
      audioCodec: null,
      audioTrackCount: 0,
      durationUs: 60_000_000,
      frameRate: null,
      isVariableFrameRate: false,
      widthPx: 1,
      heightPx: 1,
      rotationDegrees: 0,
      recordedAt: null,
      damage: []
    },
    ...record
  })
}

function tag(index: number, of: Footage, startUs: number, endUs: number | null, more: object = {}): Tag {
  const details = emptyTagDetails('force')
  return tagSchema.parse({
    id: idOf(index),
    caseId: idOf(2),
    footageId: of.id,
    startUs,
    endUs,
    details,
    note: '',
    clauseIds: [],
    ...record,
    ...more
  })
}

const early = footage(10, '2024-10-13T01:14:00.000Z')
const late = footage(11, '2024-10-13T01:14:08.000Z')
const unknown = footage(12, null)
const all = new Map([early, late, unknown].map((one) => [one.id as string, one]))
const forceLane = (tags: readonly Tag[], shown: Footage) =>
  laneTags(new Map(tags.map((one) => [one.id as string, one])), all, planCaseClock(all.values()), shown, shippedCodebook).get('force') ?? []

describe('laneTags', () => {
  it('puts a tag of another camera at the same moment of the case clock', () => {
    const lane = forceLane([tag(20, early, 10_000_000, 12_000_000), tag(21, late, 1_000_000, null)], late)
    expect(lane.map(({ startUs, endUs, isElsewhere }) => [startUs, endUs, isElsewhere])).toEqual([
      [1_000_000, null, false],
      [2_000_000, 4_000_000, true]
    ])
  })

  it('leaves out what the shown camera did not record, what has no known clock, and what was withdrawn', () => {
    const withdrawn = { at: record.createdAt, by: idOf(1), reason: 'a mistake' }
    expect(forceLane([tag(20, early, 1_000_000, null)], late)).toEqual([])
    expect(forceLane([tag(20, unknown, 1_000_000, null)], late)).toEqual([])
    expect(forceLane([tag(20, late, 1_000_000, null, { withdrawn })], late)).toEqual([])
  })

  it('keeps the list of a lane in which nothing changed', () => {
    const plan = createLanePlanner()
    const lanesOf = (...tags: Tag[]) =>
      plan(new Map(tags.map((one) => [one.id as string, one])), all, planCaseClock(all.values()), late, shippedCodebook)
    const own = tag(20, late, 1_000_000, null)
    const other = tag(21, late, 2_000_000, null, { details: emptyTagDetails('warning') })
    const before = lanesOf(own)
    const after = lanesOf(own, other)
    expect(after.get('force')).toBe(before.get('force'))
    expect(after.get('context')?.map(({ id }) => id)).toEqual([other.id])
    expect(lanesOf({ ...own, startUs: 3_000_000 }, other).get('force')?.[0]?.startUs).toBe(3_000_000)
    expect(lanesOf({ ...own, note: 'seen' }, other).get('force')?.[0]?.tag.note).toBe('seen')
  })

  it('shows a tag where it is dragged to', () => {
    const lane = forceLane([tag(20, late, 1_000_000, 2_000_000), tag(21, late, 3_000_000, null)], late)
    const dragged = { tagId: tag(21, late, 0, null).id, startUs: 500_000, endUs: null }
    expect(withDragged(lane, dragged).map(({ startUs, tag: { startUs: ownUs } }) => [startUs, ownUs])).toEqual([
      [500_000, 500_000],
      [1_000_000, 1_000_000]
    ])
    expect(withDragged(lane, null)).toBe(lane)
    expect(withDragged(lane, { ...dragged, tagId: tag(22, late, 0, null).id })).toBe(lane)
  })
})
