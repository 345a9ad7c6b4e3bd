import { RadioGroup } from 'radix-ui'
import type { ReactNode } from 'react'
import { classNames } from './classNames'
import styles from './SegmentedControl.module.css'
import type { Tone } from './tone'

export interface SegmentOption<Value extends string> {
  value: Value
  label: ReactNode
  tone?: Tone
  disabled?: boolean
}

interface SegmentedControlProps<Value extends string> {
  /** Null where nothing is chosen yet: nothing is answered for a person. */
  value: Value | null
  onValueChange: (value: Value) => void
  options: readonly SegmentOption<Value>[]
  /** What is chosen here; read aloud. */
  label: string
  size?: 'medium' | 'small'
  disabled?: boolean
}

/** One of a few, all in sight; arrow keys move between them. */
export function SegmentedControl<Value extends string>({
  value,
  onValueChange,
  options,
  label,
  size = 'medium',
  disabled = false
}: SegmentedControlProps<Value>) {
  return (
    <RadioGroup.Root
      aria-label={label}
      className={classNames(styles['group'], styles[size])}
      orientation="horizontal"
      disabled={disabled}
      value={value ?? ''}
      onValueChange={(next) => {
        const chosen = options.find((option) => option.value === next)
        if (chosen !== undefined) onValueChange(chosen.value)
      }}
    >
      {options.map((option) => (
        <RadioGroup.Item
          key={option.value}
          value={option.value}
          disabled={option.disabled ?? false}
          className={styles['item']}
          data-tone={option.tone ?? 'focus'}
        >
          {option.label}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  )
}
