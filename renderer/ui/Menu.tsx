import type { LucideIcon } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import type { ReactElement } from 'react'
import { classNames } from './classNames'
import { Kbd } from './Kbd'
import styles from './Menu.module.css'

export interface MenuItem {
  label: string
  icon?: LucideIcon
  keyHint?: string
  isDanger?: boolean
  disabled?: boolean
  onSelect: () => void
}

interface MenuProps {
  /** The button that opens it. */
  trigger: ReactElement
  /** `separator` draws a line between two groups. */
  items: readonly (MenuItem | 'separator')[]
}

/** A drop-down list of things to do. */
export function Menu({ trigger, items }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={styles['menu']} align="end" sideOffset={4} collisionPadding={8}>
          {items.map((item, index) =>
            item === 'separator' ? (
              <DropdownMenu.Separator key={`separator-${index}`} className={styles['separator']} />
            ) : (
              <DropdownMenu.Item
                key={item.label}
                disabled={item.disabled ?? false}
                className={classNames(styles['item'], item.isDanger === true && styles['danger'])}
                onSelect={item.onSelect}
              >
                {item.icon === undefined ? <span className={styles['icon']} /> : <item.icon aria-hidden className={styles['icon']} />}
                <span className={styles['label']}>{item.label}</span>
                {item.keyHint !== undefined && <Kbd keys={item.keyHint} />}
              </DropdownMenu.Item>
            )
          )}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
