import type { ReactNode } from 'react'
import styles from './Checkbox.module.css'

interface CheckboxProps {
  label: ReactNode
  hint?: ReactNode
  isChecked: boolean
  onCheckedChange: (isChecked: boolean) => void
  disabled?: boolean
}

/** Yes or no, with its words beside it. */
export function Checkbox({ label, hint, isChecked, onCheckedChange, disabled }: CheckboxProps) {
  return (
    <label className={styles['row']}>
      <input
        type="checkbox"
        className={styles['box']}
        checked={isChecked}
        disabled={disabled}
        onChange={(event) => onCheckedChange(event.target.checked)}
      />
      <span className={styles['words']}>
        {label}
        {hint !== undefined && <span className={styles['hint']}>{hint}</span>}
      </span>
    </label>
  )
}
