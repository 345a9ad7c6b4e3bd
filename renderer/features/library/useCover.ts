import { useEffect, useState } from 'react'
import type { FootageId } from '#shared/model/ids'
import type { Filmstrip } from '#shared/model/overview'
import { connection } from '../../app/connection'

/** One picture of a filmstrip: its sheet, its place on it from the left, and its size there. */
export interface Cover {
  url: string
  place: number
  widthPx: number
  heightPx: number
}

/** A picture from the first quarter of a recording says more of an incident than its first frame, which is often black. */
const nearShare = 0.25

// A filmstrip does not change once it is whole.
const known = new Map<FootageId, Cover>()

/** A picture of a footage; null while there is none. */
export function useCover(footageId: FootageId | null): Cover | null {
  const [cover, setCover] = useState<Cover | null>(footageId === null ? null : (known.get(footageId) ?? null))
  useEffect(() => {
    if (footageId === null || known.has(footageId)) return
    let isStale = false
    connection()
      .client.footage.overview({ footageId })
      .then(({ filmstrip }) => {
        const found = planCover(filmstrip, connection().shell.mediaUrl)
        if (found !== null && filmstrip.state === 'ready') known.set(footageId, found)
        if (!isStale) setCover(found)
      })
      // A list without this picture is as good a list; the case itself tells what is wrong with its footage.
      .catch(() => undefined)
    return () => {
      isStale = true
    }
  }, [footageId])
  return cover
}

/** Chooses the picture that stands for a recording; null where there is none yet. */
export function planCover(filmstrip: Filmstrip, urlOf: (mediaId: Filmstrip['sheetMediaIds'][number]) => string): Cover | null {
  const { timesUs, sheetMediaIds, picturesPerSheet, widthPx, heightPx } = filmstrip
  const index = Math.floor(timesUs.length * nearShare)
  const sheet = sheetMediaIds[Math.floor(index / picturesPerSheet)]
  if (sheet === undefined || index >= timesUs.length) return null
  return { url: urlOf(sheet), place: index % picturesPerSheet, widthPx, heightPx }
}
