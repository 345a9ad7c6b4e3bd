import { Tooltip as RadixTooltip } from 'radix-ui'
import type { ReactElement, ReactNode } from 'react'
import { Kbd } from './Kbd'
import styles from './Tooltip.module.css'

interface TooltipProps {
  content: ReactNode
  keyHint?: string
  side?: 'top' | 'right' | 'bottom' | 'left'
  /** The one element that it explains; it must take a ref. */
  children: ReactElement
}

const delayMs = 400

/** A short explanation on hover and on keyboard focus. */
export function Tooltip({ content, keyHint, side = 'bottom', children }: TooltipProps) {
  return (
    <RadixTooltip.Provider delayDuration={delayMs}>
      <RadixTooltip.Root>
        <RadixTooltip.Trigger
          asChild
          onFocus={(event) => {
            // A menu gives the focus back to its button; only who moves by keyboard needs the words then.
            if (!event.currentTarget.matches(':focus-visible')) event.preventDefault()
          }}
        >
          {children}
        </RadixTooltip.Trigger>
        <RadixTooltip.Portal>
          <RadixTooltip.Content className={styles['tooltip']} side={side} sideOffset={6} collisionPadding={8}>
            <span className={styles['text']}>{content}</span>
            {keyHint !== undefined && <Kbd keys={keyHint} />}
          </RadixTooltip.Content>
        </RadixTooltip.Portal>
      </RadixTooltip.Root>
    </RadixTooltip.Provider>
  )
}
