import { messagesOf } from '../../messages/messagesOf'
import type { Statement } from '../../model/report'
import { footageAt } from '../coverage'
import { formatWallClock } from '../time'
import type { ComparisonIndex } from './comparisonIndex'

const say = messagesOf('differences')

/**
 * Why no camera can show what a statement says, in plain words; null where one might. Without a stated time any footage might; with
 * one, only footage whose wall clock is known and that was recording, neither covered, off, nor muted where it must be heard.
 */
export function cameraGap({ kind, statedAt }: Pick<Statement, 'kind' | 'statedAt'>, index: ComparisonIndex): string | null {
  if (index.footage.size === 0) return say('noFootageLoaded')
  if (statedAt === null) return null
  const at = formatWallClock(statedAt, index.case.timeZone, { withFraction: false })
  const recording = footageAt(index.clock, index.footage.values(), statedAt)
  if (recording.length === 0) return say('noFootageCovers', { at })
  const gaps = recording.map(({ one, timeUs }) => {
    const state = index.cameraStates(one.id).stateOver(timeUs, kind)
    return state === null ? null : say('cameraIs', { camera: one.cameraLabel || one.fileName, state })
  })
  return gaps.includes(null) ? null : say('camerasAt', { at, cameras: gaps.join(say('and')) })
}
