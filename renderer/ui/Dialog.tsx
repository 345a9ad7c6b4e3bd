import { X } from 'lucide-react'
import { Dialog as RadixDialog } from 'radix-ui'
import type { ReactNode } from 'react'
import { messagesOf } from '#shared/messages/messagesOf'
import { classNames } from './classNames'
import styles from './Dialog.module.css'
import { IconButton } from './IconButton'

const say = messagesOf('ui')

interface DialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  description?: ReactNode
  /** The buttons; stays in sight while the rest scrolls. */
  footer?: ReactNode
  children?: ReactNode
  width?: 'narrow' | 'medium' | 'wide' | 'page'
  /** True where a click beside it must not close it, e.g. over a half-filled form. */
  isClosedOnlyByButton?: boolean
}

/**
 * A modal dialog: keeps the focus inside, closes with Escape, gives the focus back.
 * The shade is a plain element, because Radix's overlay puts a style tag into the page, which the content policy forbids.
 */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  footer,
  children,
  width = 'medium',
  isClosedOnlyByButton = false
}: DialogProps) {
  return (
    <RadixDialog.Root open={open} onOpenChange={onOpenChange}>
      <RadixDialog.Portal>
        <div className={styles['shade']}>
          <RadixDialog.Content
            data-modal-dialog=""
            onOpenAutoFocus={(event) => {
              // Not the cross, which comes first: a field that asks for the focus, or else the dialog itself.
              event.preventDefault()
              if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus()
            }}
            className={classNames(styles['dialog'], styles[width])}
            onKeyDown={(event) => {
              // From any field: what the filled button says.
              if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return
              event.preventDefault()
              event.currentTarget.querySelector<HTMLButtonElement>('footer [data-variant=primary]')?.click()
            }}
            onPointerDownOutside={(event) => {
              if (isClosedOnlyByButton) event.preventDefault()
            }}
            {...(description === undefined ? { 'aria-describedby': undefined } : {})}
          >
            <header className={styles['header']}>
              <RadixDialog.Title className={styles['title']}>{title}</RadixDialog.Title>
              <RadixDialog.Close asChild>
                <IconButton icon={X} label={say('close')} size="small" />
              </RadixDialog.Close>
            </header>
            <div className={styles['body']}>
              {description !== undefined && (
                <RadixDialog.Description asChild>
                  <div className={styles['description']}>{description}</div>
                </RadixDialog.Description>
              )}
              {children}
            </div>
            {footer !== undefined && <footer className={styles['footer']}>{footer}</footer>}
          </RadixDialog.Content>
        </div>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  )
}
