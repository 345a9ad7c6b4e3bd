import type { StatementKind } from '../../model/report'
import type { Tag, TagDetailsOf } from '../../model/tag'
import { needsSound } from '../coverage'
import { firstStartingAtOrAfter } from './firstStartingAtOrAfter'

type CameraState = TagDetailsOf<'camera'>['state']

/** What keeps one footage from showing things, by time. */
export interface CameraStates {
  /** The state that keeps it from showing a statement of this kind at `timeUs`, in microseconds of it; null where it shows it. */
  stateOver: (timeUs: number, kind: StatementKind) => CameraState | null
}

/** Orders the camera tags of one footage, so that those over a moment are found without reading them all. */
export function createCameraStates(cameraTags: readonly Tag[]): CameraStates {
  const rows = cameraTags
    .flatMap(({ details, startUs, endUs }) =>
      details.kind === 'camera' ? [{ state: details.state, start: startUs, end: endUs ?? startUs, lastEnd: 0 }] : []
    )
    .sort((a, b) => a.start - b.start || a.end - b.end || (a.state < b.state ? -1 : 1))
  let lastEnd = 0
  for (const row of rows) row.lastEnd = lastEnd = Math.max(lastEnd, row.end)
  return {
    stateOver: (timeUs, kind) => {
      for (let at = firstStartingAtOrAfter(rows, timeUs + 1) - 1; at >= 0; at -= 1) {
        const row = rows[at]
        if (row === undefined || row.lastEnd < timeUs) return null
        if (row.end >= timeUs && (row.state !== 'muted' || needsSound(kind))) return row.state
      }
      return null
    }
  }
}
