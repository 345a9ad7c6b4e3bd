import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { messagesOf } from '#shared/messages/messagesOf'
import { classNames } from './classNames'
import styles from './Chip.module.css'
import type { Tone } from './tone'

const say = messagesOf('ui')

interface ChipProps {
  children: ReactNode
  tone?: Tone
  /** Shows a dot in the tone before the words. */
  hasDot?: boolean
  /** With `onToggle`, whether it is pressed. */
  isSelected?: boolean
  onToggle?: () => void
  onRemove?: () => void
  /** What the remove button says, e.g. `Remove Officer A`. */
  removeLabel?: string
  title?: string
  disabled?: boolean
}

/** A small pill: plain, to press, or with a cross to remove it. */
export function Chip({
  children,
  tone = 'neutral',
  hasDot = false,
  isSelected = false,
  onToggle,
  onRemove,
  removeLabel = say('remove'),
  title,
  disabled
}: ChipProps) {
  const words = (
    <>
      {hasDot && <i aria-hidden className={styles['dot']} />}
      <span className={styles['words']}>{children}</span>
    </>
  )
  if (onToggle !== undefined) {
    return (
      <button
        type="button"
        title={title}
        disabled={disabled}
        aria-pressed={isSelected}
        data-tone={tone}
        className={classNames(styles['chip'], styles['press'], isSelected && styles['selected'])}
        onClick={onToggle}
      >
        {words}
      </button>
    )
  }
  return (
    <span title={title} data-tone={tone} className={styles['chip']}>
      {words}
      {onRemove !== undefined && (
        <button type="button" aria-label={removeLabel} className={styles['remove']} disabled={disabled} onClick={onRemove}>
          <X aria-hidden className={styles['cross']} />
        </button>
      )}
    </span>
  )
}
