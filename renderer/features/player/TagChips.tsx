import { useMemo } from 'react'
import { activeTags } from '#shared/domain/activeTags'
import { describeTag } from '#shared/domain/records'
import { messagesOf } from '#shared/messages/messagesOf'
import type { FootageId } from '#shared/model/ids'
import type { Tag } from '#shared/model/tag'
import { useCaseStore } from '../../stores/caseStore'
import { usePlayerStore } from '../../stores/playerStore'
import { useSelectionStore } from '../../stores/selectionStore'
import { useSessionStore } from '../../stores/sessionStore'
import { tagLook } from '../../ui/tagLook'
import styles from './TagChips.module.css'

const say = messagesOf('player')

const shownAtOnce = 6

/** The tags that hold at the frame on screen, as chips over the picture; a click selects one. */
export function TagChips({ footageId }: { footageId: FootageId }) {
  const timeUs = usePlayerStore((state) => state.timeUs)
  const tags = useCaseStore((state) => state.tags)
  const openRanges = useSelectionStore((state) => state.openRanges)
  const codebook = useSessionStore((state) => state.codebook)
  const own = useMemo(() => [...tags.values()].filter((tag) => tag.withdrawn === null && tag.footageId === footageId), [tags, footageId])
  // An open range has a chip of its own that says how to end it.
  const active = activeTags(own, timeUs).filter((tag) => !openRanges.some((open) => open.tagId === tag.id))
  return (
    <>
      {active.slice(0, shownAtOnce).map((tag) => (
        <button
          key={tag.id}
          type="button"
          className={styles['chip']}
          data-tone={tagLook[tag.details.kind].tone}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => useSelectionStore.getState().select({ tagId: tag.id, editingTagId: tag.id })}
        >
          {describeTag(tag, codebook)}
          {elapsedOf(tag, timeUs)}
        </button>
      ))}
      {active.length > shownAtOnce && <span className={styles['more']}>{say('moreHere', { count: active.length - shownAtOnce })}</span>}
    </>
  )
}

/** For a need to intervene: how long it has lasted at the frame on screen. */
function elapsedOf(tag: Tag, timeUs: number): string {
  if (tag.details.kind !== 'intervention-needed' || tag.endUs === null) return ''
  return ` · ${say('elapsed', { seconds: ((timeUs - tag.startUs) / 1e6).toFixed(1) })}`
}
