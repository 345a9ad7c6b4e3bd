import { EyeOff, Video } from 'lucide-react'
import { messagesOf } from '#shared/messages/messagesOf'
import type { FootageId } from '#shared/model/ids'
import { useDeskStore } from '../../stores/deskStore'
import styles from './CaseCover.module.css'
import { useCover } from './useCover'

const say = messagesOf('library')

/** A picture of a case's footage, or why there is none. Graphic footage has none while the reviewer wants it blurred. */
export function CaseCover({ footageId, isGraphic }: { footageId: FootageId | null; isGraphic: boolean }) {
  const isHidden = useDeskStore((state) => state.preferences.isGraphicBlurred) && isGraphic
  const cover = useCover(isHidden ? null : footageId)
  if (isHidden || cover === null || footageId === null) {
    const Icon = isHidden ? EyeOff : Video
    return (
      <span className={styles['cover']} role="img" aria-label={isHidden ? say('graphicPicture') : say('noPicture')}>
        <Icon aria-hidden className={styles['icon']} />
      </span>
    )
  }
  // The sheet is drawn as high as the cover, and moved so that the one picture lies in its middle.
  const { url, place, widthPx, heightPx } = cover
  return (
    <span className={styles['cover']}>
      <span
        className={styles['picture']}
        style={{
          aspectRatio: `${widthPx} / ${heightPx}`,
          backgroundImage: `url("${url}")`,
          backgroundPositionX: `calc(-${place} * 100cqh * ${widthPx / heightPx})`
        }}
      />
    </span>
  )
}
