import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'
import { classNames } from './classNames'
import styles from './IconButton.module.css'
import { Tooltip } from './Tooltip'

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'style' | 'children' | 'aria-label'> {
  icon: LucideIcon
  /** What it does; read aloud, and shown as the tooltip. */
  label: string
  keyHint?: string
  size?: 'medium' | 'small'
  variant?: 'quiet' | 'secondary'
  /** Set for a button that stays pressed. */
  isPressed?: boolean
}

/** A button with an icon alone. */
export function IconButton({
  icon: Icon,
  label,
  keyHint,
  size = 'medium',
  variant = 'quiet',
  isPressed,
  type = 'button',
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip content={label} {...(keyHint === undefined ? {} : { keyHint })}>
      <button
        type={type}
        aria-label={label}
        aria-pressed={isPressed}
        className={classNames(styles['button'], styles[size], styles[variant])}
        {...rest}
      >
        <Icon aria-hidden className={styles['icon']} />
      </button>
    </Tooltip>
  )
}
