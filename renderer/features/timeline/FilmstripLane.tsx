import { useCallback } from 'react'
import { messagesOf } from '#shared/messages/messagesOf'
import type { Footage } from '#shared/model/footage'
import type { Filmstrip } from '#shared/model/overview'
import type { MediaId } from '#shared/model/ids'
import { drawPicture } from './drawPicture'
import { LaneNote } from './LaneNote'
import styles from './Overview.module.css'
import { planStrip } from './planStrip'
import type { TimeView } from './timeScale'
import { useCanvas, type Drawing } from './useCanvas'

const say = messagesOf('timeline')

/** A picture that is not of its own place's time is drawn this faint. */
const faint = 0.4

interface FilmstripLaneProps {
  footage: Footage
  filmstrip: Filmstrip | null
  sheets: ReadonlyMap<MediaId, HTMLImageElement>
  view: TimeView
  widthPx: number
  onMakeAgain: () => void
}

/** Pictures of the footage along its time, as many as there is room for. */
export function FilmstripLane({ footage, filmstrip, sheets, view, widthPx, onMakeAgain }: FilmstripLaneProps) {
  const draw = useCallback(
    ({ context, heightPx }: Drawing) => {
      if (filmstrip === null || filmstrip.timesUs.length === 0) return
      const placePx = (heightPx * filmstrip.widthPx) / filmstrip.heightPx
      const lastUs = filmstrip.timesUs.at(-1) ?? 0
      // A picture stands for the time up to the next one.
      const untilUs = filmstrip.state === 'ready' ? footage.probe.durationUs : lastUs + lastUs / filmstrip.timesUs.length
      for (const { leftPx, pictureIndex, isOwn } of planStrip(view, widthPx, placePx, filmstrip.timesUs, untilUs)) {
        context.globalAlpha = isOwn ? 1 : faint
        drawPicture(context, filmstrip, sheets, pictureIndex, { leftPx, widthPx: placePx - 1, heightPx })
      }
      context.globalAlpha = 1
    },
    [filmstrip, sheets, view, widthPx, footage.probe.durationUs]
  )
  const canvas = useCanvas(widthPx, draw)
  return (
    <div className={styles['filmstrip']} data-filmstrip={filmstrip?.state ?? 'unknown'} data-pictures={filmstrip?.timesUs.length ?? 0}>
      <canvas ref={canvas} data-footage-picture="" className={styles['canvas']} role="img" aria-label={nameOf(filmstrip)} />
      {filmstrip !== null && (
        <LaneNote
          state={filmstrip.state}
          problem={filmstrip.problem}
          isEmpty={filmstrip.timesUs.length === 0}
          making={say('picturesMaking')}
          missing={say('picturesMissing')}
          onMakeAgain={onMakeAgain}
        />
      )}
    </div>
  )
}

function nameOf(filmstrip: Filmstrip | null): string {
  if (filmstrip === null || filmstrip.timesUs.length === 0) return say('picturesNone')
  return say(filmstrip.state === 'making' ? 'picturesSoFar' : 'picturesCount', { count: filmstrip.timesUs.length })
}
