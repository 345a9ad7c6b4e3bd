import { messagesOf } from '#shared/messages/messagesOf'
import { useCaseStore } from '../../stores/caseStore'
import { useSelectionStore } from '../../stores/selectionStore'
import { useSessionStore } from '../../stores/sessionStore'
import { tagLook } from '../../ui/tagLook'
import styles from './OpenRangeChips.module.css'
import { pressKind } from './tagActions'

const say = messagesOf('tags')

/** Over the picture: which tags wait for their end, and how to give it. A click marks the end here. */
export function OpenRangeChips() {
  const openRanges = useSelectionStore((state) => state.openRanges)
  const tags = useCaseStore((state) => state.tags)
  const codebook = useSessionStore((state) => state.codebook)
  const shown = openRanges.filter(({ tagId }) => tagId === null || (tags.get(tagId)?.withdrawn ?? null) === null)
  return shown.map((open) => {
    const kind = codebook.tagKinds.find(({ id }) => id === open.kind)
    const key = kind?.key.toUpperCase() ?? ''
    return (
      <button
        key={open.kind}
        type="button"
        className={styles['chip']}
        data-tone={tagLook[open.kind].tone}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => void pressKind(open.kind)}
      >
        <i aria-hidden className={styles['dot']} />
        <b>{kind?.label ?? open.kind}</b>
        <span className={styles['words']}>{say('openRange', { key })}</span>
      </button>
    )
  })
}
