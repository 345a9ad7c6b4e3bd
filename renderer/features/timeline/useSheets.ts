import { useEffect, useRef, useState } from 'react'
import type { MediaId } from '#shared/model/ids'
import { connection } from '../../app/connection'

/** The sheets of a filmstrip, each loaded once as soon as it is known; a new map whenever one more has come. */
export function useSheets(mediaIds: readonly MediaId[]): ReadonlyMap<MediaId, HTMLImageElement> {
  const asked = useRef(new Set<MediaId>())
  const [sheets, setSheets] = useState<ReadonlyMap<MediaId, HTMLImageElement>>(new Map())
  useEffect(() => {
    for (const mediaId of mediaIds) {
      if (asked.current.has(mediaId)) continue
      asked.current.add(mediaId)
      const image = new Image()
      image.src = connection().shell.mediaUrl(mediaId)
      image.decode().then(
        () => setSheets((before) => new Map(before).set(mediaId, image)),
        // It is asked for again with the next ones, e.g. when the core is back.
        () => asked.current.delete(mediaId)
      )
    }
  }, [mediaIds])
  return sheets
}
