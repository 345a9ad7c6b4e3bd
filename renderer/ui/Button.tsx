import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'
import styles from './Button.module.css'
import { classNames } from './classNames'
import { Kbd } from './Kbd'

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'style'> {
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger'
  size?: 'medium' | 'small'
  icon?: LucideIcon
  /** Shown as key caps, e.g. `Ctrl+K`. */
  keyHint?: string
}

/** A button with words. It is of type `button` unless told otherwise, so that it never sends a form by accident. */
export function Button({ variant = 'secondary', size = 'medium', icon: Icon, keyHint, type = 'button', children, ...rest }: ButtonProps) {
  return (
    <button type={type} data-variant={variant} className={classNames(styles['button'], styles[variant], styles[size])} {...rest}>
      {Icon !== undefined && <Icon aria-hidden className={styles['icon']} />}
      <span className={styles['label']}>{children}</span>
      {keyHint !== undefined && <Kbd keys={keyHint} />}
    </button>
  )
}
