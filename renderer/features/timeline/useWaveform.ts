import { useEffect, useState } from 'react'
import type { FootageId } from '#shared/model/ids'
import { mostWaveformBuckets, type Waveform } from '#shared/model/overview'
import { connection } from '../../app/connection'
import type { TimeView } from './timeScale'

const settleMs = 40

/**
 * The waveform around a view, twice as wide as it. While another stretch is on its way the last one stays, so that zooming and
 * panning never wait. `readToUs` is how far the sound is read: what is new there is fetched.
 */
export function useWaveform(
  footageId: FootageId,
  view: TimeView,
  widthPx: number,
  durationUs: number,
  readToUs: number
): { whole: Waveform | null; near: Waveform | null } {
  const [whole, setWhole] = useState<Waveform | null>(null)
  const [near, setNear] = useState<Waveform | null>(null)
  const { startUs, endUs } = view

  useEffect(
    () =>
      fetchLater(0, footageId, { startUs: 0, endUs: durationUs }, 2000, (answer) => {
        setWhole(answer)
      }),
    [footageId, durationUs, readToUs]
  )
  useEffect(() => {
    if (widthPx === 0) return
    const marginUs = (endUs - startUs) / 2
    const wanted = { startUs: Math.max(0, Math.round(startUs - marginUs)), endUs: Math.min(durationUs, Math.round(endUs + marginUs)) }
    const perUs = (widthPx * window.devicePixelRatio) / (endUs - startUs)
    const count = Math.min(mostWaveformBuckets, Math.max(1, Math.ceil((wanted.endUs - wanted.startUs) * perUs)))
    return fetchLater(settleMs, footageId, wanted, count, setNear)
  }, [footageId, durationUs, startUs, endUs, widthPx, readToUs])
  return { whole, near }
}

function fetchLater(
  delayMs: number,
  footageId: FootageId,
  { startUs, endUs }: TimeView,
  bucketCount: number,
  take: (waveform: Waveform) => void
): () => void {
  let isCurrent = true
  const timer = setTimeout(() => {
    connection()
      .client.footage.waveform({ footageId, fromUs: startUs, toUs: endUs, bucketCount })
      .then(
        (answer) => {
          if (isCurrent) take(answer)
        },
        // The last one stays; the next view asks again.
        () => undefined
      )
  }, delayMs)
  return () => {
    isCurrent = false
    clearTimeout(timer)
  }
}
