import { messagesOf } from '#shared/messages/messagesOf'
import type { TagKind } from '#shared/model/tag'
import { useKeyOf } from '../../app/commands'
import { useCaseStore } from '../../stores/caseStore'
import { useSelectionStore } from '../../stores/selectionStore'
import { useSessionStore } from '../../stores/sessionStore'
import { keysText } from '../../ui/keysText'
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
  return shown.map((open) => (
    <Chip key={open.kind} kind={open.kind} label={codebook.tagKinds.find(({ id }) => id === open.kind)?.label ?? open.kind} />
  ))
}

function Chip({ kind, label }: { kind: TagKind; label: string }) {
  const endKeys = useKeyOf(`tags.${kind}`)
  const keepKeys = useKeyOf('tags.keepMoment')
  return (
    <button
      type="button"
      className={styles['chip']}
      data-tone={tagLook[kind].tone}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => void pressKind(kind)}
    >
      <i aria-hidden className={styles['dot']} />
      <b>{label}</b>
      <span className={styles['words']}>
        {say('openRange', {
          key: endKeys === undefined ? say('aClick') : keysText(endKeys),
          keep: keepKeys === undefined ? 'none' : keysText(keepKeys)
        })}
      </span>
    </button>
  )
}
