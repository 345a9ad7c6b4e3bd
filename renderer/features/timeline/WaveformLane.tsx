import { useCallback } from 'react'
import { messagesOf } from '#shared/messages/messagesOf'
import type { Footage } from '#shared/model/footage'
import type { WaveformExtent } from '#shared/model/overview'
import { drawColumns, drawQuiet } from './drawWaveform'
import { LaneNote } from './LaneNote'
import styles from './Overview.module.css'
import { planColumns } from './planColumns'
import { fractionOf, type TimeView } from './timeScale'
import { useCanvas, type Drawing } from './useCanvas'
import { useWaveform } from './useWaveform'

const say = messagesOf('timeline')

interface WaveformLaneProps {
  footage: Footage
  extent: WaveformExtent | null
  view: TimeView
  widthPx: number
  onMakeAgain: () => void
}

/** The sound of the footage along its time, with the stretches that hold none. */
export function WaveformLane({ footage, extent, view, widthPx, onMakeAgain }: WaveformLaneProps) {
  const { durationUs } = footage.probe
  const { whole, near } = useWaveform(footage.id, view, widthPx, durationUs, extent?.readToUs ?? 0)
  const draw = useCallback(
    (drawing: Drawing) => {
      const isNear = near !== null && near.fromUs <= view.startUs && near.toUs >= view.endUs - 1
      const known = isNear ? near : (whole ?? near)
      if (known !== null) drawColumns(drawing, planColumns(known, view, Math.max(1, Math.round(widthPx * window.devicePixelRatio))))
      if (extent !== null) drawQuiet(drawing, extent.quietStretches, view)
      if (extent?.state !== 'making') return
      const readPx = Math.max(0, fractionOf(view, extent.readToUs) * widthPx)
      drawing.context.fillStyle = drawing.color('--line-strong')
      drawing.context.fillRect(readPx, 0, 1, drawing.heightPx)
    },
    [whole, near, view, widthPx, extent]
  )
  const canvas = useCanvas(widthPx, draw)
  return (
    <div className={styles['waveform']} data-waveform={extent?.state ?? 'unknown'} data-read-to={extent?.readToUs ?? 0}>
      <canvas ref={canvas} className={styles['canvas']} role="img" aria-label={nameOf(extent)} />
      {extent !== null && (
        <LaneNote
          state={extent.state}
          problem={extent.problem}
          isEmpty={extent.readToUs === 0}
          making={say('soundReading')}
          missing={say('soundMissing')}
          onMakeAgain={onMakeAgain}
        />
      )}
      {extent?.state === 'ready' && extent.trackCount === 0 && <span className={styles['note']}>{say('noSoundTrack')}</span>}
    </div>
  )
}

function nameOf(extent: WaveformExtent | null): string {
  if (extent === null || extent.state === 'missing') return say('soundNotRead')
  if (extent.trackCount === 0) return say('soundNone')
  const count = (kind: 'silent' | 'absent') => extent.quietStretches.filter((stretch) => stretch.kind === kind).length
  return say('soundOf', { tracks: extent.trackCount ?? 1, silent: count('silent'), absent: count('absent') })
}
