import { messagesOf } from '#shared/messages/messagesOf'
import type { Codebook } from '#shared/model/codebookSchema'
import { useKeyOf } from '../../app/commands'
import { usePlayerStore } from '../../stores/playerStore'
import { useSelectionStore } from '../../stores/selectionStore'
import { useSessionStore } from '../../stores/sessionStore'
import { classNames } from '../../ui/classNames'
import { Kbd } from '../../ui/Kbd'
import { keysText } from '../../ui/keysText'
import { laneWord } from '../../ui/laneWord'
import { tagLook } from '../../ui/tagLook'
import { Tooltip } from '../../ui/Tooltip'
import { pressKind } from './tagActions'
import styles from './TagKeys.module.css'

const say = messagesOf('tags')

/** The kinds of tag with their keys; a click does what the key does. */
export function TagKeys() {
  const kinds = useSessionStore((state) => state.codebook.tagKinds)
  return (
    <div className={styles['keys']} role="toolbar" aria-label={say('tagFrame')}>
      {kinds.map((kind) => (
        <TagKey key={kind.id} kind={kind} />
      ))}
    </div>
  )
}

function TagKey({ kind }: { kind: Codebook['tagKinds'][number] }) {
  const isReady = usePlayerStore((state) => state.controls !== null)
  const isOpen = useSelectionStore((state) => state.openRanges.some((open) => open.kind === kind.id))
  const keys = useKeyOf(`tags.${kind.id}`)
  const { icon: Icon, tone } = tagLook[kind.id]
  const hasWord = kind.lane !== 'context' && kind.lane !== 'camera'
  return (
    <Tooltip
      side="top"
      content={isOpen ? say('markEnd', { kind: kind.label }) : say('kindHint', { kind: kind.label, description: kind.description })}
    >
      <button
        type="button"
        className={classNames(styles['kind'], isOpen && styles['open'])}
        data-tone={tone}
        {...(hasWord ? {} : { 'aria-label': keys === undefined ? kind.label : `${keysText(keys)} ${kind.label}` })}
        aria-pressed={isOpen}
        disabled={!isReady}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => void pressKind(kind.id)}
      >
        {keys !== undefined && <Kbd keys={keys} />}
        {hasWord ? <span className={styles['word']}>{laneWord(kind.lane)}</span> : <Icon aria-hidden className={styles['icon']} />}
      </button>
    </Tooltip>
  )
}
