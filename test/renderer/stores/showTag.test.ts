import { beforeEach, expect, test } from 'vitest'
import { usePlayerStore, type PlayerControls } from '../../../renderer/stores/playerStore'
import { useSelectionStore } from '../../../renderer/stores/selectionStore'
import { showTag } from '../../../renderer/stores/showTag'
import { createCaseBuilder } from '../../shared/domain/caseBuilder'

const builder = createCaseBuilder()
const camera = builder.footage()
const other = builder.footage()
const sought: number[] = []

/** A player that says at once where it is after a seek, as the real one does. */
const controls: PlayerControls = {
  play: () => undefined,
  pause: () => undefined,
  toggle: () => undefined,
  seek: (timeUs) => {
    sought.push(timeUs)
    usePlayerStore.getState().report({ timeUs })
  },
  step: () => Promise.resolve(),
  frameTimeAt: (timeUs) => Promise.resolve(timeUs),
  shuttle: () => undefined,
  setRate: () => undefined,
  setVolume: () => undefined,
  setMuted: () => undefined,
  setLoop: () => undefined
}

beforeEach(() => {
  sought.length = 0
  usePlayerStore.getState().report({ footageId: camera.id, durationUs: 60_000_000, controls })
})

test('a tag of the footage shown is sought at once', () => {
  const tag = builder.tag(camera, 'injury', 12)
  showTag(tag)
  expect(sought).toEqual([12_000_000])
  expect(useSelectionStore.getState()).toMatchObject({ tagId: tag.id, footageId: camera.id })
})

test('a tag of another footage is sought once, when the player shows that footage', () => {
  showTag(builder.tag(other, 'injury', 7))
  usePlayerStore.getState().report({ timeUs: 5 })
  expect(sought).toEqual([])
  usePlayerStore.getState().report({ footageId: other.id })
  usePlayerStore.getState().report({ timeUs: 6 })
  expect(sought).toEqual([7_000_000])
})

test('of two tags shown in a row only the later one is sought', () => {
  showTag(builder.tag(other, 'injury', 7))
  showTag(builder.tag(other, 'injury', 9))
  usePlayerStore.getState().report({ footageId: other.id })
  expect(sought).toEqual([9_000_000])
})
