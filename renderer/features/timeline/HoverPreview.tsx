import { useCallback } from 'react'
import { wallClockOf } from '#shared/domain/caseClock'
import { formatFootageTime, formatWallClock } from '#shared/domain/time'
import { messagesOf } from '#shared/messages/messagesOf'
import type { Footage } from '#shared/model/footage'
import type { MediaId } from '#shared/model/ids'
import type { Overview } from '#shared/model/overview'
import { useCaseClock } from '../../stores/caseClock'
import { drawPicture } from './drawPicture'
import { quietWord } from './drawWaveform'
import styles from './Overview.module.css'
import { nearestPicture } from './planStrip'
import { fractionOf, type TimeView } from './timeScale'
import { useCanvas, type Drawing } from './useCanvas'

const say = messagesOf('timeline')

const pictureHeightPx = 90

interface HoverPreviewProps {
  footage: Footage
  overview: Overview
  sheets: ReadonlyMap<MediaId, HTMLImageElement>
  timeUs: number
  view: TimeView
  widthPx: number
  timeZone: string
}

/** Above the lanes while the pointer is on them: the time there, the nearest picture with its own time, and what the sound is. */
export function HoverPreview({ footage, overview, sheets, timeUs, view, widthPx, timeZone }: HoverPreviewProps) {
  const { filmstrip, waveform } = overview
  const pictureWidthPx = filmstrip.heightPx === 0 ? 0 : Math.round((filmstrip.widthPx * pictureHeightPx) / filmstrip.heightPx)
  const pictureIndex = filmstrip.timesUs.length === 0 ? null : nearestPicture(filmstrip.timesUs, timeUs)
  const draw = useCallback(
    ({ context, heightPx }: Drawing) => {
      if (pictureIndex !== null) drawPicture(context, filmstrip, sheets, pictureIndex, { leftPx: 0, widthPx: pictureWidthPx, heightPx })
    },
    [filmstrip, sheets, pictureIndex, pictureWidthPx]
  )
  const canvas = useCanvas(pictureWidthPx, draw)
  const clock = wallClockOf(useCaseClock(), footage.id, timeUs)
  const quiet = waveform.quietStretches.find(({ startUs, endUs }) => timeUs >= startUs && timeUs < endUs)
  const halfPx = Math.max(pictureWidthPx, 150) / 2 + 8
  const leftPx = Math.min(Math.max(halfPx, fractionOf(view, timeUs) * widthPx), Math.max(halfPx, widthPx - halfPx))
  return (
    <div className={styles['preview']} style={{ left: `${leftPx}px` }} aria-hidden>
      {pictureIndex !== null && (
        <canvas
          ref={canvas}
          className={styles['previewPicture']}
          data-footage-picture=""
          style={{ width: `${pictureWidthPx}px`, height: `${pictureHeightPx}px` }}
        />
      )}
      <span className={styles['previewTime']}>
        {formatFootageTime(timeUs)}
        {clock !== null && <span className={styles['previewClock']}>{formatWallClock(clock, timeZone)}</span>}
      </span>
      {pictureIndex !== null && (
        <span className={styles['previewLine']}>{say('pictureOf', { time: formatFootageTime(filmstrip.timesUs[pictureIndex] ?? 0) })}</span>
      )}
      {quiet !== undefined && (
        <span className={styles['previewLine']} data-tone={quiet.kind === 'silent' ? 'need' : 'neutral'}>
          {say('quietFor', { state: quietWord(quiet.kind), length: formatFootageTime(quiet.endUs - quiet.startUs) })}
        </span>
      )}
    </div>
  )
}
