import { messagesOf } from '#shared/messages/messagesOf'
import { usePlayerStore } from '../../stores/playerStore'
import { useSelectionStore } from '../../stores/selectionStore'
import { useSessionStore } from '../../stores/sessionStore'
import { classNames } from '../../ui/classNames'
import { Kbd } from '../../ui/Kbd'
import { tagLook } from '../../ui/tagLook'
import { Tooltip } from '../../ui/Tooltip'
import { pressKind } from './tagActions'
import styles from './TagKeys.module.css'

const say = messagesOf('tags')

/** The kinds of tag with their keys; a click does what the key does. */
export function TagKeys() {
  const kinds = useSessionStore((state) => state.codebook.tagKinds)
  const isReady = usePlayerStore((state) => state.controls !== null)
  const openRanges = useSelectionStore((state) => state.openRanges)
  return (
    <div className={styles['keys']} role="toolbar" aria-label={say('tagFrame')}>
      {kinds.map((kind) => {
        const { icon: Icon, tone } = tagLook[kind.id]
        const isOpen = openRanges.some((open) => open.kind === kind.id)
        const hasWord = kind.lane !== 'context' && kind.lane !== 'camera'
        return (
          <Tooltip
            key={kind.id}
            side="top"
            content={isOpen ? say('markEnd', { kind: kind.label }) : say('kindHint', { kind: kind.label, description: kind.description })}
          >
            <button
              type="button"
              className={classNames(styles['kind'], isOpen && styles['open'])}
              data-tone={tone}
              {...(hasWord ? {} : { 'aria-label': `${kind.key.toUpperCase()} ${kind.label}` })}
              aria-pressed={isOpen}
              disabled={!isReady}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => void pressKind(kind.id)}
            >
              <Kbd keys={kind.key} />
              {hasWord ? <span className={styles['word']}>{kind.lane}</span> : <Icon aria-hidden className={styles['icon']} />}
            </button>
          </Tooltip>
        )
      })}
    </div>
  )
}
